#include "data/text_format.h"

#include "data/idx_fixtures.h"
#include "data/table_fixtures.h"
#include "parallel/thread_arena.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::data {
namespace {

using test::errorOf;
using test::readText;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNan;

std::vector<float> cellsOf(const Table& table) {
    std::vector<float> cells;
    for (const RowBlock& block : table.blocks)
        cells.insert(cells.end(), block.cells.begin(), block.cells.end());
    return cells;
}

std::vector<std::string> textsOf(const ReadTable& read, std::size_t column) {
    std::vector<std::string> texts;
    const auto cells = cellsOf(read.table);
    for (std::size_t i = column; i < cells.size(); i += read.table.columns.size()) {
        texts.push_back(std::isnan(cells[i]) ? "missing"
                                             : read.table.columns[column].categories.name(
                                                   static_cast<Categories::Code>(cells[i])));
    }
    return texts;
}

std::string refusalOf(const std::string& bytes, const TextOptions& options = {}) {
    return errorOf([&] { readText(bytes, options); }).problem().english();
}

TEST(TextFormat, ReadsNumbersAndGaps) {
    const ReadTable read = readText("a,b\n1.5, -2\n\"3\",\" 1e2 \"\n?,NA\n");
    EXPECT_EQ(read.decimalSign, '.');
    EXPECT_EQ(read.table.rows(), 3U);
    EXPECT_THAT(cellsOf(read.table), ElementsAre(1.5F, -2, 3, 100, IsNan(), IsNan()));
    EXPECT_EQ(read.table.columns[0].task, ColumnTask::number);
}

TEST(TextFormat, ReadsAColumnAsTextsWhenOneValueIsNoNumber) {
    const ReadTable read = readText("a,b\n1,2\n2,\" x\"\n3,\n2,2\n");
    EXPECT_EQ(read.table.columns[0].task, ColumnTask::number);
    EXPECT_EQ(read.table.columns[1].task, ColumnTask::text);
    EXPECT_THAT(textsOf(read, 1), ElementsAre("2", " x", "missing", "2"));
    EXPECT_EQ(read.table.columns[1].firstText->shown, "' x'");
}

TEST(TextFormat, FindsTheDecimalSign) {
    EXPECT_EQ(readText("a;b\n1,5;2\n2;1,234\n").decimalSign, ',');
    EXPECT_THAT(cellsOf(readText("a;b\n1,5;2\n2;1,234\n").table), ElementsAre(1.5F, 2, 2, 1.234F));
    EXPECT_EQ(readText("a;b\n1.5;2\n2;1\n").decimalSign, '.');
    EXPECT_EQ(readText("a;b\n0,123;2\n").decimalSign, ',') << "no group of thousands begins with 0";
    EXPECT_EQ(readText("a;b\n1,234;2\n1,5;3\n").decimalSign, ',') << "the second value tells of the first";
    EXPECT_THAT(
        cellsOf(readText("a,b\n\"1,5\",2\n", {.separator = {}, .decimalSign = ',', .header = {}}).table),
        ElementsAre(1.5F, 2));
}

TEST(TextFormat, FindsADecimalSignThatComesLate) {
    std::string bytes = "a;b\n";
    while (bytes.size() < 2 * tablePieceBytes) bytes += "1234567;7654321\n";
    bytes += "1,5;2\n";
    const ReadTable read = readText(bytes);
    EXPECT_EQ(read.decimalSign, ',');
    EXPECT_GT(read.table.blocks.size(), 1U);
    EXPECT_EQ(read.table.blocks.back().cells[read.table.blocks.back().cells.size() - 2], 1.5F);
}

TEST(TextFormat, RefusesGroupsOfThousands) {
    EXPECT_EQ(refusalOf("a;b\n1;2\n3;1.234,5\n"),
              "line 3, column 'b' (2): expected a number without groups of thousands, found '1.234,5'");
    EXPECT_EQ(refusalOf("a,b\n1,\"1,234,567\"\n"),
              "line 2, column 'b' (2): expected a number without groups of thousands, found '1,234,567'");
    EXPECT_EQ(refusalOf("a\tb\n1\t1,234\n"),
              "line 2, column 'b' (2): expected a number without groups of thousands, found '1,234'")
        << "it might be a decimal comma as well";
    EXPECT_EQ(refusalOf("a;b\n1;1.234\n", {.separator = {}, .decimalSign = ',', .header = {}}),
              "line 2, column 'b' (2): expected a number without groups of thousands, found '1.234'");
}

TEST(TextFormat, RefusesTwoDecimalSigns) {
    EXPECT_EQ(refusalOf("a;b\n1.5;2\n3;2,5\n"),
              "line 3, column 'b' (2): cannot tell whether this is a number with another decimal sign than "
              "the rest: "
              "found '2,5'");
    EXPECT_EQ(refusalOf("a,b\n1,\"2,5\"\n"),
              "line 2, column 'b' (2): cannot tell whether this is a number with another decimal sign than "
              "the rest: "
              "found '2,5'");
    const ReadTable told =
        readText("a;b\n1.5;2\n3;2,5\n", {.separator = {}, .decimalSign = '.', .header = {}});
    EXPECT_EQ(told.table.columns[1].task, ColumnTask::text)
        << "who names the sign says that the other is none";
}

TEST(TextFormat, RefusesNumbersThatAreNotFinite) {
    EXPECT_EQ(refusalOf("a,b\n1,2\n1,-inf\n"),
              "line 3, column 'b' (2): expected a finite number, found '-inf'");
    EXPECT_EQ(refusalOf("a,b\n1,2\n1,1e999\n"),
              "line 3, column 'b' (2): expected a number up to 3.4e+38, found '1e999'");
    EXPECT_EQ(refusalOf("a,b\n1,2\n1,1e39\n"),
              "line 3, column 'b' (2): expected a number up to 3.4e+38, found '1e39'");
}

TEST(TextFormat, RefusesRaggedRowsWithTheLineAndBothCounts) {
    const Error error = errorOf([] { readText("a,b,c\n1,2,3\n\n\"4\n5\",6\n7,8\n"); });
    EXPECT_EQ(error.problem().english(), "line 4: expected 3 values, found 2");
    EXPECT_EQ(error.mend().english(),
              "Give every record one value for each column; a value that holds a comma stands in quotes.");
    EXPECT_EQ(refusalOf("a,b\n1,2,3\n"), "line 2: expected 2 values, found 3");
}

TEST(TextFormat, SeesThatALineHasAnotherSeparator) {
    const Error error = errorOf([] { readText("a,b,c\n1,2,3\n4;5;6\n"); });
    EXPECT_EQ(error.problem().english(), "line 3: expected 3 values, found 1");
    EXPECT_EQ(error.mend().english(),
              "This line seems to have a semicolon between its values, and the others a comma: use one in "
              "the whole file.");
}

TEST(TextFormat, RefusesWhatIsNoTextAndTextsThatAreNoCategories) {
    EXPECT_EQ(refusalOf("a,b\n1,caf\xE9\n"),
              "line 2: expected text in UTF-8, found the byte 0xe9 (byte 9 of the file)");
    EXPECT_EQ(refusalOf("\xE9,b\n1,2\n"),
              "line 1: expected text in UTF-8, found the byte 0xe9 (byte 0 of the file)");
    EXPECT_EQ(refusalOf("a,b\n1," + std::string(1001, 'x') + "\n"),
              "line 2, column 'b' (2): expected a category of at most 1000 bytes, found a text of 1001");
}

TEST(TextFormat, RefusesAColumnOfTooManyTexts) {
    std::string bytes = "a,b\n1,x\n";
    for (int i = 0; i < 65536; ++i) bytes += fmt::format("1,{}\n", i);
    EXPECT_EQ(refusalOf(bytes),
              "line 2, column 'b' (2): 'x' is no number, and as a column of texts it has more than 65536 "
              "different texts");
}

/// More than one piece, of every kind of column.
std::string largeTable() {
    std::string bytes = "number,text,late,quoted\n";
    for (int i = 0; bytes.size() < 3 * tablePieceBytes; ++i)
        bytes += fmt::format("{}.{},t{},{},\"q\n{}\"\n", i, i % 10, i * 7 % 501,
                             i % 40'000 == 39'999 ? "x" : "1", i % 3);
    return bytes;
}

TEST(TextFormat, ReadsTheSameOnAnyNumberOfThreads) {
    const std::string bytes = largeTable();
    std::vector<std::vector<float>> numbers;
    std::vector<std::vector<std::string>> texts;
    for (const int threads : {1, 2, 4}) {
        parallel::ThreadArena(threads).run([&] {
            const ReadTable read = readText(bytes);
            const auto cells = cellsOf(read.table);
            std::vector<float> column;
            for (std::size_t i = 0; i < cells.size(); i += 4) column.push_back(cells[i]);
            numbers.push_back(column);
            texts.push_back(textsOf(read, 1));
        });
    }
    EXPECT_EQ(numbers[1], numbers[0]);
    EXPECT_EQ(numbers[2], numbers[0]);
    EXPECT_EQ(texts[1], texts[0]);
    EXPECT_EQ(texts[2], texts[0]);
}

TEST(TextFormat, ReadsPiecesAsOneTable) {
    const ReadTable read = readText(largeTable());
    ASSERT_GT(read.table.blocks.size(), 2U);
    const auto cells = cellsOf(read.table);
    const auto texts = textsOf(read, 1);
    const auto late = textsOf(read, 2);
    const auto quoted = textsOf(read, 3);
    for (std::size_t i = 0; i < read.table.rows(); ++i) {
        ASSERT_FLOAT_EQ(cells[4 * i],
                        static_cast<float>(static_cast<double>(i) + static_cast<double>(i % 10) / 10));
        ASSERT_EQ(texts[i], fmt::format("t{}", i * 7 % 501));
        ASSERT_EQ(late[i], i % 40'000 == 39'999 ? "x" : "1");
        ASSERT_EQ(quoted[i], fmt::format("q\n{}", i % 3));
    }
}

TEST(TextFormat, TellsOfTheFirstOfSeveralFaultsOnAnyNumberOfThreads) {
    std::string bytes = largeTable();
    bytes.insert(bytes.rfind('\n') + 1, "1,2\n");
    const std::size_t middle = bytes.find("\"\n", tablePieceBytes + 1000) + 2;
    bytes.insert(middle, "1,2,3\n");
    const std::string first = refusalOf(bytes);
    EXPECT_THAT(first, HasSubstr("expected 4 values, found 3"));
    parallel::ThreadArena(4).run([&] {
        for (int i = 0; i < 5; ++i) EXPECT_EQ(refusalOf(bytes), first);
    });
}

}  // namespace
}  // namespace prunescope::data
