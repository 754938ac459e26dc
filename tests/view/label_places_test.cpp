#include "view/label_places.h"

#include <gmock/gmock.h>

namespace prunescope::view {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LabelPlaces, LabelsThatAreApartStandWhereTheyAreWanted) {
    EXPECT_THAT(labelPlaces({80, 20, 50}, 10, {0, 100}), ElementsAre(80, 20, 50));
}

TEST(LabelPlaces, LabelsThatWouldCoverEachOtherMoveApart) {
    EXPECT_THAT(labelPlaces({50, 52, 90}, 10, {0, 100}), ElementsAre(50, 60, 90));
    EXPECT_THAT(labelPlaces({50, 50}, 10, {0, 100}), ElementsAre(50, 60)) << "in their order";
}

TEST(LabelPlaces, AllStayInTheRoom) {
    EXPECT_THAT(labelPlaces({-20, 200}, 10, {0, 100}), ElementsAre(5, 95));
    EXPECT_THAT(labelPlaces({98, 99, 100}, 10, {0, 100}), ElementsAre(75, 85, 95));
    EXPECT_THAT(labelPlaces({1, 2}, 10, {0, 20}), ElementsAre(5, 15)) << "just enough";
}

TEST(LabelPlaces, WithoutEnoughRoomThereIsNone) {
    EXPECT_THAT(labelPlaces({1, 2, 3}, 10, {0, 29}), IsEmpty());
    EXPECT_THAT(labelPlaces({}, 10, {0, 29}), IsEmpty());
}

}  // namespace
}  // namespace prunescope::view
