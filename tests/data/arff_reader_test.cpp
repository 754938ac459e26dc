#include "data/arff_reader.h"

#include "data/idx_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prunescope::data {
namespace {

using test::errorOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNan;

ReadTable readArff(const std::string& bytes, std::vector<std::size_t> leftOut = {}) {
    return readArffTable({"t.arff", bytes}, [&](const TableText& text) {
        std::vector<ColumnTask> tasks(text.columns().size(), ColumnTask::guess);
        for (const std::size_t column : leftOut) tasks[column] = ColumnTask::skip;
        return tasks;
    });
}

std::string refusalOfArff(const std::string& bytes) {
    return errorOf([&] { readArff(bytes); }).problem().english();
}

const std::string sizeAndKind =
    "@relation r\n@attribute size numeric\n@attribute kind {b, a, 'c d'}\n@data\n";

TEST(ArffReader, ReadsDenseRows) {
    const ReadTable read = readArff(
        "% a comment\n\n@RELATION 'two words'\n@attribute 'the size' REAL\n@Attribute kind\t{b, a, 'c d', "
        "\"e\\\"f\"}\n"
        "@attribute n integer % the last\n@data\n1.5,a,3\n% another\n\n ?, 'c d' ,-1 % and one more\n2 b "
        "0\n3,\"e\\\"f\",?\n");
    EXPECT_THAT(read.table.text.columns(), ElementsAre("the size", "kind", "n"));
    EXPECT_EQ(read.table.columns[0].task, ColumnTask::number);
    EXPECT_EQ(read.table.columns[1].task, ColumnTask::listed);
    EXPECT_EQ(read.table.columns[1].categories.name(3), "e\"f");
    // Codes of categories are their places in the declaration.
    EXPECT_THAT(read.table.blocks.front().cells,
                ElementsAre(1.5F, 1, 3, IsNan(), 2, -1, 2, 0, 0, 3, 3, IsNan()));
}

TEST(ArffReader, ReadsSparseRows) {
    const ReadTable read = readArff(sizeAndKind + "{0 2.5, 1 a}\n{}\n{ 1 'c d' }\n{0 ?}\n1,b\n");
    // What a row does not name is 0, or the first category.
    EXPECT_THAT(read.table.blocks.front().cells, ElementsAre(2.5F, 1, 0, 0, 0, 2, IsNan(), 0, 1, 0));
}

TEST(ArffReader, ReadsOnlyAQuestionMarkAsMissing) {
    const ReadTable read = readArff(
        "@relation r\n@attribute x numeric\n@attribute y {'?', NA, -}\n@data\n1,'?'\n2,NA\n3,?\n4,-\n");
    EXPECT_THAT(read.table.blocks.front().cells, ElementsAre(1, 0, 2, 1, 3, IsNan(), 4, 2));
    EXPECT_EQ(refusalOfArff(sizeAndKind + "NA,a\n"),
              "line 5, column 'size' (1): expected a number, found 'NA'");
}

TEST(ArffReader, LeavesTextAndDatesOutOrRefusesThem) {
    const std::string bytes =
        "@relation r\n@attribute x numeric\n@attribute note string\n@attribute day date "
        "'yyyy-MM-dd'\n@attribute y {a,b}\n"
        "@data\n1,'a, long text','2020-01-02',a\n";
    EXPECT_EQ(refusalOfArff(bytes),
              "line 3, column 'note' (2): expected numbers or categories, found an attribute of type string");
    EXPECT_EQ(errorOf([&] { readArff(bytes, {1}); }).problem().english(),
              "line 4, column 'day' (3): expected numbers or categories, found an attribute of type date");
    EXPECT_THAT(readArff(bytes, {1, 2}).table.blocks.front().cells, ElementsAre(1, 0, 0, 0));
}

TEST(ArffReader, IsToldByItsFirstWord) {
    EXPECT_TRUE(looksLikeArff({"t", "% comment\n\n  @Relation x\n"}));
    EXPECT_FALSE(looksLikeArff({"t", "a,b\n1,2\n"}));
    EXPECT_FALSE(looksLikeArff({"t", "% comment\n"}));
}

TEST(ArffReader, RefusesDamagedHeaders) {
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute x numeric\n@attribute y {a}\n"),
              "the header ends without @data");
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute x\n"), "line 2, column 1: expected a type, found ''");
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute x wavy\n"),
              "line 2, column 1: expected a type, found 'wavy'");
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute x numeric\n@atribute y numeric\n"),
              "line 3: expected @attribute or @data, found '@atribute'");
    EXPECT_EQ(refusalOfArff("@attribute x numeric\n"), "line 1: expected @relation, found '@attribute'");
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute 'x numeric\n"),
              "line 2, column 1: the quote that opens here is not closed in its line");
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute x numeric\n@attribute x {a}\n"),
              "line 3, column 2: the name 'x' was declared before");
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute x {a, b, a}\n"),
              "line 2, column 1: the category 'a' is declared twice");
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute x {a, b\n"),
              "line 2, column 1: expected a comma or a closing brace behind a category, found ''");
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute x {}\n"),
              "line 2, column 1: expected a value, found none");
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute x relational\n"),
              "line 2, column 1: expected a type, found 'relational'");
    EXPECT_EQ(refusalOfArff("@relation r\n@attribute x numeric\n@data\n"),
              "line 3: expected two attributes at least, the label and one more, found 1");
}

TEST(ArffReader, RefusesDamagedRows) {
    EXPECT_EQ(refusalOfArff(sizeAndKind + "1,a\n2\n"), "line 6: expected 2 values, found 1");
    EXPECT_EQ(refusalOfArff(sizeAndKind + "1,,a\n"),
              "line 5, column 'kind' (2): expected a value, found none");
    EXPECT_EQ(refusalOfArff(sizeAndKind + "1,\n"), "line 5, column 'kind' (2): expected a value, found none");
    EXPECT_EQ(refusalOfArff(sizeAndKind + "x,a\n"),
              "line 5, column 'size' (1): expected a number, found 'x'");
    EXPECT_EQ(refusalOfArff(sizeAndKind + "1,x\n"),
              "line 5, column 'kind' (2): expected one of the values that are declared, found 'x'");
    EXPECT_EQ(refusalOfArff(sizeAndKind + "1,'a\n"),
              "line 5, column 'kind' (2): the quote that opens here is not closed in its line");
    EXPECT_EQ(refusalOfArff(sizeAndKind + "1,a,{5}\n"),
              "line 5: found a weight of the row, which is not read");
    EXPECT_EQ(refusalOfArff(sizeAndKind + "{1 a}, {5}\n"),
              "line 5: found a weight of the row, which is not read");
    EXPECT_EQ(refusalOfArff(sizeAndKind + std::string("1,a\0\n", 5)),
              "line 5: expected text, found a zero byte (byte 75 of the file)");
}

TEST(ArffReader, RefusesDamagedSparseRows) {
    EXPECT_THAT(refusalOfArff(sizeAndKind + "{1 a, 0 2}\n"),
                HasSubstr("line 5: expected the number of a column from 2 up to 1, counted from 0 and "
                          "rising, found '0 2}'"));
    EXPECT_THAT(refusalOfArff(sizeAndKind + "{2 a}\n"),
                HasSubstr("from 0 up to 1, counted from 0 and rising, found '2 a}'"));
    EXPECT_THAT(refusalOfArff(sizeAndKind + "{x a}\n"), HasSubstr("found 'x a}'"));
    EXPECT_EQ(refusalOfArff(sizeAndKind + "{0 1\n"),
              "line 5, column 'size' (1): expected a comma or a closing brace behind the value, found ''");
    EXPECT_EQ(refusalOfArff(sizeAndKind + "{0 1} 2\n"),
              "line 5: expected the end of the line behind the closing brace, found '2'");
}

TEST(ArffReader, RefusesRowsThatNoMemoryHolds) {
    std::string bytes = "@relation r\n";
    for (int i = 0; i < 100'000; ++i) bytes += "@attribute a" + std::to_string(i) + " numeric\n";
    bytes += "@data\n";
    for (int i = 0; i < 4'000'000; ++i) bytes += "{}\n";
    EXPECT_THAT(refusalOfArff(bytes), HasSubstr("would take about 160"));
}

}  // namespace
}  // namespace prunescope::data
