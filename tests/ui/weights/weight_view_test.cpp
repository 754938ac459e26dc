// The picture of a layer's weights: what stands where, in which colours.

#include "ui/weights/weight_view.h"

#include "ui/support/theme.h"
#include "ui/weights/tile_pictures.h"
#include "ui/weights/weight_colours.h"

#include <gtest/gtest.h>

#include <QTest>
#include <set>

namespace prunescope::ui {
namespace {

class WeightViewTest : public testing::Test {
protected:
    WeightViewTest() {
        theme_.choose(Theme::Choice::light);
        view_.resize(400, 300);
        view_.show();
        view_.setLayout(layer_.layout());
    }

    void zoomTo(double cell) {
        while (view_.cellSize() < cell) view_.zoomIn();
    }
    void showPicture(std::int64_t step = 1) {
        view_.setPicture(layer_.picture(view_.wantedTile(view::Arrangement::matrix), step));
        ASSERT_TRUE(waitForColours());
    }
    bool waitForColours() {
        return QTest::qWaitFor([this] { return !view_.isColouring(); }, 5000);
    }
    QImage grab() { return view_.grab().toImage(); }

    /// Looks at pixels all over the view, near the middle of their cells; how many it could judge.
    int expectEveryPixelToShowItsWeight() {
        const QImage image = grab();
        int judged = 0;
        for (int y = 3; y < view_.height(); y += 11) {
            for (int x = 3; x < view_.width(); x += 13) {
                const double near = 0.25 * view_.cellSize();
                const auto weight = view_.weightUnder(QPointF(x, y));
                // A pixel at the border of a cell may belong to either side.
                if (!weight || weight != view_.weightUnder(QPointF(x - near, y - near)) ||
                    weight != view_.weightUnder(QPointF(x + near, y + near)))
                    continue;
                ++judged;
                const auto i = static_cast<std::size_t>(*weight);
                const QColor colour = image.pixelColor(x, y);
                const int orange = colour.red() - colour.blue();
                if (layer_.mask[i] == 0) {
                    EXPECT_LT(std::abs(orange), 40) << "pruned weight " << i << " has no hue";
                } else if (layer_.values[i] > 0) {
                    EXPECT_GT(orange, 60) << "weight " << i << " above zero is orange";
                } else {
                    EXPECT_LT(orange, -60) << "weight " << i << " below zero is blue";
                }
            }
        }
        return judged;
    }

    Theme theme_;
    test::SampleLayer layer_{300, 500};
    WeightView view_{theme_};
};

TEST_F(WeightViewTest, APictureAppearsWithoutTheWindowWaitingForIt) {
    view_.setPicture(layer_.whole());
    EXPECT_TRUE(view_.isColouring());
    const QRgb ground = WeightColours(theme_).ground().rgb();
    EXPECT_EQ(grab().pixel(200, 150), ground) << "empty until its colours are there";
    ASSERT_TRUE(waitForColours());
    const QImage image = grab();
    std::set<QRgb> colours;
    for (int x = 0; x < 400; ++x) colours.insert(image.pixel(x, 150));
    EXPECT_GT(colours.size(), 2U);
}

TEST_F(WeightViewTest, EveryPixelShowsTheWeightThatLiesUnderIt) {
    for (const double cell : {3.0, 8.0, 20.0, 64.0}) {
        SCOPED_TRACE(cell);
        zoomTo(cell);
        showPicture();
        EXPECT_GT(expectEveryPixelToShowItsWeight(), 50);
    }
}

TEST_F(WeightViewTest, ATileThatWasMovedStillShowsEveryWeightWhereItIs) {
    zoomTo(12);
    showPicture();
    // Less than the margin of the tile, so that it covers the view still.
    QTest::keyClick(&view_, Qt::Key_Left);
    QTest::keyClick(&view_, Qt::Key_Up);
    QTest::keyClick(&view_, Qt::Key_Up);
    EXPECT_GT(expectEveryPixelToShowItsWeight(), 50);
}

TEST_F(WeightViewTest, WhereTheTileEndsThereIsGround) {
    zoomTo(12);
    showPicture();
    for (int k = 0; k < 8; ++k) QTest::keyClick(&view_, Qt::Key_Right);
    const QImage image = grab();
    EXPECT_EQ(image.pixelColor(390, 150), WeightColours(theme_).ground());
    EXPECT_NE(image.pixelColor(5, 150), image.pixelColor(390, 150)) << "the tile's last columns";
}

TEST_F(WeightViewTest, PrunedWeightsAreHatchedWhenTheirCellsAreLargeEnough) {
    layer_.mask.assign(layer_.mask.size(), 0);
    layer_.maskBefore = layer_.mask;
    const auto coloursInSight = [this] {
        const QImage image = grab();
        std::set<QRgb> colours;
        for (int x = 100; x < 300; ++x) colours.insert(image.pixel(x, 150));
        return colours.size();
    };
    zoomTo(3);
    ASSERT_LT(view_.cellSize(), 6);
    showPicture();
    EXPECT_FALSE(view_.isHatched());
    EXPECT_EQ(coloursInSight(), 1U);
    zoomTo(6);
    showPicture();
    EXPECT_TRUE(view_.isHatched());
    EXPECT_EQ(coloursInSight(), 2U) << "ground and hatch";
    while (view_.cellSize() >= 6) view_.zoomOut();
    EXPECT_FALSE(view_.isHatched()) << "at once, before the next picture comes";
    EXPECT_EQ(coloursInSight(), 1U);
}

TEST_F(WeightViewTest, AnotherThemeGivesOtherColours) {
    showPicture();
    const QImage light = grab();
    theme_.choose(Theme::Choice::dark);
    EXPECT_TRUE(view_.isColouring());
    ASSERT_TRUE(waitForColours());
    const QImage dark = grab();
    const auto meanLightness = [](const QImage& image) {
        double sum = 0;
        for (int x = 0; x < image.width(); ++x) sum += image.pixelColor(x, 150).lightnessF();
        return sum / image.width();
    };
    EXPECT_LT(meanLightness(dark), meanLightness(light) - 0.2);
}

TEST_F(WeightViewTest, ALayerThatWasLeftNeverAppears) {
    view_.setPicture(layer_.whole());
    view_.setLayout(view::WeightLayout(10, 10));
    ASSERT_TRUE(waitForColours());
    EXPECT_EQ(grab().pixelColor(200, 150), WeightColours(theme_).ground());
}

TEST_F(WeightViewTest, FlashesWhenMasksMovedButDoesNotFlicker) {
    layer_.maskBefore.assign(layer_.mask.size(), 1);
    showPicture(1);
    EXPECT_FALSE(view_.isFlashing()) << "the first picture is nothing new";
    view_.setPicture(layer_.whole(2));
    ASSERT_TRUE(QTest::qWaitFor([this] { return view_.isFlashing(); }, 5000));
    ASSERT_TRUE(QTest::qWaitFor([this] { return !view_.isFlashing(); }, 5000));
    showPicture(3);
    EXPECT_FALSE(view_.isFlashing()) << "so soon after the last";
}

TEST_F(WeightViewTest, MasksThatMovedWithoutAChangeInSightDoNotFlash) {
    showPicture(1);
    showPicture(2);
    EXPECT_FALSE(view_.isFlashing());
}

TEST_F(WeightViewTest, MayCloseWhileColoursAreMade) {
    auto closing = std::make_unique<WeightView>(theme_);
    closing->setLayout(layer_.layout());
    closing->setPicture(layer_.whole());
    closing.reset();
    QTest::qWait(30);
}

}  // namespace
}  // namespace prunescope::ui
