#include "view/weight_layout.h"

#include "view/weight_rank.h"
#include "view/weight_tile.h"

#include <gmock/gmock.h>

#include <numeric>
#include <set>

namespace prunescope::view {
namespace {

using testing::ElementsAre;

constexpr ImageShape inner{};

TEST(WeightLayout, LaysADenseLayerOutAsOutputsByInputs) {
    const WeightLayout layout({3, 4}, Arrangement::matrix, inner);
    EXPECT_EQ(layout.rows(), 3);
    EXPECT_EQ(layout.columns(), 4);
    EXPECT_EQ(layout.weightAt(2, 1), 9);
    EXPECT_EQ(layout.weightAt(3, 0), std::nullopt);
    EXPECT_EQ(layout.weightAt(0, -1), std::nullopt);
}

TEST(WeightLayout, LaysAConvolutionOutAsKernelsWithGapsBetween) {
    // 2 outputs of 3 channels: 6 kernels of 2 x 2; 3 kernels in a row are one output.
    const WeightLayout layout({2, 3, 2, 2}, Arrangement::kernels, inner);
    EXPECT_EQ(layout.columns(), 3 * 2 + 2);
    EXPECT_EQ(layout.rows(), 2 * 2 + 1);
    EXPECT_EQ(layout.weightAt(0, 0), 0);
    EXPECT_EQ(layout.weightAt(1, 0), 2) << "second row of the first kernel";
    EXPECT_EQ(layout.weightAt(0, 2), std::nullopt) << "gap";
    EXPECT_EQ(layout.weightAt(2, 0), std::nullopt) << "gap";
    EXPECT_EQ(layout.weightAt(0, 3), 4) << "output 0, channel 1";
    EXPECT_EQ(layout.weightAt(3, 0), 12) << "output 1, channel 0";
}

TEST(WeightLayout, LaysTheFirstDenseLayerOutAsItsInputImages) {
    const WeightLayout layout({300, 784}, Arrangement::images, {1, 28, 28});
    const std::int64_t unit = 5;
    EXPECT_EQ(layout.weightAt(2, 29 * unit + 3), unit * 784 + 2 * 28 + 3);
    const double sides = static_cast<double>(layout.rows()) / static_cast<double>(layout.columns());
    EXPECT_GT(sides, 0.8);
    EXPECT_LT(sides, 1.25);
}

TEST(WeightLayout, ShowsEveryWeightInExactlyOneCellAndFindsItBack) {
    const std::vector<WeightLayout> layouts{{{5, 7}, Arrangement::matrix, inner},
                                            {{5, 1, 3, 3}, Arrangement::kernels, inner},
                                            {{7, 3, 1, 2}, Arrangement::kernels, inner},
                                            {{7, 2, 3, 3}, Arrangement::matrix, inner},
                                            {{5, 24}, Arrangement::images, {2, 3, 4}}};
    for (const WeightLayout& layout : layouts) {
        std::set<std::int64_t> seen;
        for (std::int64_t row = 0; row < layout.rows(); ++row) {
            for (std::int64_t column = 0; column < layout.columns(); ++column) {
                const auto weight = layout.weightAt(row, column);
                if (!weight) continue;
                EXPECT_TRUE(seen.insert(*weight).second) << *weight;
                EXPECT_EQ(layout.cellOf(*weight), (WeightLayout::Cell{row, column}));
            }
        }
        EXPECT_EQ(static_cast<std::int64_t>(seen.size()), layout.weights());
        EXPECT_EQ(*seen.rbegin(), layout.weights() - 1);
    }
}

TEST(WeightLayout, OffersOnlyWhatMakesSense) {
    EXPECT_THAT(arrangementsOf({6, 1, 5, 5}, {1, 28, 28}),
                ElementsAre(Arrangement::kernels, Arrangement::matrix));
    EXPECT_THAT(arrangementsOf({8, 4, 1, 1}, inner), ElementsAre(Arrangement::matrix));
    EXPECT_THAT(arrangementsOf({300, 784}, {1, 28, 28}),
                ElementsAre(Arrangement::images, Arrangement::matrix));
    EXPECT_THAT(arrangementsOf({100, 300}, inner), ElementsAre(Arrangement::matrix));
    EXPECT_THROW(WeightLayout({3, 4}, Arrangement::kernels, inner), std::logic_error);
}

TEST(WeightTile, MarksGapsAndWhatTheLastMaskUpdateChanged) {
    std::vector<float> values(8);
    std::iota(values.begin(), values.end(), 1.0F);
    const std::vector<std::uint8_t> before{1, 1, 0, 0, 1, 1, 1, 1};
    const std::vector<std::uint8_t> now{1, 0, 1, 0, 1, 1, 1, 1};
    const WeightLayout layout({2, 1, 2, 2}, Arrangement::kernels, inner);
    ASSERT_EQ(layout.rows() * layout.columns(), 2 * 5);
    const WeightTile tile = makeTile({values.data(), now.data(), before.data()},
                                     WeightLayout({2, 1, 2, 2}, Arrangement::kernels, inner),
                                     {0, 0, layout.rows(), layout.columns()});
    const auto markOf = [&](std::int64_t row, std::int64_t column) {
        return tile.mark[static_cast<std::size_t>(row * tile.columns + column)];
    };
    const auto cellMark = [&](std::int64_t weight) {
        const WeightLayout::Cell cell = layout.cellOf(weight);
        return markOf(cell.row, cell.column);
    };
    EXPECT_EQ(cellMark(0), CellMark::none);
    EXPECT_EQ(cellMark(1), CellMark::cut);
    EXPECT_EQ(cellMark(2), CellMark::revived);
    EXPECT_EQ(cellMark(3), CellMark::none) << "pruned, but not lately";
    EXPECT_EQ(std::count(tile.mark.begin(), tile.mark.end(), CellMark::gap), 2);
    EXPECT_TRUE(tile.showsEveryWeight());
}

TEST(WeightTile, LeavesGapsOutOfABlocksShare) {
    const std::vector<float> values(8, 1.0F);
    const std::vector<std::uint8_t> mask{1, 1, 1, 1, 0, 0, 0, 0};
    const WeightLayout layout({2, 1, 2, 2}, Arrangement::kernels, inner);
    const WeightTile tile = makeTile({values.data(), mask.data(), nullptr}, layout, {0, 0, 100, 100, 1, 1});
    EXPECT_THAT(tile.keptShare, ElementsAre(0.5F));
    EXPECT_FALSE(tile.showsEveryWeight());
}

TEST(WeightsAhead, RanksByMagnitudeAndEqualOnesByIndex) {
    const std::vector<float> weights{1, -3, 2, 3, 0};
    const auto ahead = [&](float value, std::int64_t index) {
        return weightsAhead(weights.data(), 5, value, index);
    };
    EXPECT_EQ(ahead(-3, 1), 0);
    EXPECT_EQ(ahead(3, 3), 1) << "-3 comes earlier";
    EXPECT_EQ(ahead(0, 4), 4);
    EXPECT_EQ(ahead(2, 5), 3) << "of a later layer: an equal one here is ahead";
    EXPECT_EQ(ahead(2, 0), 2) << "of an earlier layer: it is not";
}

}  // namespace
}  // namespace prunescope::view
