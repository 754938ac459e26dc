// Loops that are shared with helpers do every block once, whoever is there to help.

#include "parallel/worker_team.h"

#include "parallel/thread_arena.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace prunescope::parallel {
namespace {

/// Calls `body` on a thread of an arena of that many, with a team.
template <class Body>
void withTeam(int threads, const Body& body) {
    ThreadArena(threads).run(body);
}

/// How often each block was done, without any guard: no two threads may do the same one.
std::vector<int> visitsOf(std::int64_t count) {
    std::vector<int> visits(static_cast<std::size_t>(count), 0);
    parallelFor(count, [&](std::int64_t i) { ++visits[static_cast<std::size_t>(i)]; });
    return visits;
}

class WorkerTeamTest : public testing::TestWithParam<int> {};

TEST_P(WorkerTeamTest, DoesEveryBlockOnce) {
    withTeam(GetParam(), [] {
        for (int round = 0; round < 300; ++round)
            for (const std::int64_t count : {0, 1, 2, 3, 7, 64, 1000})
                ASSERT_EQ(visitsOf(count), std::vector<int>(static_cast<std::size_t>(count), 1)) << round;
    });
}

TEST_P(WorkerTeamTest, CallsHelpersAgainThatHaveGone) {
    withTeam(GetParam(), [] {
        for (int round = 0; round < 5; ++round) {
            EXPECT_EQ(visitsOf(100), std::vector<int>(100, 1));
            std::this_thread::sleep_for(std::chrono::milliseconds(6));
        }
    });
}

TEST_P(WorkerTeamTest, RunsALoopInALoopInOrder) {
    withTeam(GetParam(), [] {
        std::vector<std::vector<std::int64_t>> orders(20);
        parallelFor(20, [&](std::int64_t i) {
            parallelFor(5, [&](std::int64_t k) { orders[static_cast<std::size_t>(i)].push_back(k); });
        });
        for (const auto& order : orders) EXPECT_EQ(order, (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
    });
}

TEST_P(WorkerTeamTest, PassesAnExceptionOnAndWorksAfterIt) {
    withTeam(GetParam(), [] {
        const auto fails = [](std::int64_t i) {
            if (i % 3 == 1) throw std::runtime_error("block");
        };
        for (int round = 0; round < 20; ++round) {
            EXPECT_THROW(parallelFor(50, fails), std::runtime_error);
            EXPECT_EQ(visitsOf(50), std::vector<int>(50, 1));
        }
    });
}

INSTANTIATE_TEST_SUITE_P(Threads, WorkerTeamTest, testing::Values(1, 2, 4));

TEST(WorkerTeam, IsFoundByItsOwnThreadAlone) {
    EXPECT_EQ(WorkerTeam::current(), nullptr);
    withTeam(2, [] {
        EXPECT_NE(WorkerTeam::current(), nullptr);
        const WorkerTeam* elsewhere = WorkerTeam::current();
        std::thread([&] { elsewhere = WorkerTeam::current(); }).join();
        EXPECT_EQ(elsewhere, nullptr);
    });
    EXPECT_EQ(WorkerTeam::current(), nullptr);
}

TEST(WorkerTeam, LeavesOtherTeamsAlone) {
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (int run = 0; run < 3; ++run) {
        threads.emplace_back([&wrong] {
            withTeam(2, [&wrong] {
                for (int round = 0; round < 200; ++round)
                    if (visitsOf(40) != std::vector<int>(40, 1)) ++wrong;
            });
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace prunescope::parallel
