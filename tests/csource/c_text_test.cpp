// Whatever a name or a text holds, it stays what it is in C.

#include "csource/c_text.h"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace prunescope::csource {
namespace {

TEST(CText, MakesIdentifiersOfAnyName) {
    EXPECT_EQ(identifierOf("lenet-5"), "lenet_5");
    EXPECT_EQ(identifierOf("Run 3*/"), "run_3__");
    EXPECT_EQ(identifierOf("2026-11-30"), "network_2026_11_30");
    EXPECT_EQ(identifierOf("_Reserved"), "network__reserved");
    EXPECT_EQ(identifierOf(""), "network");
    EXPECT_EQ(identifierOf("\xC3\xA9t\xC3\xA9"), "network___t__") << "the bytes of \"été\"";
    EXPECT_EQ(identifierOf(std::string(100, 'a')).size(), 40U);
    EXPECT_EQ(macroOf("lenet_5"), "LENET_5");
}

TEST(CText, LeavesNothingInACommentThatEndsOrNestsIt) {
    EXPECT_EQ(commentText("a run, 95 % (of 3)"), "a run, 95 %25 (of 3)");
    EXPECT_EQ(commentText("*/ int x; /*"), "%2A/ int x; /%2A");
    EXPECT_EQ(commentText("?\?/"), "%3F%3F/") << "a trigraph";
    EXPECT_EQ(commentText("a\\\nb"), "a%5C%0Ab") << "a line that goes on";
    EXPECT_EQ(commentText("\xE6\xA5\xAD"), "%E6%A5%AD");
}

TEST(CText, QuotesAnyBytes) {
    EXPECT_EQ(stringLiteral("T-shirt/top"), "\"T-shirt/top\"");
    EXPECT_EQ(stringLiteral("a\"b\\c"), "\"a\\042b\\134c\"");
    EXPECT_EQ(stringLiteral("?\?="), "\"\\077\\077=\"");
    EXPECT_EQ(stringLiteral("\n1"), "\"\\0121\"") << "the digit is not one of the code's";
    EXPECT_EQ(stringLiteral("\xFF"), "\"\\377\"");
}

TEST(CText, WritesFloatsThatReadBackToTheSameBits) {
    EXPECT_EQ(floatConstant(1), "1.0f");
    EXPECT_EQ(floatConstant(-0.0F), "-0.0f");
    EXPECT_EQ(floatConstant(0.1F), "0.1f");
    EXPECT_EQ(floatConstant(1e-20F), "1e-20f");
    for (const float value : {std::numeric_limits<float>::max(), std::numeric_limits<float>::denorm_min(),
                              1.0F / 3, 16777217.0F, -std::numeric_limits<float>::min()}) {
        const std::string text = floatConstant(value);
        float read = 0;
        std::from_chars(text.data(), text.data() + text.size(), read);
        EXPECT_EQ(read, value) << text;
    }
}

}  // namespace
}  // namespace prunescope::csource
