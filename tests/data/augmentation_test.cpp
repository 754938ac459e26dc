#include "data/augmentation.h"

#include "base/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numbers>
#include <tuple>
#include <utility>

namespace prunescope::data {
namespace {

using Pixels = std::vector<std::uint8_t>;

Pixels varied(const Pixels& from, const kernels::Shape& shape, const Variation& variation) {
    Pixels to(from.size(), 99);
    const std::vector<ChannelValues<std::uint8_t>> channels(static_cast<std::size_t>(shape.channels),
                                                            {.zero = 0, .mean = 100});
    vary<std::uint8_t>(from, shape, variation, channels, to);
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

std::vector<float> variedNumbers(const std::vector<float>& from, const kernels::Shape& shape,
                                 const Variation& variation, const ChannelValues<float>& channel) {
    std::vector<float> to(from.size(), 99);
    const std::vector<ChannelValues<float>> channels(static_cast<std::size_t>(shape.channels), channel);
    vary<float>(from, shape, variation, channels, to);
    return to;
}

TEST(Rotation, TurnsByARightAngleAgainstTheClock) {
    const Pixels image{1, 2, 3,  //
                       4, 5, 6,  //
                       7, 8, 9};
    const double right = std::numbers::pi / 2;
    EXPECT_EQ(varied(image, {1, 3, 3}, {.angle = right}), (Pixels{3, 6, 9,  //
                                                                  2, 5, 8,  //
                                                                  1, 4, 7}));
    EXPECT_EQ(varied(image, {1, 3, 3}, {.angle = -right}), (Pixels{7, 4, 1,  //
                                                                   8, 5, 2,  //
                                                                   9, 6, 3}));
    EXPECT_EQ(variedNumbers({1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 3, 3}, {.angle = right}, {}),
              (std::vector<float>{3, 6, 9, 2, 5, 8, 1, 4, 7}));
}

TEST(Rotation, MovesTheOriginalTurnsItAndMirrorsIt) {
    const Pixels image{1, 2, 3,  //
                       4, 5, 6,  //
                       7, 8, 9};
    const double right = std::numbers::pi / 2;
    // Pixels of the moved original are those one to the right; what follows has it as its own.
    EXPECT_EQ(varied(image, {1, 3, 3}, {.right = 1, .angle = right}), (Pixels{0, 0, 0,  //
                                                                              3, 6, 9,  //
                                                                              2, 5, 8}));
    EXPECT_EQ(varied(image, {1, 3, 3}, {.mirrored = true, .angle = right}), (Pixels{9, 6, 3,  //
                                                                                    8, 5, 2,  //
                                                                                    7, 4, 1}));
}

TEST(Rotation, IsBilinearBetweenPixelsAndZeroOutside) {
    // Turned by 45 degrees, the pixel right of the middle is the original at (1 + s, 1 + s) with s = 0.7071:
    // above and left of the corner, whose share is s^2 = 0.5.
    const double half = std::numbers::pi / 4;
    const Pixels corner{0, 0, 0, 0, 0, 0, 0, 0, 200};
    EXPECT_EQ(varied(corner, {1, 3, 3}, {.angle = half})[5], 100);
    // The corner of the result lies at (1, 1 + 2 s): 0.414 of it is outside, where there is nothing.
    const Pixels edge{0, 0, 0, 0, 0, 200, 0, 0, 0};
    EXPECT_EQ(varied(edge, {1, 3, 3}, {.angle = half})[2], 117);
}

TEST(Rotation, GivesBytesAndNumbersTheSamePicture) {
    const kernels::Shape shape{2, 9, 7};
    Random random(1, RandomStream::test);
    Pixels bytes;
    std::vector<float> numbers;
    for (std::int64_t i = 0; i < shape.size(); ++i) {
        bytes.push_back(static_cast<std::uint8_t>(random.below(256)));
        numbers.push_back(static_cast<float>(bytes.back()));
    }
    for (const double angle : {0.1, -0.7, 2.0}) {
        const Variation variation{.down = 1, .right = -2, .mirrored = angle > 1, .angle = angle};
        const Pixels turned = varied(bytes, shape, variation);
        const auto turnedNumbers = variedNumbers(numbers, shape, variation, {});
        for (std::size_t i = 0; i < turned.size(); ++i)
            EXPECT_NEAR(static_cast<float>(turned[i]), turnedNumbers[i], 0.51F) << angle << ' ' << i;
    }
}

TEST(Brightness, MultipliesPixelsWhichStayBytes) {
    EXPECT_EQ(varied({0, 10, 101, 200}, {1, 2, 2}, {.brightness = 1.5}), (Pixels{0, 15, 152, 255}));
}

TEST(Brightness, CountsNumbersFromWhatZeroHasBecome) {
    // Raw values 0, 1 and 3, of which mean 1 and deviation 2 have made -0.5, 0 and 1: halved, 0, 0.5 and 1.5.
    EXPECT_EQ(variedNumbers({-0.5F, 0, 1}, {1, 1, 3}, {.brightness = 0.5}, {.zero = -0.5F}),
              (std::vector<float>{-0.5F, -0.25F, 0.25F}));
}

TEST(Contrast, MultipliesDistancesFromTheMeanOfTheChannel) {
    EXPECT_EQ(varied({90, 100, 110, 10, 20, 60}, {2, 1, 3}, {.contrast = 0.5}),
              (Pixels{95, 100, 105, 20, 25, 45}));
    EXPECT_EQ(variedNumbers({-1, 0, 4}, {1, 1, 3}, {.contrast = 2}, {.zero = -7}),
              (std::vector<float>{-3, -1, 7}));
}

TEST(Tone, IsContrastAndThenBrightness) {
    // Mean 100: 80 becomes 60 and then 90.
    EXPECT_EQ(varied({80, 120}, {1, 1, 2}, {.brightness = 1.5, .contrast = 2}), (Pixels{90, 210}));
}

TEST(Cutout, FillsASquareWithTheMean) {
    // The middle is pixel (1, 2) of 3 x 4; a side of 2 begins one before it.
    const Variation middle{.cutout = 2, .cutoutDown = 0.5, .cutoutRight = 0.6};
    EXPECT_EQ(varied(smallImage, smallShape, middle), (Pixels{1, 100, 100, 4,  //
                                                              5, 100, 100, 8,  //
                                                              9, 10, 11, 12}));
}

TEST(Cutout, IsClippedAtTheBorder) {
    const Variation corner{.cutout = 3, .cutoutDown = 0, .cutoutRight = 0.99};
    EXPECT_EQ(varied(smallImage, smallShape, corner), (Pixels{1, 2, 100, 100,  //
                                                              5, 6, 100, 100,  //
                                                              9, 10, 11, 12}));
    EXPECT_EQ(variedNumbers({1, 2, 3, 4}, {1, 2, 2}, {.cutout = 1}, {.zero = -5, .mean = 0}),
              (std::vector<float>{0, 2, 3, 4}));
}

TEST(Augmentation, DrawsTheSameWhateverElseIsSwitchedOn) {
    for (std::int64_t i = 0; i < 50; ++i) {
        const auto draw = [&](const Augmentation& augmentation) {
            return drawVariation({augmentation, 1, 0}, ImageIndex{i});
        };
        const Variation all =
            draw({.shift = 2, .flip = true, .rotation = 10, .brightness = 0.3, .contrast = 0.2, .cutout = 4});
        const Variation shifts = draw({.shift = 2, .flip = true});
        EXPECT_EQ(std::tuple(all.down, all.right, all.mirrored),
                  std::tuple(shifts.down, shifts.right, shifts.mirrored));
        EXPECT_EQ(all.angle, draw({.rotation = 10}).angle);
        EXPECT_EQ(all.contrast, draw({.contrast = 0.2}).contrast);
        EXPECT_EQ(all.brightness, draw({.brightness = 0.3}).brightness);
        const Variation cut = draw({.cutout = 4});
        EXPECT_EQ(std::pair(all.cutoutDown, all.cutoutRight), std::pair(cut.cutoutDown, cut.cutoutRight));
        EXPECT_EQ(cut.angle, 0);
        EXPECT_EQ(cut.brightness, 1);
    }
}

TEST(Augmentation, DrawsAnglesAndFactorsEvenlyWithinTheirLimits) {
    constexpr int draws = 4000;
    double angles = 0, factors = 0, squares = 0;
    for (std::int64_t i = 0; i < draws; ++i) {
        const Variation v =
            drawVariation({{.rotation = 90, .brightness = 0.5, .contrast = 0.25}, 1, 0}, ImageIndex{i});
        EXPECT_LE(std::abs(v.angle), std::numbers::pi / 2);
        EXPECT_LE(std::abs(v.brightness - 1), 0.5);
        EXPECT_LE(std::abs(v.contrast - 1), 0.25);
        angles += v.angle / draws;
        factors += v.brightness / draws;
        squares += (v.brightness - 1) * (v.brightness - 1) / draws;
    }
    // Standard deviations of the means: 0.907 and 0.289 by the root of 4000; five of them either side.
    EXPECT_NEAR(angles, 0, 0.072);
    EXPECT_NEAR(factors, 1, 0.023);
    EXPECT_NEAR(squares, 1.0 / 12, 0.006);
}

TEST(Augmentation, DrawsTheSameVariationForTheSameImageAndEpoch) {
    const Augmentation augmentation{.shift = 3, .flip = true};
    const auto draw = [&](std::uint64_t seed, std::int64_t epoch, std::int64_t i) {
        return drawVariation({augmentation, seed, epoch}, ImageIndex{i});
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
        const Variation later = drawVariation({augmentation, 1, i}, ImageIndex{0});
        if (later == drawVariation({augmentation, 1, 0}, ImageIndex{i})) ++alike;
    }
    EXPECT_LT(alike, 5);  // of 2178 variations
}

TEST(Augmentation, DrawsTheSameShiftsWithAndWithoutMirroring) {
    for (std::int64_t i = 0; i < 50; ++i) {
        const Variation with = drawVariation({{.shift = 2, .flip = true}, 1, 0}, ImageIndex{i});
        const Variation without = drawVariation({{.shift = 2, .flip = false}, 1, 0}, ImageIndex{i});
        EXPECT_EQ(std::pair(with.down, with.right), std::pair(without.down, without.right));
        EXPECT_FALSE(without.mirrored);
    }
}

TEST(Augmentation, DrawsEveryShiftAboutEquallyOften) {
    std::map<std::pair<std::int64_t, std::int64_t>, int> counts;
    int mirrored = 0;
    for (std::int64_t i = 0; i < 9000; ++i) {
        const Variation v = drawVariation({{.shift = 1, .flip = true}, 1, 0}, ImageIndex{i});
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
