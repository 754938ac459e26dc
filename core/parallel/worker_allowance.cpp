#include "parallel/worker_allowance.h"

#include <tbb/global_control.h>

#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>

namespace prunescope::parallel {
namespace {

/// What TBB has for the whole process can have one owner only. While nobody needs workers, TBB decides.
class Control {
public:
    void add(int workers) {
        const std::lock_guard lock(mutex_);
        needed_ += workers;
        // The new one first: without any, TBB would start as many workers as the machine has threads. TBB
        // counts one thread that is not a worker.
        auto next = needed_ == 0
                        ? nullptr
                        : std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                                static_cast<std::size_t>(needed_) + 1);
        control_ = std::move(next);
    }

private:
    std::mutex mutex_;  ///< protects both
    int needed_ = 0;
    std::unique_ptr<tbb::global_control> control_;
};

Control& control() {
    static Control only;
    return only;
}

}  // namespace

WorkerAllowance::WorkerAllowance(int workers) : workers_(workers) {
    control().add(workers_);
}

WorkerAllowance::~WorkerAllowance() {
    control().add(-workers_);
}

}  // namespace prunescope::parallel
