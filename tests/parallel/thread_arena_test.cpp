#include "parallel/thread_arena.h"

#include "parallel/parallel_for.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

namespace prunescope::parallel {
namespace {

/// True when two blocks of a loop are under way at the same time.
bool twoBlocksMeet(ThreadArena& arena) {
    std::atomic<int> here{0};
    std::atomic<int> met{0};
    arena.run([&] {
        parallelFor(2, [&](std::int64_t) {
            ++here;
            const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(20);
            while (here < 2 && std::chrono::steady_clock::now() < patience) std::this_thread::yield();
            met += here == 2 ? 1 : 0;
        });
    });
    return met == 2;
}

TEST(ThreadArena, HasAllItsThreadsWhileAPausedRunHoldsOne) {
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, 3);
    std::promise<void> resume, started, ended;
    tbb::task_arena run(2, 0);
    run.enqueue([&] {
        started.set_value();
        resume.get_future().wait();
        ended.set_value();
    });
    started.get_future().wait();
    ThreadArena arena(2);
    EXPECT_TRUE(twoBlocksMeet(arena));
    resume.set_value();
    ended.get_future().wait();
}

}  // namespace
}  // namespace prunescope::parallel
