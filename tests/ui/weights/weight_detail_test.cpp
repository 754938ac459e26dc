// What the weights page says of one weight.

#include "ui/weights/weights_page_fixture.h"

#include <QToolTip>

namespace prunescope::ui {
namespace {

TEST_F(WeightsPageTest, AsksAboutTheWeightUnderThePointerAndShowsTheAnswerWhenItComes) {
    showNetwork(RunModel::Stage::running);
    page_.show();
    page_.showLayer(LayerIndex{1});
    answer(StepIndex{4});
    QTest::keyClick(&picture(), Qt::Key_Return);  // the weight in the middle
    QTest::qWait(200);
    ASSERT_EQ(asked<InspectWeight>().size(), 1U);
    const InspectWeight question = asked<InspectWeight>().front();
    EXPECT_EQ(question.layer, LayerIndex{1});
    EXPECT_EQ(picture().weightUnder(picture().rect().center()), question.index);
    run_.answerLast<InspectWeight>({.layer = question.layer,
                                    .index = question.index,
                                    .step = StepIndex{5000},
                                    .value = 0.125F,
                                    .effective = 0,
                                    .kept = false,
                                    .rankInLayer = 77,
                                    .rankInNetwork = 12345,
                                    .attention = 0.25,
                                    .changes = 3,
                                    .lastChange = StepIndex{4096}});
    const QString shown = find<QLabel>("weightDetail")->text();
    for (const char* part : {"fc1 [", "0.125", "pruned", "77", "12,345", "0.2500", "3", "4,096"})
        EXPECT_TRUE(shown.contains(QLatin1String(part))) << part << " in " << shown.toStdString();
}

/// What the run would answer to the latest question.
session::WeightDetail detailOf(const InspectWeight& question, StepIndex step, bool kept) {
    return {.layer = question.layer,
            .index = question.index,
            .step = step,
            .value = 1,
            .effective = 1,
            .kept = kept};
}

TEST_F(WeightsPageTest, WhatIsSaidOfAWeightFollowsTheRunAndHasNoTip) {
    showNetwork(RunModel::Stage::running);
    page_.show();
    page_.showLayer(LayerIndex{1});
    answer(StepIndex{4});
    const auto* said = find<QLabel>("weightDetail");
    const auto tell = [&](StepIndex step, bool kept) {
        run_.answerLast<InspectWeight>(detailOf(asked<InspectWeight>().back(), step, kept));
    };
    QTest::mouseMove(&picture(), picture().rect().center());
    ASSERT_TRUE(QTest::qWaitFor([&] { return asked<InspectWeight>().size() == 1; }, 5000));
    tell(StepIndex{4}, true);
    EXPECT_TRUE(said->text().contains(QLatin1String("kept"))) << said->text().toStdString();
    EXPECT_TRUE(QToolTip::text().isEmpty());
    answer(StepIndex{20});
    ASSERT_TRUE(QTest::qWaitFor([&] { return asked<InspectWeight>().size() == 2; }, 5000))
        << "the picture has moved on, so it asks again";
    EXPECT_EQ(asked<InspectWeight>()[1].index, asked<InspectWeight>()[0].index);
    tell(StepIndex{20}, false);
    EXPECT_TRUE(said->text().contains(QLatin1String("pruned"))) << said->text().toStdString();
    EXPECT_TRUE(said->text().contains(QLatin1String("20")));
}

TEST_F(WeightsPageTest, AClickKeepsAWeightBesideThePictureUntilTheNext) {
    showNetwork(RunModel::Stage::running);
    page_.show();
    page_.showLayer(LayerIndex{1});
    answer(StepIndex{4});
    const QPoint centre = picture().rect().center();
    const QPoint other = centre + QPoint(static_cast<int>(2 * picture().cellSize()), 0);
    QTest::mouseClick(&picture(), Qt::LeftButton, {}, centre);
    const QString kept = find<QLabel>("weightDetail")->text();
    QTest::mouseMove(&picture(), other);
    EXPECT_EQ(find<QLabel>("weightDetail")->text(), kept);
    QTest::mouseClick(&picture(), Qt::LeftButton, {}, other);
    EXPECT_NE(find<QLabel>("weightDetail")->text(), kept);
    QTest::mouseClick(&picture(), Qt::LeftButton, {}, other);
    QTest::mouseMove(&picture(), centre);
    EXPECT_NE(find<QLabel>("weightDetail")->text(), kept) << "released: the pointer leads again";
}

}  // namespace
}  // namespace prunescope::ui
