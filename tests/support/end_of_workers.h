#pragma once

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <new>

namespace prunescope::test {

/// Waits at its end for TBB's workers to end. A worker on its way out of an arena still holds what observes
/// that arena; were it cut off there by the end of the program, a leak checker would take that for lost.
class EndOfWorkers {
public:
    EndOfWorkers() = default;
    ~EndOfWorkers() { EXPECT_TRUE(tbb::finalize(workers_, std::nothrow)); }
    EndOfWorkers(const EndOfWorkers&) = delete;
    EndOfWorkers& operator=(const EndOfWorkers&) = delete;

private:
    tbb::task_scheduler_handle workers_{tbb::attach{}};
};

}  // namespace prunescope::test
