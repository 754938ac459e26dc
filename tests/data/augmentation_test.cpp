#include "data/augmentation.h"

#include <gtest/gtest.h>

#include <map>
#include <utility>

namespace prunescope::data {
namespace {

using Pixels = std::vector<std::uint8_t>;

Pixels varied(const Pixels& from, const kernels::Shape& smallShape, const Variation& variation) {
    Pixels to(from.size(), 99);
    vary(from, smallShape, variation, to);
    return to;
}

const kernels::Shape smallShape{1, 3, 4};
const Pixels smallImage{1, 2,  3,  4,  //
                        5, 6,  7,  8,  //
                        9, 10, 11, 12};

TEST(Augmentation, LeavesAnImageAlone) {
    EXPECT_EQ(varied(smallImage, smallShape, {}), smallImage);
}

TEST(Augmentation, ShiftsAndPadsWithZero) {
    EXPECT_EQ(varied(smallImage, smallShape, {.down = 1, .right = 2}), (Pixels{7, 8, 0, 0,    //
                                                                               11, 12, 0, 0,  //
                                                                               0, 0, 0, 0}));
    EXPECT_EQ(varied(smallImage, smallShape, {.down = -1, .right = -1}), (Pixels{0, 0, 0, 0,  //
                                                                                 0, 1, 2, 3,  //
                                                                                 0, 5, 6, 7}));
}

TEST(Augmentation, MirrorsLeftToRight) {
    EXPECT_EQ(varied(smallImage, smallShape, {.mirrored = true}), (Pixels{4, 3, 2, 1,  //
                                                                          8, 7, 6, 5,  //
                                                                          12, 11, 10, 9}));
}

TEST(Augmentation, ShiftsTheOriginalAndThenMirrors) {
    EXPECT_EQ(varied(smallImage, smallShape, {.down = 0, .right = 1, .mirrored = true}),
              (Pixels{0, 4, 3, 2,  //
                      0, 8, 7, 6,  //
                      0, 12, 11, 10}));
}

TEST(Augmentation, LeavesNothingWhenShiftedOut) {
    EXPECT_EQ(varied(smallImage, smallShape, {.right = 4}), Pixels(12, 0));
    EXPECT_EQ(varied(smallImage, smallShape, {.right = -9}), Pixels(12, 0));
    EXPECT_EQ(varied(smallImage, smallShape, {.down = 3}), Pixels(12, 0));
}

TEST(Augmentation, TreatsEveryChannelAlike) {
    EXPECT_EQ(varied({1, 2, 3, 4, 5, 6}, {2, 1, 3}, {.right = 1}), (Pixels{2, 3, 0, 5, 6, 0}));
}

TEST(Augmentation, DrawsTheSameVariationForTheSameImageAndEpoch) {
    const Augmentation augmentation{.shift = 3, .flip = true};
    const auto draw = [&](std::uint64_t seed, std::int64_t epoch, std::int64_t i) {
        return drawVariation(augmentation, seed, epoch, ImageIndex{i});
    };
    int differ = 0;
    for (std::int64_t i = 0; i < 100; ++i) {
        EXPECT_EQ(draw(1, 2, i), draw(1, 2, i));
        if (draw(1, 2, i) != draw(1, 3, i) && draw(1, 2, i) != draw(2, 2, i)) ++differ;
    }
    EXPECT_GT(differ, 90);  // of 98 variations, two draws agree by chance once in a while
}

TEST(Augmentation, NeverMistakesAnEpochForAnImage) {
    const Augmentation augmentation{.shift = 16, .flip = true};
    int alike = 0;
    for (std::int64_t i = 1; i <= 100; ++i) {
        const Variation later = drawVariation(augmentation, 1, i, ImageIndex{0});
        if (later == drawVariation(augmentation, 1, 0, ImageIndex{i})) ++alike;
    }
    EXPECT_LT(alike, 5);  // of 2178 variations
}

TEST(Augmentation, DrawsTheSameShiftsWithAndWithoutMirroring) {
    for (std::int64_t i = 0; i < 50; ++i) {
        const Variation with = drawVariation({.shift = 2, .flip = true}, 1, 0, ImageIndex{i});
        const Variation without = drawVariation({.shift = 2, .flip = false}, 1, 0, ImageIndex{i});
        EXPECT_EQ(std::pair(with.down, with.right), std::pair(without.down, without.right));
        EXPECT_FALSE(without.mirrored);
    }
}

TEST(Augmentation, DrawsEveryShiftAboutEquallyOften) {
    std::map<std::pair<std::int64_t, std::int64_t>, int> counts;
    int mirrored = 0;
    for (std::int64_t i = 0; i < 9000; ++i) {
        const Variation v = drawVariation({.shift = 1, .flip = true}, 1, 0, ImageIndex{i});
        ++counts[{v.down, v.right}];
        mirrored += v.mirrored ? 1 : 0;
    }
    EXPECT_EQ(counts.size(), 9U);
    // Binomial(9000, 1/9) has a standard deviation of 30, Binomial(9000, 1/2) of 47; five of them either
    // side.
    for (const auto& [offsets, count] : counts) EXPECT_NEAR(count, 1000, 150);
    EXPECT_NEAR(mirrored, 4500, 237);
}

}  // namespace
}  // namespace prunescope::data
