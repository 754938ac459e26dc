#include "view/histogram.h"
#include "view/weight_tile.h"

#include <gmock/gmock.h>

#include <limits>

namespace prunescope::view {
namespace {

using testing::ElementsAre;

const std::vector<float> values{1, -2, 3,  //
                                4, 0,  -6};
const std::vector<std::uint8_t> mask{1, 0, 1,  //
                                     0, 0, 0};
const WeightMatrix matrix{values.data(), mask.data(), 2, 3};

TEST(WeightTile, ShowsEveryWeightWhenThereIsRoom) {
    const WeightTile tile = makeTile(matrix, {0, 1, 2, 2, 100, 100});
    EXPECT_EQ(tile.rows, 2);
    EXPECT_EQ(tile.columns, 2);
    EXPECT_THAT(tile.value, ElementsAre(-2, 3, 0, -6));
    EXPECT_THAT(tile.keptShare, ElementsAre(0, 1, 0, 0));
}

TEST(WeightTile, LetsTheLargestKeptWeightStandForABlock) {
    const WeightTile tile = makeTile(matrix, {0, 0, 2, 3, 1, 1});
    EXPECT_THAT(tile.value, ElementsAre(3)) << "-6 and 4 are larger but pruned";
    EXPECT_THAT(tile.keptShare, ElementsAre(testing::FloatEq(2.0F / 6)));
}

TEST(WeightTile, ClipsAbsurdRequests) {
    constexpr auto huge = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(makeTile(matrix, {huge, huge, huge, huge, huge, huge}).value.size(), 0U);
    EXPECT_EQ(makeTile(matrix, {-5, -5, huge, huge, huge, huge}).value.size(), 6U);
    EXPECT_EQ(makeTile(matrix, {0, 0, 2, 3, -1, 5}).value.size(), 0U);
}

TEST(MagnitudeHistogram, CountsKeptAndPrunedApart) {
    const MagnitudeHistogram h = magnitudeHistogram(values.data(), mask.data(), 6, 3);
    EXPECT_EQ(h.largest, 6);
    EXPECT_THAT(h.kept, ElementsAre(1, 1, 0));
    EXPECT_THAT(h.pruned, ElementsAre(1, 1, 2));
}

TEST(MagnitudeHistogram, StandsZerosAndValuesThatAreNotFinite) {
    const std::vector<float> odd{0, 0, std::numeric_limits<float>::quiet_NaN(),
                                 std::numeric_limits<float>::infinity()};
    EXPECT_THAT(magnitudeHistogram(odd.data(), nullptr, 4, 2).kept, ElementsAre(2, 0));
}

}  // namespace
}  // namespace prunescope::view
