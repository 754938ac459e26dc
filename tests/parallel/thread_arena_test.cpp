#include "parallel/thread_arena.h"

#include "parallel/background_arena.h"
#include "parallel/parallel_for.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

namespace prunescope::parallel {
namespace {

/// True when two blocks of a loop are under way at the same time, on the threads of the present arena.
bool twoBlocksMeet() {
    std::atomic<int> here{0};
    std::atomic<int> met{0};
    parallelFor(2, [&](std::int64_t) {
        ++here;
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (here < 2 && std::chrono::steady_clock::now() < patience) std::this_thread::yield();
        met += here == 2 ? 1 : 0;
    });
    return met == 2;
}

bool twoBlocksMeet(ThreadArena& arena) {
    bool met = false;
    arena.run([&] { met = twoBlocksMeet(); });
    return met;
}

/// Holds one thread of an arena of so many, as the loop of a paused run does.
class PausedRun {
public:
    explicit PausedRun(int threads) : arena_(threads, false) {
        arena_.enqueue([this] {
            started_.set_value();
            resumed_.get_future().wait();
            ended_.set_value();
        });
        started_.get_future().wait();
    }
    ~PausedRun() {
        resumed_.set_value();
        ended_.get_future().wait();
    }
    PausedRun(const PausedRun&) = delete;
    PausedRun& operator=(const PausedRun&) = delete;

private:
    BackgroundArena arena_;
    std::promise<void> started_, resumed_, ended_;
};

TEST(ThreadArena, HasAllItsThreadsWhileAPausedRunHoldsOne) {
    const PausedRun paused(2);
    ThreadArena arena(2);
    EXPECT_TRUE(twoBlocksMeet(arena));
}

TEST(BackgroundArena, HasAllItsThreadsBesideASmallerOneThatCameLater) {
    std::promise<bool> met;
    BackgroundArena arena(2, false);
    const PausedRun paused(1);
    arena.enqueue([&] { met.set_value(twoBlocksMeet()); });
    EXPECT_TRUE(met.get_future().get());
}

TEST(BackgroundArena, HasAllItsThreadsAfterASmallerOneHasGone) {
    std::promise<bool> met;
    BackgroundArena arena(2, false);
    { const PausedRun paused(1); }
    arena.enqueue([&] { met.set_value(twoBlocksMeet()); });
    EXPECT_TRUE(met.get_future().get());
}

}  // namespace
}  // namespace prunescope::parallel
