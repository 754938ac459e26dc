// Loops that are shared with helpers do every piece once, whoever is there to help.

#include "math/crew.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <array>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace prunescope::math {
namespace {

/// Calls `body` on a thread of an arena of that many, with a crew.
template <class Body>
void withCrew(int threads, const Body& body) {
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism,
                                      static_cast<std::size_t>(threads));
    tbb::task_arena(threads).execute([&] {
        const Crew crew;
        body();
    });
}

/// How often each piece was done, without any guard: no two threads may do the same one.
std::vector<int> visitsOf(std::int64_t count) {
    std::vector<int> visits(static_cast<std::size_t>(count), 0);
    parallelFor(count, [&](std::int64_t i) { ++visits[static_cast<std::size_t>(i)]; });
    return visits;
}

class CrewTest : public testing::TestWithParam<int> {};

TEST_P(CrewTest, DoesEveryPieceOnce) {
    withCrew(GetParam(), [] {
        for (int round = 0; round < 300; ++round)
            for (const std::int64_t count : {0, 1, 2, 3, 7, 64, 1000})
                ASSERT_EQ(visitsOf(count), std::vector<int>(static_cast<std::size_t>(count), 1)) << round;
    });
}

TEST_P(CrewTest, CallsHelpersAgainThatHaveGone) {
    withCrew(GetParam(), [] {
        for (int round = 0; round < 5; ++round) {
            EXPECT_EQ(visitsOf(100), std::vector<int>(100, 1));
            std::this_thread::sleep_for(std::chrono::milliseconds(6));
        }
    });
}

TEST_P(CrewTest, RunsALoopInALoopInOrder) {
    withCrew(GetParam(), [] {
        std::vector<std::vector<std::int64_t>> orders(20);
        parallelFor(20, [&](std::int64_t i) {
            parallelFor(5, [&](std::int64_t k) { orders[static_cast<std::size_t>(i)].push_back(k); });
        });
        for (const auto& order : orders) EXPECT_EQ(order, (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
    });
}

TEST_P(CrewTest, PassesAnExceptionOnAndWorksAfterIt) {
    withCrew(GetParam(), [] {
        const auto fails = [](std::int64_t i) {
            if (i % 3 == 1) throw std::runtime_error("piece");
        };
        for (int round = 0; round < 20; ++round) {
            EXPECT_THROW(parallelFor(50, fails), std::runtime_error);
            EXPECT_EQ(visitsOf(50), std::vector<int>(50, 1));
        }
    });
}

INSTANTIATE_TEST_SUITE_P(Threads, CrewTest, testing::Values(1, 2, 4));

TEST(Crew, IsFoundByItsOwnThreadAlone) {
    EXPECT_EQ(Crew::current(), nullptr);
    withCrew(2, [] {
        EXPECT_NE(Crew::current(), nullptr);
        const Crew* elsewhere = Crew::current();
        std::thread([&] { elsewhere = Crew::current(); }).join();
        EXPECT_EQ(elsewhere, nullptr);
    });
    EXPECT_EQ(Crew::current(), nullptr);
}

TEST(Crew, LeavesOtherCrewsAlone) {
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, 4);
    std::array<tbb::task_arena, 3> arenas;
    for (tbb::task_arena& arena : arenas) arena.initialize(2);
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (tbb::task_arena& arena : arenas) {
        threads.emplace_back([&wrong, &arena] {
            arena.execute([&wrong] {
                const Crew crew;
                for (int round = 0; round < 200; ++round)
                    if (visitsOf(40) != std::vector<int>(40, 1)) ++wrong;
            });
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace prunescope::math
