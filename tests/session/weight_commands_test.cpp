// What a live run shows of its weights.

#include "session/tiny_session.h"

#include <algorithm>
#include <cmath>

namespace prunescope::session {
namespace {

class WeightCommandsTest : public TinySession {};

constexpr LayerIndex first{0};

TEST_F(WeightCommandsTest, TellsAllThatIsKnownOfOneWeight) {
    MemorySink sink;
    const auto live = start(sink, true);
    for (int k = 0; k < 3; ++k) ask(*live, Step{});
    // The layer's values, cell by cell, are the independent witness of value and rank.
    const auto picture = ask(*live, WatchWeights{first, {0, 0, 16, 784, 16, 784}}).content;
    ASSERT_NE(picture, nullptr);
    EXPECT_EQ(live->snapshot()->picture, picture);
    const std::int64_t index = 5 * 784 + 100;
    const auto detail = ask(*live, InspectWeight{first, index}).content;
    ASSERT_NE(detail, nullptr);
    EXPECT_EQ(detail->index, index);
    const auto& values = picture->tile.value;
    const float value = values[static_cast<std::size_t>(index)];
    EXPECT_EQ(detail->value, value);
    EXPECT_EQ(detail->kept, picture->tile.keptShare[static_cast<std::size_t>(index)] == 1);
    const auto larger =
        std::count_if(values.begin(), values.end(), [&](float w) { return std::abs(w) > std::abs(value); });
    EXPECT_EQ(detail->rankInLayer, larger + 1);
    EXPECT_GE(detail->rankInNetwork, detail->rankInLayer);
    ASSERT_TRUE(detail->attention);
    EXPECT_GT(*detail->attention, 0);
    EXPECT_LE(*detail->attention, 1);
    EXPECT_EQ(detail->changes, 0) << "nothing is cut at the start";
    EXPECT_EQ(detail->lastChange, std::nullopt);
}

TEST_F(WeightCommandsTest, RefusesWeightsAndArrangementsThatAreNotThere) {
    MemorySink sink;
    const auto live = start(sink, true);
    EXPECT_FALSE(ask(*live, InspectWeight{LayerIndex{7}, 0}).refusal.empty());
    EXPECT_FALSE(ask(*live, InspectWeight{first, -1}).refusal.empty());
    EXPECT_NE(ask(*live, InspectWeight{first, 16 * 784}).refusal.english().find("12544"), std::string::npos);
    WatchWeights kernels{first, {.rows = 5, .columns = 5}};
    kernels.tile.arrangement = view::Arrangement::kernels;
    EXPECT_FALSE(ask(*live, kernels).refusal.empty()) << "a dense layer has no kernels";
    EXPECT_EQ(live->snapshot()->picture, nullptr);
}

TEST_F(WeightCommandsTest, LeavesNoTraceInTheAuditOfALookThatWasRefused) {
    MemorySink sink;
    const auto live = start(sink, true);
    EXPECT_FALSE(ask(*live, WatchWeights{LayerIndex{7}, {}}).refusal.empty());
    EXPECT_FALSE(ask(*live, InspectWeight{first, -1}).refusal.empty());
    EXPECT_FALSE(ask(*live, PreviewMasks{1.0}).refusal.empty());
    EXPECT_FALSE(ask(*live, Pause{}).accepted) << "it is paused already";
    ask(*live, Stop{});
    live->wait();
    const auto kinds = sink.eventKinds();
    ASSERT_GE(kinds.size(), 3U);
    EXPECT_EQ(kinds[0], event::started);
    EXPECT_EQ(kinds[1], event::refused) << "what was meant to change the run is told";
    ASSERT_TRUE(sink.kept().events[1].refusal);
    EXPECT_EQ(sink.kept().events[1].refusal->why.english(), "the run is paused already");
    EXPECT_EQ(kinds[2], event::stopRequested);
}

TEST_F(WeightCommandsTest, ShowsTheFirstLayerAsImagesAndStopsWhenNothingIsWanted) {
    MemorySink sink;
    const auto live = start(sink, true);
    WatchWeights images{first, {.rows = 28, .columns = 57}};
    images.tile.arrangement = view::Arrangement::images;
    ASSERT_NE(ask(*live, images).content, nullptr);
    ASSERT_NE(live->snapshot()->picture, nullptr);
    EXPECT_EQ(live->snapshot()->picture->tile.mark[28], view::CellMark::gap);
    EXPECT_TRUE(ask(*live, WatchWeights{first, {.rows = 0}}).refusal.empty());
    ask(*live, Step{});
    ask(*live, Pause{});
    EXPECT_EQ(live->snapshot()->picture, nullptr);
}

TEST_F(WeightCommandsTest, LookingAtWeightsChangesNoBitOfTheTraining) {
    MemorySink alone;
    start(alone, false)->wait();
    MemorySink watched;
    const auto live = start(watched, true);
    ask(*live, WatchWeights{first, {.rows = 16, .columns = 784}});
    for (int k = 0; k < 10; ++k) {
        ask(*live, InspectWeight{first, 17 * k});
        ask(*live, Step{});
    }
    ask(*live, Resume{});
    live->wait();
    const run::MetricSample& seen = watched.kept().samples.back();
    const run::MetricSample& unseen = alone.kept().samples.back();
    EXPECT_EQ(seen.step, unseen.step);
    EXPECT_EQ(seen.loss, unseen.loss);
    EXPECT_EQ(seen.sparsity, unseen.sparsity);
    // The picture at the end is of the end.
    ASSERT_NE(live->snapshot()->picture, nullptr);
    EXPECT_EQ(live->snapshot()->picture->step, seen.step);
}

TEST_F(WeightCommandsTest, OfARunThatHasEndedNothingCanBeAskedAnyMore) {
    MemorySink sink;
    const auto live = start(sink, true);
    ask(*live, Stop{});
    live->wait();
    EXPECT_EQ(ask(*live, PreviewMasks{0.5}).refusal.english(), "the run has ended");
    EXPECT_EQ(ask(*live, InspectWeight{first, 0}).content, nullptr);
}

}  // namespace
}  // namespace prunescope::session
