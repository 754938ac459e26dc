#pragma once

#include <functional>
#include <memory>

namespace prunescope::parallel {

/// A TBB arena of so many threads, the calling one among them.
class ThreadArena {
public:
    explicit ThreadArena(int threads);
    ~ThreadArena();
    ThreadArena(const ThreadArena&) = delete;
    ThreadArena& operator=(const ThreadArena&) = delete;

    /// Runs the task on the calling thread; its parallel loops use the whole arena. Exceptions pass through.
    void run(const std::function<void()>& task);

private:
    struct Threads;
    std::unique_ptr<Threads> threads_;
};

/// Processor threads of this machine, at least 1.
int machineThreads();

}  // namespace prunescope::parallel
