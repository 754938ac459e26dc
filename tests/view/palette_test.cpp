#include "view/palette.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

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

/// WCAG 2.1, "contrast ratio".
double contrastOf(Rgb a, Rgb b) {
    const auto luminance = [](Rgb c) {
        const auto linear = [](std::uint8_t part) {
            const double v = part / 255.0;
            return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
    };
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

TEST(ShadeColour, MoreStandsOutMoreAndEveryValueStandsOut) {
    const Rgb white{0xff, 0xff, 0xff};
    const Rgb dark{0x16, 0x18, 0x1b};
    for (const auto& [ground, colour] : {std::pair(Ground::light, white), std::pair(Ground::dark, dark)}) {
        double before = 2.99;
        for (int i = 0; i <= 10; ++i) {
            const double now = contrastOf(shadeColour(i / 10.0, ground), colour);
            EXPECT_GT(now, before) << i;
            before = now;
        }
    }
}

TEST(ShadeColour, StaysWithinItsEnds) {
    EXPECT_EQ(shadeColour(0, Ground::light), cividis(0.62));
    EXPECT_EQ(shadeColour(1, Ground::light), cividis(0));
    EXPECT_EQ(shadeColour(-1, Ground::dark), cividis(0.39));
    EXPECT_EQ(shadeColour(2, Ground::dark), cividis(1));
}

TEST(CategoryColour, WrapsAndGivesEverySeriesItsOwn) {
    EXPECT_EQ(categoryColour(categories, Ground::light), categoryColour(0, Ground::light));
    EXPECT_EQ(seriesColour(Series::pruned, Ground::dark), categoryColour(3, Ground::dark));
    EXPECT_NE(seriesColour(Series::pruned, Ground::light), seriesColour(Series::regrown, Ground::light));
}

}  // namespace
}  // namespace prunescope::view
