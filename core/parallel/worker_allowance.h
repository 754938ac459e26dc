#pragma once

namespace prunescope::parallel {

/// The permission for TBB to start so many workers, as long as it is held. TBB's own control is one for the
/// whole process, and of several the smallest counts, so that a second run would take threads from the first:
/// here one control allows what all who hold a permission need together. From any thread.
class WorkerAllowance {
public:
    explicit WorkerAllowance(int workers);
    ~WorkerAllowance();
    WorkerAllowance(const WorkerAllowance&) = delete;
    WorkerAllowance& operator=(const WorkerAllowance&) = delete;

private:
    int workers_;
};

}  // namespace prunescope::parallel
