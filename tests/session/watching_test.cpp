// What whoever watches a live run is told: previews of masks, and a copy of all that is recorded.

#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "session/record_feed.h"
#include "session/session.h"
#include "support/temporary_folder.h"

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

class CountingSink : public run::RunSink {
public:
    std::size_t samples = 0;
    std::size_t statistics = 0;
    std::size_t evaluations = 0;
    std::size_t events = 0;
    bool failing = false;

    void begin(const run::RunHeader&) override {}
    void record(const run::MetricSample&) override { ++samples; }
    void record(const std::vector<run::LayerStatistic>&) override { ++statistics; }
    void record(const run::Evaluation&) override { ++evaluations; }
    void record(const run::AuditEvent&) override {
        if (failing) throw std::runtime_error("the disk is full");
        ++events;
    }
    void finish(const run::RunOutcome&) override {}
};

class WatchingTest : public testing::Test {
protected:
    WatchingTest() { test::writeTinyMnist(folder_.path()); }

    std::unique_ptr<Session> start(run::RunSink& sink, const std::string& method = "map",
                                   bool yielding = false) {
        run::RunConfig config;
        config.dataset = "mnist";
        config.dataDir = folder_.path().string();
        config.validationFraction = 0.25;
        config.model = "mlp:16";
        config.method = method;
        config.batch = 8;
        config.epochs = 5;
        config.pruning.maskInterval = 4;
        config.optimizer.learningRate = 0.001;
        auto dataset = std::make_shared<const data::Dataset>(data::loadDataset(config));
        return std::make_unique<Session>(
            std::make_unique<train::Trainer>(config, std::move(dataset)), sink, clock_,
            SessionOptions{.weightsFile = {}, .startPaused = true, .yielding = yielding});
    }
    static CommandResult ask(Session& live, Action action) {
        return live.submit({.action = std::move(action)}).get();
    }

    test::TemporaryFolder folder_;
    SystemClock clock_;
    CountingSink sink_;
};

TEST_F(WatchingTest, APreviewSaysWhatEveryLayerWouldKeepAndChangesNothing) {
    const auto live = start(sink_);
    ASSERT_TRUE(ask(*live, PreviewMasks{0.9}).accepted);
    const auto snapshot = live->snapshot();
    ASSERT_NE(snapshot->preview, nullptr);
    EXPECT_EQ(snapshot->preview->kept.size(), 2U);
    const std::int64_t weights = 28 * 28 * 16 + 16 * 10;
    EXPECT_EQ(
        std::accumulate(snapshot->preview->kept.begin(), snapshot->preview->kept.end(), std::int64_t{0}),
        weights - static_cast<std::int64_t>(std::floor(0.9 * weights)));
    EXPECT_EQ(snapshot->sparsity, 0) << "the network itself is still dense";
    ask(*live, Stop{});
    live->wait();
    EXPECT_EQ(sink_.events, 4U) << "a look is no event: started, stop_requested, masks_finished, stopped";
}

TEST_F(WatchingTest, APreviewOfTheImpossibleIsRefusedWithItsReason) {
    const auto live = start(sink_);
    EXPECT_THAT(ask(*live, PreviewMasks{1.0}).refusal, HasSubstr("target"));
    EXPECT_THAT(ask(*live, PreviewMasks{std::nan("")}).refusal, HasSubstr("target"));
    EXPECT_EQ(live->snapshot()->preview, nullptr);
    const auto dense = start(sink_, "dense");
    EXPECT_THAT(ask(*dense, PreviewMasks{0.5}).refusal, HasSubstr("dense"));
}

TEST_F(WatchingTest, TheFeedHandsOutEverythingOnceAndInOrder) {
    RecordFeed feed(sink_);
    std::vector<run::AuditEvent> events;
    std::size_t statistics = 0;
    std::size_t evaluations = 0;
    {
        const auto live = start(feed);
        ask(*live, Resume{});
        for (bool ended = false; !ended;) {
            ended = live->waitFor(1);
            const FeedChunk chunk = feed.drain();
            events.insert(events.end(), chunk.events.begin(), chunk.events.end());
            statistics += chunk.statistics.size();
            evaluations += chunk.evaluations.size();
        }
    }
    EXPECT_EQ(events.size(), sink_.events);
    EXPECT_EQ(statistics, sink_.statistics);
    EXPECT_EQ(evaluations, sink_.evaluations);
    EXPECT_GT(statistics, 0U);
    for (std::size_t i = 0; i < events.size(); ++i)
        EXPECT_EQ(events[i].sequence, static_cast<std::int64_t>(i) + 1);
}

/// Tells the priority of the thread that trains.
class PrioritySink : public CountingSink {
public:
    std::atomic<int> niceness = 0;
    void record(const run::AuditEvent& event) override {
        niceness = getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)));
        CountingSink::record(event);
    }
};

TEST_F(WatchingTest, AYieldingRunGivesWayToOthersAndLeavesThemAlone) {
    const int own = getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)));
    PrioritySink sink;
    const auto live = start(sink, "map", true);
    ask(*live, Stop{});
    live->wait();
    EXPECT_GT(sink.niceness, own);
    EXPECT_EQ(getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid))), own);
}

TEST_F(WatchingTest, WhatWasNotRecordedIsNotShown) {
    sink_.failing = true;
    RecordFeed feed(sink_);
    EXPECT_THROW(feed.record(run::AuditEvent{}), std::runtime_error);
    EXPECT_TRUE(feed.drain().events.empty());
}

}  // namespace
}  // namespace prunescope::session
