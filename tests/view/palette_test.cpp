#include "view/palette.h"

#include <gtest/gtest.h>

namespace prunescope::view {
namespace {

TEST(Cividis, RunsFromDarkBlueToYellow) {
    EXPECT_EQ(hexText(cividis(0)), "#00224e");
    EXPECT_EQ(hexText(cividis(1)), "#fee838");
    EXPECT_EQ(hexText(cividis(-3)), "#00224e");
    EXPECT_EQ(hexText(cividis(0.5)), "#7d7c76");
}

TEST(LayerColour, LeavesOutTheEndThatTheGroundWouldSwallow) {
    EXPECT_EQ(layerColour(0, 3, Ground::light), cividis(0));
    EXPECT_EQ(layerColour(2, 3, Ground::light), cividis(0.62));
    EXPECT_EQ(layerColour(0, 3, Ground::dark), cividis(0.39));
    EXPECT_EQ(layerColour(2, 3, Ground::dark), cividis(1));
    EXPECT_EQ(layerColour(0, 1, Ground::light), cividis(0.31)) << "a single layer stands in the middle";
}

TEST(CategoryColour, WrapsAndGivesEverySeriesItsOwn) {
    EXPECT_EQ(categoryColour(categories, Ground::light), categoryColour(0, Ground::light));
    EXPECT_EQ(seriesColour(Series::pruned, Ground::dark), categoryColour(3, Ground::dark));
    EXPECT_NE(seriesColour(Series::pruned, Ground::light), seriesColour(Series::regrown, Ground::light));
}

}  // namespace
}  // namespace prunescope::view
