// Work in the background: what comes of it comes to its owner, in the owner's thread, and to nobody else.
#include "ui/support/job.h"

#include <gtest/gtest.h>

#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QThreadPool>
#include <atomic>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace prunescope::ui {
namespace {

constexpr int longEnoughMs = 10'000;

void ignore(const Error& /*error*/) {}

/// What was begun has ended, and what it sent has arrived.
void letEverythingArrive() {
    ASSERT_TRUE(QThreadPool::globalInstance()->waitForDone(longEnoughMs));
    QTest::qWait(1);
}

/// Work that tells when it has begun and goes on until it is let go.
class HeldWork {
public:
    template <class Result>
    auto giving(Result result) {
        return [this, result](const Job::Working& working) {
            begun_.release();
            letGo_.tryAcquire(1, longEnoughMs);
            wasStopped = working.isStopped();
            return result;
        };
    }
    bool waitUntilBegun() { return begun_.tryAcquire(1, longEnoughMs); }
    void letGo() { letGo_.release(); }

    std::atomic<bool> wasStopped{false};

private:
    QSemaphore begun_, letGo_;
};

TEST(JobTest, AResultComesInTheOwnersThreadThroughItsEventLoop) {
    Job job;
    QThread* workedIn = nullptr;
    QThread* takenIn = nullptr;
    int result = 0;
    job.start(
        [&workedIn] {
            workedIn = QThread::currentThread();
            return 42;
        },
        [&](int given) {
            result = given;
            takenIn = QThread::currentThread();
            EXPECT_FALSE(job.isRunning()) << "nothing is awaited any more";
        },
        ignore);
    EXPECT_TRUE(job.isRunning());
    QThreadPool::globalInstance()->waitForDone(longEnoughMs);
    EXPECT_EQ(result, 0) << "it has come while its owner was at something else";
    ASSERT_TRUE(QTest::qWaitFor([&] { return result != 0; }, longEnoughMs));
    EXPECT_EQ(result, 42);
    EXPECT_EQ(takenIn, QThread::currentThread());
    EXPECT_NE(workedIn, QThread::currentThread());
}

TEST(JobTest, AResultIsMovedNotCopied) {
    Job job;
    std::unique_ptr<int> result;
    job.start([] { return std::make_unique<int>(7); },
              [&](std::unique_ptr<int> given) { result = std::move(given); }, ignore);
    ASSERT_TRUE(QTest::qWaitFor([&] { return result != nullptr; }, longEnoughMs));
    EXPECT_EQ(*result, 7);
}

template <class Throw>
std::optional<Error> errorOf(Throw work) {
    Job job;
    std::optional<Error> error;
    QThread* takenIn = nullptr;
    job.start(
        [work]() -> int {
            work();
            return 0;
        },
        [](int) { ADD_FAILURE() << "it has thrown"; },
        [&](const Error& given) {
            error = given;
            takenIn = QThread::currentThread();
        });
    if (!QTest::qWaitFor([&] { return error.has_value(); }, longEnoughMs)) ADD_FAILURE() << "no error came";
    EXPECT_EQ(takenIn, QThread::currentThread());
    return error;
}

TEST(JobTest, AnErrorComesWholeAndAnyOtherExceptionAsOne) {
    const auto whole =
        errorOf([] { throw UsageError("epochs", Text::of("{} is too many", 9), Text::of("Choose fewer.")); });
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->where(), Text("epochs"));
    EXPECT_EQ(whole->problem(), Text::of("{} is too many", 9));
    EXPECT_EQ(whole->mend(), Text::of("Choose fewer."));
    EXPECT_EQ(errorOf([] { throw std::bad_alloc(); })->whole(), Text::of("there is not enough memory"));
    EXPECT_EQ(errorOf([] { throw std::runtime_error("the disk is gone"); })->whole(),
              Text("the disk is gone"));
    EXPECT_EQ(errorOf([] { throw 1; })->whole(), Text::of("an unknown failure"));
}

TEST(JobTest, NothingComesToAnOwnerThatHasGone) {
    HeldWork inWork;
    bool came = false;
    const auto note = [&came](int) { came = true; };
    {
        Job job;
        job.start(inWork.giving(1), note, ignore);
        ASSERT_TRUE(inWork.waitUntilBegun());
    }
    inWork.letGo();
    {
        Job job;
        job.start([] { return 2; }, note, ignore);
        QThreadPool::globalInstance()->waitForDone(longEnoughMs);  // its result is under way
    }
    letEverythingArrive();
    EXPECT_TRUE(inWork.wasStopped) << "it was not told that nobody waits";
    EXPECT_FALSE(came);
}

TEST(JobTest, AThreadOfItsOwnIsAskedToStopAndWaitedFor) {
    std::atomic<bool> ended = false;
    QSemaphore begun;
    {
        Job job(Job::Newer::replaces, Job::Thread::own);
        job.start(
            [&](const Job::Working& working) {
                begun.release();
                for (int ms = 0; ms < longEnoughMs && !working.isStopped(); ++ms) QThread::msleep(1);
                QThread::msleep(20);
                ended = true;
                return working.isStopped();
            },
            [](bool) { ADD_FAILURE() << "its owner has gone"; }, ignore);
        ASSERT_TRUE(begun.tryAcquire(1, longEnoughMs));
    }
    EXPECT_TRUE(ended);
    letEverythingArrive();
}

TEST(JobTest, WhatIsCancelledIsAskedToStopAndNeverComes) {
    Job job;
    HeldWork held;
    std::vector<int> came;
    const auto note = [&came](int result) { came.push_back(result); };
    job.start(held.giving(1), note, ignore);
    ASSERT_TRUE(held.waitUntilBegun());
    job.cancel();
    EXPECT_FALSE(job.isRunning());
    held.letGo();
    letEverythingArrive();
    EXPECT_TRUE(held.wasStopped);

    job.start([] { return 2; }, note, ignore);
    QThreadPool::globalInstance()->waitForDone(longEnoughMs);
    job.cancel();  // its result is under way
    letEverythingArrive();
    EXPECT_TRUE(came.empty());

    job.start([] { return 3; }, note, ignore);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !came.empty(); }, longEnoughMs));
    EXPECT_EQ(came, std::vector{3}) << "a job that was cancelled can be used again";
}

TEST(JobTest, WhatIsStoppedGivesWhatItHas) {
    Job job;
    HeldWork held;
    std::vector<int> came;
    const auto note = [&came](int result) { came.push_back(result); };
    job.start(held.giving(3), note, ignore);
    ASSERT_TRUE(held.waitUntilBegun());
    job.stop();
    EXPECT_TRUE(job.isRunning());
    held.letGo();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !came.empty(); }, longEnoughMs));
    EXPECT_TRUE(held.wasStopped);
    EXPECT_EQ(came, std::vector{3});
}

/// Three pieces at once, of which the first is held until the others have been asked for.
std::vector<std::string> outcomeOfThree(Job::Newer newer, bool& firstWasStopped, bool& secondWasBegun) {
    Job job(newer);
    HeldWork first;
    std::atomic<bool> firstIsInWork = true;
    std::atomic<bool> begun = false;
    std::vector<std::string> came;
    const auto note = [&came](const std::string& result) { came.push_back(result); };
    const auto held = first.giving(std::string("first"));
    job.start(
        [&, held](const Job::Working& working) {
            const std::string result = held(working);
            firstIsInWork = false;
            return result;
        },
        note, ignore);
    if (!first.waitUntilBegun()) ADD_FAILURE() << "nothing was begun";
    job.start(
        [&begun] {
            begun = true;
            return std::string("second");
        },
        note, ignore);
    job.start([&firstIsInWork] { return std::string(firstIsInWork ? "third, beside the first" : "third"); },
              note, ignore);
    first.letGo();
    if (!QTest::qWaitFor([&] { return !job.isRunning(); }, longEnoughMs)) ADD_FAILURE() << "no end";
    firstWasStopped = first.wasStopped;
    secondWasBegun = begun;
    return came;
}

TEST(JobTest, ANewerRequestReplacesWhatIsInWorkAndWhatWaits) {
    bool firstWasStopped = false;
    bool secondWasBegun = true;
    EXPECT_EQ(outcomeOfThree(Job::Newer::replaces, firstWasStopped, secondWasBegun),
              std::vector<std::string>{"third"});
    EXPECT_TRUE(firstWasStopped);
    EXPECT_FALSE(secondWasBegun);
}

TEST(JobTest, ANewerRequestThatFollowsLeavesWhatIsInWorkAlone) {
    bool firstWasStopped = true;
    bool secondWasBegun = true;
    EXPECT_EQ(outcomeOfThree(Job::Newer::follows, firstWasStopped, secondWasBegun),
              (std::vector<std::string>{"first", "third"}));
    EXPECT_FALSE(firstWasStopped);
    EXPECT_FALSE(secondWasBegun);
}

TEST(JobTest, NewsOfTheWorkComeInOrderAndInTheOwnersThread) {
    Job job;
    std::vector<int> news;
    const auto take = [&news](int number) { news.push_back(number); };
    QThread* toldIn = nullptr;
    job.start(
        [&](const Job::Working& working) {
            for (const int number : {1, 2}) {
                working.tell([&, number] {
                    toldIn = QThread::currentThread();
                    take(number);
                });
            }
            return 3;
        },
        take, ignore);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !job.isRunning(); }, longEnoughMs));
    EXPECT_EQ(news, (std::vector{1, 2, 3}));
    EXPECT_EQ(toldIn, QThread::currentThread());
}

TEST(JobTest, NewsOfWhatWasCancelledDoNotCome) {
    Job job;
    bool came = false;
    job.start(
        [&came](const Job::Working& working) {
            working.tell([&came] { came = true; });
            return 0;
        },
        [&came](int) { came = true; }, ignore);
    QThreadPool::globalInstance()->waitForDone(longEnoughMs);
    job.cancel();
    letEverythingArrive();
    EXPECT_FALSE(came);
}

TEST(JobTest, MayBeDestroyedByWhoeverTakesItsResult) {
    auto job = std::make_unique<Job>();
    bool came = false;
    job->start([] { return 0; },
               [&](int) {
                   job.reset();
                   came = true;
               },
               ignore);
    ASSERT_TRUE(QTest::qWaitFor([&] { return came; }, longEnoughMs));
    EXPECT_EQ(job, nullptr);
}

}  // namespace
}  // namespace prunescope::ui
