#include "view/accuracy_drops.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace prunescope::view {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::int64_t manyImages = 10000;

EvaluationCurves measured(const std::vector<double>& accuracy) {
    EvaluationCurves curves;
    for (std::size_t i = 0; i < accuracy.size(); ++i) {
        curves.times.append(
            {.step = static_cast<std::int64_t>(100 * (i + 1)), .epoch = 1.0 + static_cast<double>(i)});
        curves.quality.front().append(accuracy[i]);
        curves.mainError.append(0);
    }
    return curves;
}

/// (before, lowest) of each.
std::vector<std::pair<std::size_t, std::size_t>> dropsOf(const std::vector<double>& accuracy,
                                                         std::int64_t images = manyImages) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (const AccuracyDrop& drop : accuracyDrops(measured(accuracy), images))
        places.emplace_back(drop.before, drop.lowest);
    return places;
}

using Places = std::pair<std::size_t, std::size_t>;

TEST(AccuracyDrops, AreFallsThatAreLargerThanTheUsualChanges) {
    EXPECT_THAT(dropsOf({0.90, 0.905, 0.91, 0.84, 0.85}), ElementsAre(Places(2, 3)));
    // Neighbours differ by 0.04 all the time: 4 x 1.4826 x 0.04 = 0.237.
    EXPECT_THAT(dropsOf({0.90, 0.86, 0.90, 0.86, 0.90, 0.84}), IsEmpty());
}

TEST(AccuracyDrops, HaveTheLimitThatTheyWentBeyond) {
    // The changes in front are 0.005 and 0.005; three standard errors are 3 sqrt(2 0.875 0.125 / 10,000) =
    // 0.0140.
    const auto usual = accuracyDrops(measured({0.90, 0.905, 0.91, 0.84}), manyImages);
    ASSERT_THAT(usual, SizeIs(1));
    EXPECT_NEAR(usual[0].limit, 4 * 1.4826 * 0.005, 1e-6);
    // Nothing has changed before: chance alone, 3 sqrt(2 0.85 0.15 / 10,000).
    const auto still = accuracyDrops(measured({0.90, 0.90, 0.90, 0.80}), manyImages);
    ASSERT_THAT(still, SizeIs(1));
    EXPECT_NEAR(still[0].limit, 3 * std::sqrt(2 * 0.85 * 0.15 / 10000), 1e-6);
}

TEST(AccuracyDrops, AreNotFoundBeforeAnyChangeIsUsual) {
    EXPECT_THAT(dropsOf({0.90, 0.80}), IsEmpty());
    EXPECT_THAT(dropsOf({0.90, 0.91, 0.80}), IsEmpty());
}

TEST(AccuracyDrops, OfFewImagesAreChance) {
    const std::vector<double> accuracy{0.90, 0.90, 0.90, 0.86};
    // 3 sqrt(2 0.88 0.12 / n): 0.0138 of 10,000 images, 0.138 of 100.
    EXPECT_THAT(dropsOf(accuracy, 10000), ElementsAre(Places(2, 3)));
    EXPECT_THAT(dropsOf(accuracy, 100), IsEmpty());
    EXPECT_THAT(dropsOf(accuracy, 0), IsEmpty());
}

TEST(AccuracyDrops, OfSeveralEvaluationsAreOne) {
    EXPECT_THAT(dropsOf({0.90, 0.90, 0.90, 0.80, 0.70, 0.72, 0.90, 0.90}), ElementsAre(Places(2, 4)));
    // Each step stays under the limit of 0.0297 x 0.01 / 0.005, the fall of four does not.
    EXPECT_THAT(dropsOf({0.90, 0.901, 0.90, 0.901, 0.89, 0.88}), ElementsAre(Places(3, 5)));
}

TEST(AccuracyDrops, StayWhateverComesLater) {
    std::vector<double> accuracy{0.90, 0.905, 0.91, 0.84};
    const auto early = dropsOf(accuracy);
    accuracy.insert(accuracy.end(), {0.5, 0.9, 0.4, 0.9, 0.3, 0.9});
    const auto late = dropsOf(accuracy);
    ASSERT_THAT(early, SizeIs(1));
    ASSERT_FALSE(late.empty());
    EXPECT_EQ(late[0].first, early[0].first);
}

TEST(AccuracyDrops, StandWhatIsNoNumber) {
    EXPECT_THAT(dropsOf({0.9, std::numeric_limits<double>::quiet_NaN(), 0.9, 0.9}), IsEmpty());
    EXPECT_THAT(dropsOf({}), IsEmpty());
    EXPECT_THAT(dropsOf({0.9}), IsEmpty());
}

/// Two layers of 100 and 1,000 weights, measured at steps 50, 150 and 250.
struct TwoLayers {
    TwoLayers() : history(2, 0) {
        header.network.layers = {
            {.name = "conv", .kind = "convolution", .weights = 100, .prunable = LayerIndex{0}},
            {.name = "pool", .kind = "pooling"},
            {.name = "fc", .kind = "dense", .weights = 1000, .prunable = LayerIndex{1}}};
        header.dataset.validationImages = manyImages;
        header.provenance.startedMs = 5000;
        update(50, {90, 0}, {500, 0});
        update(150, {10, 4}, {30, 0});
        update(250, {0, 3}, {100, 0});
    }
    struct Change {
        std::int64_t cut, revived;
    };
    void update(std::int64_t step, Change conv, Change fc) {
        history.append(std::vector<run::LayerStatistic>{{.step = StepIndex{step},
                                                         .layer = LayerIndex{0},
                                                         .weights = 100,
                                                         .kept = 50,
                                                         .cut = conv.cut,
                                                         .revived = conv.revived},
                                                        {.step = StepIndex{step},
                                                         .layer = LayerIndex{1},
                                                         .weights = 1000,
                                                         .kept = 500,
                                                         .cut = fc.cut,
                                                         .revived = fc.revived}});
    }
    void evaluate(std::int64_t step, double epoch, std::int64_t right) {
        history.append(run::Evaluation{.step = StepIndex{step},
                                       .epoch = epoch,
                                       .classes = 2,
                                       .confusion = {right, manyImages - right, 0, 0}});
    }
    run::RunHeader header;
    RunHistory history;
};

TEST(LargestLosses, AreThoseOfTheUpdatesBehindOneMeasurementUpToTheNext) {
    const TwoLayers run;
    EXPECT_THAT(largestLosses(run.history, {100, 1000}, 100, 200),
                ElementsAre(LayerLoss{.layer = 0, .cut = 10, .revived = 4, .share = 0.06},
                            LayerLoss{.layer = 1, .cut = 30, .revived = 0, .share = 0.03}));
    // An update at the step of a measurement was measured by it.
    EXPECT_THAT(largestLosses(run.history, {100, 1000}, 150, 250),
                ElementsAre(LayerLoss{.layer = 1, .cut = 100, .revived = 0, .share = 0.1}));
    EXPECT_THAT(largestLosses(run.history, {100, 1000}, 0, 250, 1),
                ElementsAre(LayerLoss{.layer = 0, .cut = 100, .revived = 7, .share = 0.93}));
    EXPECT_THAT(largestLosses(run.history, {100, 1000}, 250, 999), IsEmpty());
}

TEST(DropEvents, SayWhatFellAndWhichLayersLostMost) {
    TwoLayers run;
    run.evaluate(98, 0.5, 9000);
    run.evaluate(99, 0.75, 9000);
    run.evaluate(100, 1, 9000);
    run.evaluate(200, 2, 8000);
    const auto events = dropEvents(run.history, run.header);
    ASSERT_THAT(events, SizeIs(1));
    EXPECT_EQ(events[0].kind, accuracyFell);
    EXPECT_EQ(events[0].sequence, -3);
    EXPECT_EQ(beforeTheFall(events[0]), 2U);
    EXPECT_EQ(events[0].step.value, 200);
    EXPECT_EQ(events[0].wallMs, 5000);
    EXPECT_EQ(
        events[0].note.english(),
        "Validation accuracy fell from 90.00\u00A0% at epoch 1.00 to 80.00\u00A0% at epoch 2.00; up to 1.51 "
        "points would be chance or usual here. Lost most of their weights meanwhile: conv 6.0\u00A0%, fc "
        "3.0\u00A0%.");
}

TEST(DropEvents, SayWhereNoLayerIsToBlame) {
    TwoLayers run;
    for (const std::int64_t step : {298, 299, 300}) run.evaluate(step, 1, 9000);
    run.evaluate(400, 2, 8000);
    const auto events = dropEvents(run.history, run.header);
    ASSERT_THAT(events, SizeIs(1));
    EXPECT_THAT(events[0].note.english(), testing::EndsWith("No layer lost weights meanwhile."));
}

}  // namespace
}  // namespace prunescope::view
