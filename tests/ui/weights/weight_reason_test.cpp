#include "ui/weights/weight_reason.h"

#include "ui/support/fake_run_model.h"

#include <gtest/gtest.h>

namespace prunescope::ui {
namespace {

/// A network of 100 + 900 weights, of which 200 are kept, 30 of them in the first layer.
class WeightReasonTest : public testing::Test {
protected:
    WeightReasonTest() {
        run::RunHeader header;
        header.config.method = "map";
        header.network.layers = {
            {.name = "conv1", .kind = "convolution", .weights = 100, .prunable = LayerIndex{0}},
            {.name = "fc1", .kind = "dense", .weights = 900, .prunable = LayerIndex{1}}};
        run.headerNow = header;
    }
    QString reason(std::int64_t inLayer, std::int64_t inNetwork, bool kept) const {
        return weightReason({.layer = LayerIndex{0},
                             .kept = kept,
                             .rankInLayer = inLayer,
                             .rankInNetwork = inNetwork,
                             .keptInLayer = 30,
                             .keptInNetwork = 200},
                            run);
    }
    FakeRunModel run;
};

TEST_F(WeightReasonTest, SaysTheRankAmongAllAndWhereItWouldTurn) {
    EXPECT_EQ(
        reason(40, 250, false).toStdString(),
        "|w| is rank 250 of 1,000 in the network, of which 200 are kept. It would come back at a sparsity "
        "of 75.00 % or less.");
    EXPECT_EQ(reason(10, 200, true).toStdString(),
              "|w| is rank 200 of 1,000 in the network, of which 200 are kept. It stays up to a sparsity of "
              "80.00 %.");
}

TEST_F(WeightReasonTest, RanksWithinTheLayerWhereMasksDo) {
    const std::string said =
        "|w| is rank 31 of 100 in conv1, of which 30 are kept. It would come back at a sparsity of "
        "69.00 % or "
        "less.";
    run.headerNow->config.pruning.scope = "uniform";
    EXPECT_EQ(reason(31, 1, false).toStdString(), said);
    run.headerNow->config.pruning.scope = "global";
    run.headerNow->config.pruning.layers = {{"fc1", 0.5}};
    EXPECT_EQ(reason(31, 1, false).toStdString(), said);
}

TEST_F(WeightReasonTest, GivesNoReasonThatTheRankDoesNotBear) {
    EXPECT_EQ(
        reason(1, 150, false).toStdString(),
        "|w| is now rank 150 of 1,000 in the network. The masks that were chosen last cut it, and keep 200. "
        "Weights have moved since, or the method ranks otherwise.");
    EXPECT_TRUE(reason(1, 201, true).contains(QLatin1String("keep it, and 200 in all.")));
}

TEST_F(WeightReasonTest, IsAnotherWhereNothingIsPruned) {
    run.headerNow->config.pruning.layers = {{"conv1", 0.0}};
    EXPECT_EQ(reason(1, 1, true), QStringLiteral("This layer is never pruned, as was asked for."));
    run.headerNow->config.method = "dense";
    EXPECT_EQ(reason(1, 1, true), QStringLiteral("This run prunes nothing."));
    run.headerNow->config = {};
    EXPECT_EQ(weightReason({.layer = LayerIndex{0}, .keptInNetwork = 1000}, run),
              QStringLiteral("Nothing has been pruned yet."));
    EXPECT_EQ(weightReason({.layer = LayerIndex{7}}, run), QString());
    run.headerNow.reset();
    EXPECT_EQ(reason(1, 1, true), QString());
}

}  // namespace
}  // namespace prunescope::ui
