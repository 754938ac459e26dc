#include "view/column_words.h"

#include <gtest/gtest.h>

namespace prunescope::view {
namespace {

using run::ColumnDescription;
using run::ColumnKind;

TEST(ColumnWords, SayWhatIsReadOfAColumn) {
    const ColumnDescription number{.name = "length"};
    EXPECT_EQ(columnUse(number).english(), "a number");
    EXPECT_EQ(columnInputs(number), 1);
    const ColumnDescription colour{
        .name = "colour", .kind = ColumnKind::categorical, .categories = {"blue", "red"}};
    EXPECT_EQ(columnUse(colour).english(), "one of 2 categories (blue, red), or another");
    EXPECT_EQ(columnInputs(colour), 3) << "one for what is met only later";
    EXPECT_EQ(columnUse({.name = "species", .kind = ColumnKind::label}).english(),
              "the label, which is learned");
    EXPECT_EQ(columnInputs({.name = "species", .kind = ColumnKind::label}), 0);
    EXPECT_EQ(columnUse({.name = "id", .kind = ColumnKind::leftOut}).english(), "left out");
}

TEST(ColumnWords, OfManyCategoriesNameTheFirstFive) {
    const ColumnDescription letters{
        .name = "letter", .kind = ColumnKind::categorical, .categories = {"a", "b", "c", "d", "e", "f", "g"}};
    EXPECT_EQ(columnUse(letters).english(), "one of 7 categories (a, b, c, d, e, …), or another");
}

TEST(ColumnWords, SayWhatBecameOfMissingValues) {
    EXPECT_TRUE(columnGaps({.name = "whole"}).empty());
    EXPECT_EQ(columnGaps({.name = "some", .missing = 10, .onMissing = "fill", .filledWith = "2.5"}).english(),
              "10, filled with '2.5'");
    EXPECT_EQ(columnGaps({.name = "some", .missing = 3, .onMissing = "drop"}).english(),
              "3, their rows left out");
}

}  // namespace
}  // namespace prunescope::view
