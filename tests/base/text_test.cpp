#include "base/text.h"

#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace prunescope {
namespace {

TEST(Text, ASentenceKeepsItsValuesAsTheirPlacesSayThem) {
    const Text text = Text::of("layer {} has {:.2f} of {} weights", "conv1", 0.256, 500);
    EXPECT_EQ(text.english(), "layer conv1 has 0.26 of 500 weights");
    EXPECT_EQ(piecesAroundPlaces(text.id()),
              (std::vector<std::string>{"layer ", " has ", " of ", " weights"}));
    const std::vector<Text> values{Text(std::string("conv1")), Text(std::string("0.26")),
                                   Text(std::string("500"))};
    EXPECT_EQ(text.values(), values);
}

TEST(Text, OneTextInAnotherStaysASentence) {
    const Text inner = Text::of("the file is damaged ({})", "malformed");
    const Text outer = Text::of("cannot read {}: {}", "run.db", inner);
    EXPECT_EQ(outer.english(), "cannot read run.db: the file is damaged (malformed)");
    EXPECT_EQ(outer.values().back(), inner);
    EXPECT_TRUE(outer.values().back().isSentence());
    EXPECT_FALSE(outer.values().front().isSentence());
}

TEST(Text, AValueIsNotReadForPlaces) {
    EXPECT_EQ(Text::of("found {}, expected {}", "{} of {{", "a").english(), "found {} of {{, expected a");
    EXPECT_EQ(Text(std::string("{} stays")).english(), "{} stays");
}

TEST(Text, DoubledBracesAreBraces) {
    const Text text = Text::of("Give {{\"z\": {}}}.", 1);
    EXPECT_EQ(text.english(), "Give {\"z\": 1}.");
    EXPECT_EQ(piecesAroundPlaces(text.id()), (std::vector<std::string>{"Give {\"z\": ", "}."}));
}

TEST(Text, ALengthOrAListIsAValueLikeAnyOther) {
    const std::vector<std::string> names{"map", "gmp"};
    EXPECT_EQ(Text::of("Known: {}", fmt::join(names, ", ")).english(), "Known: map, gmp");
}

TEST(Text, WhatAnotherVersionWroteIsShownAsFarAsItFits) {
    EXPECT_EQ(Text("from {} to {}", {Text(std::string("1"))}).english(), "from 1 to ");
    EXPECT_EQ(Text("from {}", {Text(std::string("1")), Text(std::string("2"))}).english(), "from 1");
    EXPECT_EQ(Text("open {", {}).english(), "open {");
    EXPECT_EQ(Text("", {}).english(), "");
}

TEST(Text, AValueWithoutAPlaceIsNotShown) {
    EXPECT_EQ(Text::of("no place", 1).english(), "no place");
}

TEST(Text, NothingIsEmpty) {
    EXPECT_TRUE(Text().empty());
    EXPECT_FALSE(Text::of("a").empty());
}

}  // namespace
}  // namespace prunescope
