#include "data/table_columns.h"

#include "data/idx_fixtures.h"
#include "data/table_classes.h"
#include "data/table_fixtures.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prunescope::data {
namespace {

using test::tableOptions;
using testing::ElementsAre;
using testing::HasSubstr;

/// A table whose last rows are to be tested on, and what its other rows say.
struct Learned {
    Learned(const std::string& bytes, const nlohmann::json& options, std::size_t testRows)
        : read(test::readLabelled(bytes)),
          roles(rolesOf(read.table.text, tableOptions(options))),
          missing(read.table.columns.size()),
          uses(usedRows(read.table, roles, RowUse::training, missing)) {
        std::fill(uses.end() - static_cast<std::ptrdiff_t>(testRows), uses.end(), RowUse::test);
    }
    TableCode code() const { return {read, roles, uses}; }

    ReadTable read;
    ColumnRoles roles;
    std::vector<std::int64_t> missing;
    std::vector<RowUse> uses;
};

std::string refusalOfCode(const std::string& bytes, std::size_t testRows = 0,
                          const nlohmann::json& options = {}) {
    const Learned learned(bytes, options.is_null() ? nlohmann::json::object() : options, testRows);
    return test::errorOf([&] { learned.code(); }).problem().english();
}

const std::string towns = "age,town,class\n1,Kyoto,a\n3,Bonn,b\n?,Kyoto,a\n5,,b\n7,Oslo,a\n";

TEST(TableColumns, MakesAnInputOfEachNumberAndOfEachCategory) {
    const Learned learned(towns, {{"missing", "fill"}}, 1);
    const TableCode code = learned.code();
    // The age, Bonn, Kyoto, and any other town. The mean age is that of 1, 3 and 5; most are from Kyoto.
    EXPECT_EQ(code.inputs(), 4U);
    EXPECT_THAT(code.encode(learned.read.table, learned.uses, RowUse::training),
                ElementsAre(1, 0, 1, 0, 3, 1, 0, 0, 3, 0, 1, 0, 5, 0, 1, 0));
    EXPECT_THAT(code.encode(learned.read.table, learned.uses, RowUse::test), ElementsAre(7, 0, 0, 1));
}

TEST(TableColumns, AreDescribedForTheRecord) {
    const Learned learned("id," + towns.substr(0, 15) + "7,1,Kyoto,a\n8,3,Bonn,b\n9,?,Kyoto,a\n4,5,,b\n",
                          {{"missing", "fill"}, {"leave_out", "id"}}, 0);
    using run::ColumnKind;
    const std::vector<run::ColumnDescription> expected{
        {"id", ColumnKind::leftOut, {}, 0, "", ""},
        {"age", ColumnKind::numeric, {}, 1, "fill", "3"},
        {"town", ColumnKind::categorical, {"Bonn", "Kyoto"}, 1, "fill", "Kyoto"},
        {"class", ColumnKind::label, {}, 0, "", ""}};
    EXPECT_EQ(describeColumns(learned.read.table, learned.roles, learned.code(), learned.missing), expected);
}

TEST(TableColumns, FollowARuleForMissingValuesOfTheirOwn) {
    const Learned learned(towns, {{"missing", "fill"}, {"missing_in", "2=drop"}}, 0);
    EXPECT_THAT(learned.uses, ElementsAre(RowUse::training, RowUse::training, RowUse::training,
                                          RowUse::dropped, RowUse::training));
    const auto described =
        describeColumns(learned.read.table, learned.roles, learned.code(), learned.missing);
    EXPECT_EQ(described[0].filledWith, fmt::format("{}", 11.0F / 3)) << "of the rows that stay: 1, 3 and 7";
    EXPECT_EQ(described[1].onMissing, "drop");
    EXPECT_EQ(described[1].filledWith, "");
}

TEST(TableColumns, TakeTheFirstOfTwoCategoriesThatAreAsFrequent) {
    const Learned learned("n,town,class\n1,b,x\n1,a,y\n1,a,x\n1,b,x\n1,,x\n", {{"missing", "fill"}}, 0);
    EXPECT_EQ(
        describeColumns(learned.read.table, learned.roles, learned.code(), learned.missing)[1].filledWith,
        "a");
}

TEST(TableColumns, RefuseColumnsWithACategoryInEachRow) {
    EXPECT_EQ(refusalOfCode("n,id,class\n1,x,a\n2,y,b\n3,z,a\n"),
              "line 2, column 'id' (2): 'x' is no number, and as a column of texts it has another category "
              "in each of the 3 "
              "rows to train on");
}

TEST(TableColumns, RefuseTooManyCategories) {
    const auto table = [](int categories) {
        std::string bytes = "n,id,class\n";
        for (int i = 0; i < 2 * categories; ++i)
            bytes += fmt::format("1,id{},{}\n", i % categories, i % 2 ? "a" : "b");
        return bytes;
    };
    EXPECT_EQ(Learned(table(1000), nlohmann::json::object(), 0).code().inputs(), 1002U);
    EXPECT_THAT(refusalOfCode(table(1001)),
                HasSubstr("it has 1001 categories, more than the 1000 that are allowed"));
}

TEST(TableColumns, RefuseMoreInputsThanANetworkIsGiven) {
    std::string bytes = "n,class\n";
    std::string header;
    std::string rows[2];
    for (int c = 0; c < 40'000; ++c) {
        header += fmt::format("c{},", c);
        rows[0] += "x,";
        rows[1] += "y,";
    }
    EXPECT_THAT(refusalOfCode(header + "class\n" + rows[0] + "a\n" + rows[1] + "b\n" + rows[0] + "b\n"),
                HasSubstr("column 'c33333' (33334)"));
}

TEST(TableColumns, RefuseATextInTheTestRowsWhereTheOthersHaveNumbers) {
    EXPECT_EQ(refusalOfCode("n,class\n1,a\n2,b\n1,b\nx,a\n", 1),
              "line 5, column 'n' (1): 'x' is no number, and as a column of texts it has nothing but numbers "
              "in the rows to "
              "train on");
}

TEST(TableColumns, RefuseAColumnWithoutAValue) {
    EXPECT_EQ(refusalOfCode("n,m,class\n1,?,a\n2,,b\n3,,b\n", 0, {{"missing", "fill"}}),
              "column 'm' (2) has no value in any row to train on");
}

TEST(TableRows, LackValuesThatAreRefusedDroppedOrFilled) {
    const auto refusal = [](const nlohmann::json& options) {
        return test::errorOf([&] { Learned(towns, options, 0); });
    };
    EXPECT_EQ(refusal(nlohmann::json::object()).problem().english(),
              "line 4, column 'age' (1): expected a value, found none");
    EXPECT_THAT(refusal(nlohmann::json::object()).mend().english(), HasSubstr("data.missing"));
    EXPECT_EQ(refusal({{"missing", "drop"}, {"missing_in", "town=refuse"}}).problem().english(),
              "line 5, column 'town' (2): expected a value, found none");
    EXPECT_THAT(
        Learned(towns, {{"missing", "drop"}}, 0).uses,
        ElementsAre(RowUse::training, RowUse::training, RowUse::dropped, RowUse::dropped, RowUse::training));
    EXPECT_THAT(Learned(towns, {{"missing", "fill"}}, 0).missing, ElementsAre(1, 1, 0));
}

TEST(TableRows, CannotFillInAClass) {
    const std::string bytes = "n,class\n1,a\n2,\n3,b\n";
    EXPECT_EQ(test::errorOf([&] {
                  Learned(bytes, {{"missing", "fill"}}, 0);
              })
                  .problem()
                  .english(),
              "line 3, column 'class' (2): expected the class of the row, found none");
    EXPECT_EQ(Learned(bytes, {{"missing", "drop"}}, 0).uses[1], RowUse::dropped);
}

TEST(TableRows, RefuseATableOfWhichNothingIsLeft) {
    const auto problemOf = [](const std::string& bytes, const nlohmann::json& options) {
        return test::errorOf([&] { Learned(bytes, options, 0); }).problem().english();
    };
    EXPECT_EQ(problemOf("n,class\n", nlohmann::json::object()), "expected rows, found none");
    EXPECT_EQ(problemOf("n,class\n1,\n,a\n", {{"missing", "drop"}}),
              "each of the 2 rows lacks a value, so that all were dropped");
}

std::vector<std::string> classNamesOf(const std::string& column,
                                      const nlohmann::json& options = {{"missing", "drop"}}) {
    std::string bytes = "n,class\n";
    for (const char c : column)
        bytes += c == ' '                ? std::string("\n")
                 : bytes.ends_with('\n') ? fmt::format("1,{}", c)
                                         : std::string(1, c);
    const Learned learned(bytes, options, 0);
    return TableClasses(learned.read, 1, learned.uses).names();
}

TEST(TableClasses, AreTheDifferentValuesInOrder) {
    EXPECT_THAT(classNamesOf("b a b c "), ElementsAre("a", "b", "c"));
    EXPECT_THAT(classNamesOf("10 9 10 -1 "), ElementsAre("-1", "9", "10")) << "numbers by value";
    EXPECT_THAT(classNamesOf("10 9 10 x "), ElementsAre("10", "9", "x"));
    EXPECT_THAT(classNamesOf("1.0 1 01 2 2.50 2.5 "), ElementsAre("1", "2", "2.5"))
        << "spellings of one number";
    EXPECT_THAT(classNamesOf("b ? a b "), ElementsAre("a", "b"));
}

TEST(TableClasses, RefuseOneClassAndAsManyAsRows) {
    EXPECT_EQ(test::errorOf([] { classNamesOf("a a "); }).problem().english(),
              "column 'class' (2) has one class only, 'a': nothing can be learned");
    EXPECT_EQ(test::errorOf([] { classNamesOf("1.5 2.5 3.5 "); }).problem().english(),
              "column 'class' (2) has a class of its own for each of the 3 rows");
}

}  // namespace
}  // namespace prunescope::data
