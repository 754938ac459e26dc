#include "base/clean_text.h"

#include <gmock/gmock.h>

namespace prunescope {
namespace {

using testing::EndsWith;

TEST(CleanText, KeepsValidTextAndReplacesBrokenBytes) {
    EXPECT_EQ(cleanText("naïve 剪定 \xF0\x9F\x8C\xB1"), "naïve 剪定 \xF0\x9F\x8C\xB1");
    EXPECT_EQ(cleanText("a\xFF\x62"), "a\uFFFDb");
    EXPECT_EQ(cleanText("\xC0\xAF"), "\uFFFD\uFFFD");            // overlong /
    EXPECT_EQ(cleanText("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // a surrogate
    EXPECT_EQ(cleanText("cut \xE5\x89"), "cut \uFFFD\uFFFD");
}

TEST(CleanText, ReplacesControlsAndTurnedReadingDirection) {
    EXPECT_EQ(cleanText(std::string_view("a\0b", 3)), "a\uFFFDb");
    EXPECT_EQ(cleanText("a\x1B[31m"), "a\uFFFD[31m");
    EXPECT_EQ(cleanText("\u202Etxt"), "\uFFFDtxt");
    EXPECT_EQ(cleanText("line\nline\t"), "line\nline\t");
}

TEST(TerminalLine, IsOneLineWithoutCommands) {
    EXPECT_EQ(terminalLine("naïve 剪定"), "naïve 剪定");
    EXPECT_EQ(terminalLine("a\x1B]52;c;eA==\x07"), "a\uFFFD]52;c;eA==\uFFFD");
    EXPECT_EQ(terminalLine("a\nb\rc\td"), "a\uFFFDb\uFFFDc d");
    EXPECT_EQ(terminalLine("a\u0085b\u2028c\u2029d"), "a\uFFFDb\uFFFDc\uFFFDd");
    EXPECT_EQ(terminalLine("r\xE4um"), "r\uFFFDum");
}

TEST(TerminalLine, IsNoLongerThanAnyHonestOne) {
    const std::string line = terminalLine(std::string(1'000'000, 'x'));
    EXPECT_LT(line.size(), 11'000U);
    EXPECT_THAT(line, EndsWith("x […]"));
}

}  // namespace
}  // namespace prunescope
