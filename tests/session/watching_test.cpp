// What whoever watches a live run is told: previews of masks, and a copy of all that is recorded.

#include "session/record_feed.h"
#include "session/tiny_session.h"
#include "support/end_of_workers.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cmath>
#include <numeric>

namespace prunescope::session {
namespace {

using testing::HasSubstr;

class WatchingTest : public TinySession {
protected:
    WatchingTest() { config_.epochs = 5; }

    MemorySink sink_;
};

TEST_F(WatchingTest, APreviewSaysWhatEveryLayerWouldKeepAndChangesNothing) {
    const auto live = start(sink_, true);
    const auto preview = ask(*live, PreviewMasks{0.9}).content;
    ASSERT_NE(preview, nullptr);
    EXPECT_EQ(preview->kept.size(), 2U);
    const std::int64_t weights = 28 * 28 * 16 + 16 * 10;
    EXPECT_EQ(std::accumulate(preview->kept.begin(), preview->kept.end(), std::int64_t{0}),
              weights - static_cast<std::int64_t>(std::floor(0.9 * weights)));
    EXPECT_EQ(live->snapshot()->sparsity, 0) << "the network itself is still dense";
    ask(*live, Stop{});
    live->wait();
    EXPECT_EQ(sink_.eventKinds(), (std::vector<std::string>{event::started, event::stopRequested,
                                                            event::masksFinished, event::stopped}))
        << "a look is no event";
}

TEST_F(WatchingTest, APreviewOfTheImpossibleIsRefusedWithItsReason) {
    const auto live = start(sink_, true);
    EXPECT_THAT(ask(*live, PreviewMasks{1.0}).refusal.english(), HasSubstr("target"));
    EXPECT_THAT(ask(*live, PreviewMasks{std::nan("")}).refusal.english(), HasSubstr("target"));
    config_.method = "dense";
    MemorySink other;
    const auto dense = start(other, true);
    EXPECT_THAT(ask(*dense, PreviewMasks{0.5}).refusal.english(), HasSubstr("dense"));
}

TEST_F(WatchingTest, TheFeedHandsOutEverythingOnceAndInOrder) {
    RecordFeed feed(sink_);
    run::RecordBatch seen;
    {
        const auto live = start(feed, true);
        ask(*live, Resume{});
        for (bool ended = false; !ended;) {
            ended = live->waitFor(1);
            run::RecordBatch next = feed.drain();
            next.prepend(std::move(seen));
            seen = std::move(next);
        }
    }
    const run::RunRecord& kept = sink_.kept();
    ASSERT_TRUE(seen.header && seen.outcome);
    EXPECT_EQ(seen.header->totalSteps, kept.header.totalSteps);
    EXPECT_EQ(seen.outcome->step, kept.outcome.step);
    EXPECT_EQ(seen.size(), kept.size() + 2);
    EXPECT_EQ(seen.maskUpdates, kept.maskUpdates);
    EXPECT_EQ(seen.layerStatistics.size(), kept.layerStatistics.size());
    EXPECT_EQ(seen.evaluations.size(), kept.evaluations.size());
    EXPECT_GT(seen.layerStatistics.size(), 0U);
    for (std::size_t i = 0; i < seen.samples.size(); ++i)
        ASSERT_EQ(seen.samples[i].step.value, static_cast<std::int64_t>(i) + 1);
    for (std::size_t i = 0; i < seen.events.size(); ++i)
        ASSERT_EQ(seen.events[i].sequence, static_cast<std::int64_t>(i) + 1);
}

/// Tells the priority of the thread that trains.
class PrioritySink : public MemorySink {
public:
    std::atomic<int> niceness = 0;

    using MemorySink::record;
    void record(const run::AuditEvent& event) override {
        niceness = getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)));
        MemorySink::record(event);
    }
};

TEST_F(WatchingTest, AYieldingRunGivesWayToOthersAndLeavesThemAlone) {
    const test::EndOfWorkers endOfWorkers;
    const int own = getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)));
    PrioritySink sink;
    const auto live = start(sink, {.startPaused = true, .yielding = true});
    ask(*live, Stop{});
    live->wait();
    EXPECT_GT(sink.niceness, own);
    EXPECT_EQ(getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid))), own);
}

TEST_F(WatchingTest, WhatWasNotRecordedIsNotShown) {
    class FullDisk : public MemorySink {
    public:
        using MemorySink::record;
        void record(const run::AuditEvent& /*event*/) override {
            throw std::runtime_error("the disk is full");
        }
    } disk;
    RecordFeed feed(disk);
    EXPECT_THROW(feed.record(run::AuditEvent{}), std::runtime_error);
    EXPECT_TRUE(feed.drain().events.empty());
}

}  // namespace
}  // namespace prunescope::session
