#include "data/text_layout.h"

#include "data/idx_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prunescope::data {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TextLayout layoutIn(const std::string& bytes, const TextOptions& options = {}) {
    return layoutOf(TableText("t.csv", bytes), options);
}

char separatorIn(const std::string& bytes) {
    return layoutIn(bytes, {.header = false}).separator;
}

bool hasHeaderIn(const std::string& bytes) {
    return layoutIn(bytes).begin > 0;
}

TEST(TextLayout, FindsTheSeparator) {
    EXPECT_EQ(separatorIn("a,b\n1,2\n"), ',');
    EXPECT_EQ(separatorIn("a;b\n1;2\n"), ';');
    EXPECT_EQ(separatorIn("a\tb\n1\t2\n"), '\t');
    EXPECT_EQ(separatorIn("1,5;2,5;a\n3,5;4,5;b\n"), ';') << "the commas are decimal signs";
    EXPECT_EQ(separatorIn("a,\"x;y\"\nb,\"z\"\n"), ',') << "what stands in quotes separates nothing";
    EXPECT_EQ(separatorIn("a b\tc, d\ne f\tg\n"), '\t');
    EXPECT_EQ(separatorIn("a;b;c\n1;2\n"), ';') << "of records that differ the first tells";
    EXPECT_EQ(layoutIn("a;b,c\n1;2,3\n", {.separator = ',', .decimalSign = {}, .header = {}}).names.size(),
              2U);
}

TEST(TextLayout, TellsAHeaderFromTheFirstRecord) {
    EXPECT_TRUE(hasHeaderIn("age,town\n3,Bonn\n"));
    EXPECT_FALSE(hasHeaderIn("3,Bonn\n4,Kyoto\n"));
    EXPECT_FALSE(hasHeaderIn("?,Bonn\n4,Kyoto\n4,Bonn\n")) << "a gap is no name";
    EXPECT_TRUE(hasHeaderIn(",age,class\n0,3,a\n1,4,b\n")) << "numbers of rows have no name";
    EXPECT_TRUE(hasHeaderIn("age;class\n3,5;a\n4,5;b\n")) << "numbers with a decimal comma";
    EXPECT_TRUE(hasHeaderIn("age,\"2019\"\n3,x\n?,y\n")) << "the column of texts does not tell";
}

TEST(TextLayout, TellsAHeaderWithoutNumbersByItsWords) {
    EXPECT_TRUE(hasHeaderIn("outlook,play\nsunny,no\nrainy,yes\n"));
    EXPECT_FALSE(hasHeaderIn("sunny,no\nrainy,yes\nrainy,no\n")) << "'no' comes again";
    EXPECT_FALSE(hasHeaderIn("no,no\nyes,no\n"));
    EXPECT_TRUE(hasHeaderIn("age,class\n"));
    EXPECT_FALSE(hasHeaderIn("3,a\n"));
}

TEST(TextLayout, NamesColumnsByTheHeader) {
    const TextLayout layout = layoutIn("\xEF\xBB\xBF age , \"a \"\"b\"\"\" \n1,2\n");
    EXPECT_THAT(layout.names, ElementsAre("age", "a \"b\""));
    EXPECT_EQ(layout.begin, 3U + 18U);
    EXPECT_THAT(layoutIn("1,2\n").names, ElementsAre("", ""));
    EXPECT_THAT(layoutIn("1,2\n3,4\n", {.header = true}).names, ElementsAre("1", "2"));
}

TEST(TextLayout, AsksWhereTheFirstLineTellsTwoThings) {
    const Error error = test::errorOf([] { layoutIn("id,2019\n1,5\n2,6\n"); });
    EXPECT_EQ(error.problem().english(),
              "line 1: cannot tell whether this line names the columns: it has texts above some columns of "
              "numbers, and "
              "numbers above others");
    EXPECT_THAT(error.mend().english(), HasSubstr("data.header"));
    EXPECT_THAT(layoutIn("id,2019\n1,5\n", {.header = true}).names, ElementsAre("id", "2019"));
}

TEST(TextLayout, RefusesWhatIsNoTable) {
    const auto problemOf = [](const std::string& bytes, const TextOptions& options = {}) {
        return test::errorOf([&] { layoutIn(bytes, options); }).problem().english();
    };
    EXPECT_EQ(problemOf(""), "is empty: expected a table, found no line with a value");
    EXPECT_EQ(problemOf("\n \n\r\n"), "is empty: expected a table, found no line with a value");
    EXPECT_EQ(problemOf("\none\ntwo\n"),
              "line 2: expected two columns at least, the label and one more, found one value where a comma "
              "separates them");
    EXPECT_EQ(
        problemOf("a,b\n", {.separator = ';'}),
        "line 1: expected two columns at least, the label and one more, found one value where a semicolon "
        "separates them");
    EXPECT_EQ(problemOf(std::string(mostTableColumns, ',') + "\n"),
              "line 1: expected at most 100000 columns, found 100001");
    EXPECT_EQ(problemOf("a," + std::string(1001, 'x') + "\n1,2\n"),
              "line 1, column 2: expected a name of at most 1000 bytes, found one of 1001");
    EXPECT_EQ(problemOf("a,\"b\n1,2\n"), "line 1, column 2: the quote that opens here is not closed");
}

}  // namespace
}  // namespace prunescope::data
