// What a live run shows of its weights.

#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "session/session.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace prunescope::session {
namespace {

/// Keeps the last sample only.
class LastSample : public run::RunSink {
public:
    void begin(const run::RunHeader& /*header*/) override {}
    void record(const run::MetricSample& sample) override { last = sample; }
    void record(const std::vector<run::LayerStatistic>& /*statistics*/) override {}
    void record(const run::Evaluation& /*evaluation*/) override {}
    void record(const run::AuditEvent& event) override { events.push_back(event); }
    void finish(const run::RunOutcome& /*outcome*/) override {}

    run::MetricSample last;
    std::vector<run::AuditEvent> events;
};

class WeightCommandsTest : public testing::Test {
protected:
    WeightCommandsTest() {
        test::writeTinyMnist(folder_.path());
        config_.dataset = "mnist";
        config_.dataDir = folder_.path().string();
        config_.validationFraction = 0.25;
        config_.model = "mlp:16";
        config_.batch = 8;
        config_.epochs = 25;
        config_.pruning.maskInterval = 4;
        config_.optimizer.learningRate = 0.001;
        config_.threads = 2;
    }

    std::unique_ptr<Session> start(bool paused, run::RunSink& sink) {
        auto dataset = std::make_shared<const data::Dataset>(data::loadDataset(config_));
        return std::make_unique<Session>(std::make_unique<train::Trainer>(config_, std::move(dataset)), sink,
                                         clock_, SessionOptions{.weightsFile = {}, .startPaused = paused});
    }

    static CommandResult ask(Session& live, Action action) {
        return live.submit({.action = std::move(action)}).get();
    }

    test::TemporaryFolder folder_;
    run::RunConfig config_;
    SystemClock clock_;
};

constexpr LayerIndex first{0};

TEST_F(WeightCommandsTest, TellsAllThatIsKnownOfOneWeight) {
    LastSample sink;
    const auto live = start(true, sink);
    for (int k = 0; k < 3; ++k) ask(*live, Step{});
    // The layer's values, cell by cell, are the independent witness of value and rank.
    ASSERT_TRUE(ask(*live, RequestTile{first, {0, 0, 16, 784, 16, 784}}).accepted);
    const auto picture = live->snapshot()->picture;
    ASSERT_NE(picture, nullptr);
    const std::int64_t index = 5 * 784 + 100;
    ASSERT_TRUE(ask(*live, InspectWeight{first, index}).accepted);
    const auto detail = live->snapshot()->inspected;
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
    LastSample sink;
    const auto live = start(true, sink);
    EXPECT_FALSE(ask(*live, InspectWeight{LayerIndex{7}, 0}).accepted);
    EXPECT_FALSE(ask(*live, InspectWeight{first, -1}).accepted);
    EXPECT_NE(ask(*live, InspectWeight{first, 16 * 784}).refusal.find("12544"), std::string::npos);
    RequestTile kernels{first, {.rows = 5, .columns = 5}};
    kernels.tile.arrangement = view::Arrangement::kernels;
    EXPECT_FALSE(ask(*live, kernels).accepted) << "a dense layer has no kernels";
    EXPECT_EQ(live->snapshot()->picture, nullptr);
}

TEST_F(WeightCommandsTest, ShowsTheFirstLayerAsImagesAndStopsWhenNothingIsWanted) {
    LastSample sink;
    const auto live = start(true, sink);
    RequestTile images{first, {.rows = 28, .columns = 57}};
    images.tile.arrangement = view::Arrangement::images;
    ASSERT_TRUE(ask(*live, images).accepted);
    ASSERT_NE(live->snapshot()->picture, nullptr);
    EXPECT_EQ(live->snapshot()->picture->tile.mark[28], view::CellMark::gap);
    ASSERT_TRUE(ask(*live, RequestTile{first, {.rows = 0}}).accepted);
    ask(*live, Step{});
    ask(*live, Pause{});
    EXPECT_EQ(live->snapshot()->picture, nullptr);
}

TEST_F(WeightCommandsTest, LookingAtWeightsChangesNoBitOfTheTraining) {
    LastSample alone;
    start(false, alone)->wait();
    LastSample watched;
    const auto live = start(true, watched);
    ask(*live, RequestTile{first, {.rows = 16, .columns = 784}});
    for (int k = 0; k < 10; ++k) {
        ask(*live, InspectWeight{first, 17 * k});
        ask(*live, Step{});
    }
    ask(*live, Resume{});
    live->wait();
    EXPECT_EQ(watched.last.step, alone.last.step);
    EXPECT_EQ(watched.last.loss, alone.last.loss);
    EXPECT_EQ(watched.last.sparsity, alone.last.sparsity);
    // The picture at the end is of the end.
    ASSERT_NE(live->snapshot()->picture, nullptr);
    EXPECT_EQ(live->snapshot()->picture->step, watched.last.step);
}

}  // namespace
}  // namespace prunescope::session
