#include "prune/mask_selection.h"

#include "prune/mask_layers.h"
#include "support/random_tensor.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

namespace prunescope::prune {
namespace {

using testing::ElementsAre;

TEST(KeptCount, CutsTheFloorOfTheShare) {
    EXPECT_EQ(keptCount(10, 0), 10);
    EXPECT_EQ(keptCount(10, 0.55), 5);
    EXPECT_EQ(keptCount(430'500, 0.95), 430'500 - 408'975);
}

/// Floor of a decimal product by counting, not by the engine's arithmetic: of N weights, `hundredths` in a
/// hundred.
TEST(KeptCount, TakesTheSparsityAsTheDecimalThatAPersonWrites) {
    EXPECT_EQ(keptCount(430'500, 0.57), 430'500 - 245'385) << "0.57 is below 57/100 in binary";
    for (const std::int64_t weights : {100LL, 430'500LL, 266'200LL, 77'264LL, 1'000'000'000'000LL}) {
        for (std::int64_t hundredths = 0; hundredths < 100; ++hundredths) {
            const double p =
                std::stod("0." + std::string(hundredths < 10 ? "0" : "") + std::to_string(hundredths));
            EXPECT_EQ(keptCount(weights, p), weights - weights * hundredths / 100)
                << weights << ' ' << hundredths;
        }
        for (std::int64_t tenThousandths = 1; tenThousandths < 10'000; tenThousandths += 7) {
            const std::string digits = std::to_string(10'000 + tenThousandths).substr(1);
            EXPECT_EQ(keptCount(weights, std::stod("0." + digits)),
                      weights - weights * tenThousandths / 10'000)
                << weights << " 0." << digits;
        }
    }
}

TEST(KeptCount, IsExactForSharesOfAnySize) {
    EXPECT_EQ(keptCount(430'500, 5e-324), 430'500);
    EXPECT_EQ(keptCount(430'500, 1e-5), 430'500 - 4);
    EXPECT_EQ(keptCount(430'500, 0.9999999999999999), 1);
    EXPECT_EQ(keptCount(1, 0.5), 1);
    EXPECT_EQ(keptCount(std::int64_t{1} << 62, 0.5), std::int64_t{1} << 61);
    EXPECT_EQ(keptCount(430'500, -0.0), 430'500) << "the zero that is written with a sign";
}

TEST(MaskSelector, WhatIsNoNumberIsKeptLast) {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinite = std::numeric_limits<float>::infinity();
    TestLayers layers;
    layers.add({nan, 0.1F, -nan, infinite});
    layers.add({0.3F, nan});
    MaskSelector(Scope::global).select(layers.view(), 2);
    EXPECT_THAT(layers.mask(0), ElementsAre(0, 0, 0, 1));
    EXPECT_THAT(layers.mask(1), ElementsAre(1, 0));
    MaskSelector(Scope::global).select(layers.view(), 4);
    EXPECT_THAT(layers.mask(0), ElementsAre(1, 1, 0, 1)) << "then by index, as zeros";
    EXPECT_THAT(layers.mask(1), ElementsAre(1, 0));
}

TEST(MaskSelector, RanksAllLayersTogether) {
    TestLayers layers;
    layers.add({0.1F, -0.9F, 0.5F});
    layers.add({-0.6F, 0.2F});
    MaskSelector(Scope::global).select(layers.view(), 3);
    EXPECT_THAT(layers.mask(0), ElementsAre(0, 1, 1));
    EXPECT_THAT(layers.mask(1), ElementsAre(1, 0));
}

TEST(MaskSelector, NeverCutsALayerOff) {
    TestLayers layers;
    layers.add({5, 6, 7, 8});
    layers.add({0.1F, 0.3F, -0.2F});
    layers.add({0.01F});
    MaskSelector(Scope::global).select(layers.view(1), 4);
    EXPECT_THAT(layers.mask(0), ElementsAre(0, 0, 1, 1));
    EXPECT_THAT(layers.mask(1), ElementsAre(0, 1, 0)) << "its own largest";
    EXPECT_THAT(layers.mask(2), ElementsAre(1));
}

TEST(MaskSelector, BreaksTiesByIndexAndKeepsZerosOnlyWhenItMust) {
    TestLayers layers;
    layers.add({0, 1, 1, 0});
    layers.add({-1, 1});
    MaskSelector(Scope::global).select(layers.view(), 3);
    EXPECT_THAT(layers.mask(0), ElementsAre(0, 1, 1, 0));
    EXPECT_THAT(layers.mask(1), ElementsAre(1, 0));
    MaskSelector(Scope::global).select(layers.view(), 5);
    EXPECT_THAT(layers.mask(0), ElementsAre(1, 1, 1, 0));
}

TEST(MaskSelector, KeepsExactlyTheLargestOfRandomLayersWhateverTheScope) {
    Random random(5, RandomStream::test);
    for (const Scope scope : {Scope::global, Scope::uniform, Scope::erk}) {
        for (int k = 0; k < 30; ++k) {
            TestLayers layers;
            std::int64_t total = 0;
            for (int l = 0; l < 4; ++l) {
                const auto out = static_cast<kernels::Index>(1 + random.below(40));
                const auto in = static_cast<kernels::Index>(1 + random.below(40));
                // Few different values, so that ties are common.
                std::vector<float> weights(static_cast<std::size_t>(out * in));
                for (float& w : weights) w = static_cast<float>(random.below(7)) - 3;
                total += out * in;
                layers.add(std::move(weights), {out, in});
            }
            const std::int64_t kept = std::max<std::int64_t>(8, keptCount(total, random.uniform()));
            if (kept > total) continue;
            MaskSelector(scope).select(layers.view(1), kept);
            std::int64_t sum = 0;
            for (std::size_t l = 0; l < 4; ++l) {
                sum += layers.kept(l);
                EXPECT_GE(layers.kept(l), 1);
                float smallestKept = 100;
                float largestCut = 0;
                for (std::size_t i = 0; i < layers.mask(l).size(); ++i) {
                    const float magnitude = std::abs(layers.weights(l)[i]);
                    if (layers.mask(l)[i] != 0)
                        smallestKept = std::min(smallestKept, magnitude);
                    else
                        largestCut = std::max(largestCut, magnitude);
                }
                EXPECT_LE(largestCut, smallestKept);
            }
            EXPECT_EQ(sum, kept);
        }
    }
}

TEST(ShareOut, GivesEveryLayerTheSameShareWhenUniform) {
    TestLayers layers;
    layers.add(std::vector<float>(100, 1.0F), {10, 10});
    layers.add(std::vector<float>(10, 1.0F), {2, 5});
    EXPECT_THAT(shareOut(layers.view(), Scope::uniform, 11), ElementsAre(10, 1));
    EXPECT_THAT(shareOut(layers.view(), Scope::uniform, 12), ElementsAre(11, 1))
        << "shares 10.9 and 1.1, the larger remainder rounds up";
}

TEST(ShareOut, FollowsTheErdosRenyiKernelRuleByHand) {
    // Scores (O + C + KH + KW) / (O C KH KW): 26 / 900 and 20 / 100; times the weights 26 and 20.
    // 23 kept: 13 and 10.
    TestLayers layers;
    layers.add(std::vector<float>(900, 1.0F), {10, 10, 3, 3});
    layers.add(std::vector<float>(100, 1.0F), {10, 10});
    EXPECT_THAT(shareOut(layers.view(), Scope::erk, 23), ElementsAre(13, 10));
    // 460 would give the second 200 of its 100: it stays dense and the first gets the rest.
    EXPECT_THAT(shareOut(layers.view(), Scope::erk, 460), ElementsAre(360, 100));
}

/// The mask of the largest magnitudes by sorting; equal ones by index.
std::vector<std::vector<std::uint8_t>> sortedChoice(const TestLayers& layers, std::size_t count,
                                                    std::int64_t kept) {
    std::vector<std::pair<std::size_t, std::size_t>> order;
    std::vector<std::vector<std::uint8_t>> masks;
    for (std::size_t l = 0; l < count; ++l) {
        masks.emplace_back(layers.weights(l).size());
        for (std::size_t i = 0; i < layers.weights(l).size(); ++i) order.emplace_back(l, i);
    }
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        return std::abs(layers.weights(a.first)[a.second]) > std::abs(layers.weights(b.first)[b.second]);
    });
    for (std::int64_t k = 0; k < kept; ++k) {
        const auto [l, i] = order[static_cast<std::size_t>(k)];
        masks[l][i] = 1;
    }
    return masks;
}

TEST(MaskSelector, ChoosesExactlyWhereverTheThresholdHasMovedSinceTheLastChoice) {
    // A selector looks near its last threshold first: small moves, jumps, ties and zeros must not matter.
    struct Step {
        float scale;
        std::int64_t kept;
    };
    constexpr std::array steps{Step{1, 900},    Step{1, 890},     Step{1.004F, 880}, Step{40, 700},
                               Step{1e-6F, 20}, Step{1e30F, 650}, Step{0, 333},      Step{1, 12'000}};
    MaskSelector selector(Scope::global);
    for (const Step& step : steps) {
        Random random(7, RandomStream::test);
        TestLayers layers;
        for (const std::size_t size : {9000U, 5000U, 3U}) {
            std::vector<float> weights(size);
            // Coarse steps, so that many are equal.
            for (float& w : weights)
                w = step.scale * std::round(100 * static_cast<float>(random.normal())) / 100;
            layers.add(std::move(weights));
        }
        selector.select(layers.view(), step.kept);
        const auto expected = sortedChoice(layers, 3, step.kept);
        for (std::size_t l = 0; l < 3; ++l) EXPECT_EQ(layers.mask(l), expected[l]) << step.scale << ' ' << l;
    }
}

}  // namespace
}  // namespace prunescope::prune
