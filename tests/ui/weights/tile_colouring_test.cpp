// Colours of a tile, made in the background.

#include "ui/weights/tile_colouring.h"

#include "ui/support/theme.h"
#include "ui/weights/tile_pictures.h"

#include <gtest/gtest.h>

#include <QTest>

namespace prunescope::ui {
namespace {

class TileColouringTest : public testing::Test {
protected:
    TileColouringTest() {
        QObject::connect(&colouring_, &TileColouring::coloured,
                         [this](const ColouredTile& tile) { results_.push_back(tile); });
    }

    TileColouring::Task job(std::int64_t rows) const {
        return {.picture = layer_.picture({.rows = rows, .columns = 6}),
                .colours = WeightColours(theme_),
                .largest = 1};
    }
    bool waitUntilIdle() {
        return QTest::qWaitFor([this] { return !colouring_.isBusy(); }, 5000);
    }

    Theme theme_;
    test::SampleLayer layer_{8, 6};
    std::vector<ColouredTile> results_;
    TileColouring colouring_;
};

TEST_F(TileColouringTest, TheCallerDoesNotWaitForTheColours) {
    colouring_.colour(job(8));
    EXPECT_TRUE(colouring_.isBusy());
    EXPECT_TRUE(results_.empty());
    ASSERT_TRUE(waitUntilIdle());
    ASSERT_EQ(results_.size(), 1U);
    EXPECT_EQ(results_[0].image.size(), QSize(6, 8));
    EXPECT_EQ(results_[0].request.rows, 8);
}

TEST_F(TileColouringTest, OfThoseThatComeMeanwhileTheLastCounts) {
    for (const std::int64_t rows : {3, 4, 5}) colouring_.colour(job(rows));
    ASSERT_TRUE(waitUntilIdle());
    ASSERT_EQ(results_.size(), 2U);
    EXPECT_EQ(results_[0].request.rows, 3);
    EXPECT_EQ(results_[1].request.rows, 5);
}

TEST_F(TileColouringTest, WhatIsForgottenNeverComes) {
    colouring_.colour(job(3));
    colouring_.colour(job(4));
    colouring_.forget();
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_TRUE(results_.empty());
    colouring_.colour(job(5));
    colouring_.forget();
    colouring_.colour(job(6));
    ASSERT_TRUE(waitUntilIdle());
    ASSERT_EQ(results_.size(), 1U);
    EXPECT_EQ(results_[0].request.rows, 6);
}

TEST_F(TileColouringTest, MayEndInTheMiddleOfItsWork) {
    const test::SampleLayer large(1500, 1500);
    bool came = false;
    {
        TileColouring ending;
        QObject::connect(&ending, &TileColouring::coloured, [&came](const ColouredTile&) { came = true; });
        const auto picture = large.picture(
            {.rows = large.rows, .columns = large.columns, .mostRows = 1500, .mostColumns = 1500});
        for (int k = 0; k < 2; ++k)
            ending.colour({.picture = picture, .colours = WeightColours(theme_), .largest = 1});
    }
    QTest::qWait(50);
    EXPECT_FALSE(came);
}

TEST_F(TileColouringTest, ShowsWhatWasJustCutOrRevivedOnlyWhenAskedTo) {
    layer_.mask = std::vector<std::uint8_t>(layer_.mask.size(), 1);
    layer_.mask[2] = 0;
    layer_.maskBefore = std::vector<std::uint8_t>(layer_.mask.size(), 1);
    layer_.maskBefore[4] = 0;
    const WeightColours colours(theme_);
    for (const bool flash : {true, false}) {
        TileColouring::Task asked = job(8);
        asked.flash = flash;
        colouring_.colour(asked);
        ASSERT_TRUE(waitUntilIdle());
        const ColouredTile& tile = results_.back();
        EXPECT_TRUE(tile.hasChanges);
        EXPECT_EQ(tile.flash, flash);
        EXPECT_EQ(tile.image.pixelColor(2, 0), flash ? colours.cut() : colours.ground());
        EXPECT_EQ(tile.image.pixelColor(4, 0) == colours.revived(), flash);
    }
}

TEST_F(TileColouringTest, LeavesRoomForAHatchInPrunedCellsAlone) {
    layer_.mask = std::vector<std::uint8_t>(layer_.mask.size(), 1);
    layer_.mask[2] = 0;
    TileColouring::Task asked = job(8);
    asked.hatched = true;
    colouring_.colour(asked);
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_EQ(results_.back().image.pixelColor(2, 0).alpha(), 0);
    EXPECT_EQ(results_.back().image.pixelColor(3, 0).alpha(), 255);
}

}  // namespace
}  // namespace prunescope::ui
