#include "view/strip_columns.h"

#include <gmock/gmock.h>

namespace prunescope::view {
namespace {

using testing::Each;
using testing::ElementsAre;

/// Moments at these steps.
Timeline at(std::initializer_list<std::int64_t> steps) {
    Timeline times;
    for (const std::int64_t step : steps) times.append({.step = step});
    return times;
}

TEST(LastPositions, AColumnHasTheLastMomentUpToItsRightEdge) {
    // Columns [0, 10], (10, 20], (20, 30], (30, 40].
    const Columns columns{.from = 0, .to = 40, .count = 4};
    EXPECT_THAT(lastPositions(at({3, 9, 12, 40}), columns), ElementsAre(1, 2, 2, 3));
}

TEST(LastPositions, AMomentOnAnEdgeBelongsToTheColumnBeforeIt) {
    const Columns columns{.from = 0, .to = 20, .count = 2};
    EXPECT_THAT(lastPositions(at({10, 11}), columns), ElementsAre(0, 1));
}

TEST(LastPositions, BeforeTheFirstMomentAndAfterTheLastThereIsNone) {
    const Columns columns{.from = 0, .to = 50, .count = 5};
    EXPECT_THAT(lastPositions(at({15, 25}), columns), ElementsAre(noPosition, 0, 1, noPosition, noPosition));
    EXPECT_THAT(lastPositions({}, columns), Each(noPosition));
}

TEST(LastPositions, InAZoomWhatWasBeforeStillHolds) {
    const Columns columns{.from = 100, .to = 120, .count = 2};
    EXPECT_THAT(lastPositions(at({7, 115, 200}), columns), ElementsAre(0, 1));
}

TEST(LastPositions, GoesOnWithAnyColumn) {
    const Columns columns{.from = 0, .to = 40, .count = 4};
    EXPECT_THAT(lastPositions(at({3, 9, 12, 40}), columns, 2), ElementsAre(2, 3));
    EXPECT_TRUE(lastPositions(at({3}), columns, 4).empty());
}

TEST(LastPositions, AnEmptyPartOfAnAxisShowsNothing) {
    EXPECT_THAT(lastPositions(at({3}), {.from = 5, .to = 5, .count = 2}), Each(noPosition));
}

TEST(LastPositions, CountsInTheUnitOfTheAxis) {
    Timeline times;
    times.append({.step = 100, .epoch = 1});
    times.append({.step = 200, .epoch = 2});
    const Columns columns{.unit = TimeUnit::epoch, .from = 0, .to = 2, .count = 2};
    EXPECT_THAT(lastPositions(times, columns), ElementsAre(0, 1));
}

TEST(Columns, HoldsEveryPlaceOfItsPart) {
    const Columns columns{.from = 0, .to = 40, .count = 4};
    EXPECT_EQ(columns.at(0), 0U);
    EXPECT_EQ(columns.at(25), 2U);
    EXPECT_EQ(columns.at(40), 3U);
    EXPECT_EQ(columns.at(-5), 0U);
    EXPECT_EQ(columns.at(400), 3U);
}

}  // namespace
}  // namespace prunescope::view
