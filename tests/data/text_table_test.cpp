#include "data/text_table.h"

#include "data/idx_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace prunescope::data {
namespace {

using test::errorOf;
using testing::ElementsAre;
using testing::HasSubstr;
using Rows = std::vector<std::vector<std::string>>;

void readInto(Rows& rows, const TableText& text, char separator, std::size_t begin, std::size_t end) {
    TextRecords records(text, separator, begin, end);
    for (Record record; records.next(record);) {
        std::vector<std::string> row;
        for (const Field& field : record.fields) row.push_back(plainText(field));
        EXPECT_EQ(record.count, row.size());
        rows.push_back(row);
    }
}

Rows rowsOf(const std::string& bytes, char separator = ',') {
    const TableText text("folder/table.csv", bytes);
    Rows rows;
    readInto(rows, text, separator, text.begin(), bytes.size());
    return rows;
}

Rows rowsInPieces(const std::string& bytes, char separator, std::size_t pieceBytes) {
    const TableText text("folder/table.csv", bytes);
    Rows rows;
    const auto pieces = piecesOfRecords(text, separator, text.begin(), pieceBytes);
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
        readInto(rows, text, separator, pieces[i], pieces[i + 1]);
    return rows;
}

std::string csvProblemOf(const std::string& bytes) {
    return errorOf([&] { rowsOf(bytes); }).problem().english();
}

nlohmann::json goldenCases() {
    std::ifstream file(std::string(PRUNESCOPE_TEST_DATA) + "/golden/csv.json");
    return nlohmann::json::parse(file);
}

TEST(TextTable, ReadsWhatPythonsModuleReads) {
    const nlohmann::json cases = goldenCases();
    ASSERT_EQ(cases.size(), 300U);
    for (const auto& one : cases) {
        const auto text = one["text"].get<std::string>();
        const char separator = one["separator"].get<std::string>().front();
        EXPECT_EQ(rowsOf(text, separator), one["rows"].get<Rows>()) << one.dump();
    }
}

TEST(TextTable, ReadsTheSameInPieces) {
    for (const auto& one : goldenCases()) {
        const auto text = one["text"].get<std::string>();
        const char separator = one["separator"].get<std::string>().front();
        for (const std::size_t bytes : {1, 7}) {
            EXPECT_EQ(rowsInPieces(text, separator, bytes), one["rows"].get<Rows>()) << one.dump();
        }
    }
}

TEST(TextTable, IsCutWhereRecordsBegin) {
    const auto cuts = [](const std::string& bytes, std::size_t pieceBytes) {
        return piecesOfRecords(TableText("t", bytes), ',', 0, pieceBytes);
    };
    EXPECT_THAT(cuts("aa\nbb\ncc\n", 1), ElementsAre(0, 3, 6, 9));
    EXPECT_THAT(cuts("aa\nbb\ncc\n", 4), ElementsAre(0, 6, 9));
    EXPECT_THAT(cuts("a\rb\r", 1), ElementsAre(0, 2, 4)) << "without a line feed a CR ends lines";
    EXPECT_THAT(cuts("\"a\nb\",\"\"\"\n\"\nc\n", 1), ElementsAre(0, 12, 14)) << "not in quotes";
    EXPECT_THAT(cuts("5\" pipe\n6\" pipe\n", 1), ElementsAre(0, 8, 16))
        << "a quote within a value is a letter";
    EXPECT_THAT(cuts("", 1), ElementsAre(0));
}

TEST(TextTable, PassesOverBlanksAroundValuesAndLinesWithoutAny) {
    EXPECT_EQ(rowsOf(" a , b\t,\" c \" \n\n \t\n  ,x,"), (Rows{{"a", "b", " c "}, {"", "x", ""}}));
    EXPECT_EQ(rowsOf("a\t b \t\t", '\t'), (Rows{{"a", "b", "", ""}})) << "a tab that separates is no blank";
    EXPECT_EQ(rowsOf("\xEF\xBB\xBF"
                     "a,b\n"),
              (Rows{{"a", "b"}}))
        << "a byte order mark";
}

TEST(TextTable, NamesTheLineInWhichAnUnclosedQuoteOpens) {
    const Error error = errorOf([] { rowsOf("a,b\n1,2\n3,\"4\n5,6\n"); });
    EXPECT_EQ(error.where().english(), "folder/table.csv");
    EXPECT_EQ(error.problem().english(), "line 3, column 2: the quote that opens here is not closed");
    EXPECT_THAT(error.mend().english(), HasSubstr("double every quote"));
}

TEST(TextTable, NamesBothLinesOfAQuoteThatClosesTooLate) {
    EXPECT_EQ(csvProblemOf("a,b\r\n1,\"2\r\n3,\"4\"\r\n"),
              "line 3, column 2: expected ',' or the end of the line after the quote that closes the value "
              "begun in "
              "line 2, found '4\"'");
    EXPECT_EQ(csvProblemOf("\"a\"x"),
              "line 1, column 1: expected ',' or the end of the line after the quote that closes the value "
              "begun in "
              "line 1, found 'x'");
}

TEST(TextTable, RefusesARecordWithoutEnd) {
    const std::string bytes = "a,b\n" + std::string(mostRecordBytes + 2, 'x');
    EXPECT_EQ(csvProblemOf(bytes), "line 2: the record that begins here is longer than 16777216 bytes");
    EXPECT_EQ(rowsOf("a,b\n" + std::string(mostRecordBytes, 'x')).size(), 2U);
}

TEST(TextTable, CountsFieldsThatItDoesNotKeep) {
    const TableText text("t", std::string(mostTableColumns + 5, ','));
    TextRecords records(text, ',', 0, text.bytes().size());
    Record record;
    ASSERT_TRUE(records.next(record));
    EXPECT_EQ(record.count, mostTableColumns + 6);
    EXPECT_EQ(record.fields.size(), mostTableColumns);
}

TEST(TableText, CountsLinesHoweverTheyEnd) {
    const TableText text("t", "a\nb\r\nc\rd\r\r\n\ne");
    const auto lineOf = [&](char c) { return text.lineAt(text.bytes().find(c)); };
    EXPECT_EQ(lineOf('a'), 1);
    EXPECT_EQ(lineOf('b'), 2);
    EXPECT_EQ(lineOf('c'), 3);
    EXPECT_EQ(lineOf('d'), 4);
    EXPECT_EQ(lineOf('e'), 7);
}

TEST(TableText, NamesColumnsThatHaveNames) {
    TableText text("t", "a\nb");
    text.nameColumns({"age", ""});
    EXPECT_EQ(text.fault(2, 0, Text("wrong"), Text("")).problem().english(),
              "line 2, column 'age' (1): wrong");
    EXPECT_EQ(text.fault(2, 1, Text("wrong"), Text("")).problem().english(), "line 2, column 2: wrong");
}

TEST(TableText, ShowsTextsShortAndClean) {
    EXPECT_EQ(quotedText("caf\xC3\xA9"), "'caf\xC3\xA9'");
    EXPECT_EQ(quotedText(std::string(59, 'x') + "\xC3\xA9y"), "'" + std::string(59, 'x') + "…'")
        << "no half character";
    EXPECT_EQ(quotedText("a\x1b[31m\nb"),
              "'a\xEF\xBF\xBD[31m\xEF\xBF\xBD"
              "b'");
}

TEST(TableText, RefusesWhatIsNoText) {
    const auto refusal = [](const std::string& bytes) {
        return errorOf([&] {
                   const TableText text("t", bytes);
                   text.expectText(0, bytes.size());
               })
            .problem()
            .english();
    };
    EXPECT_EQ(refusal(std::string("a,b\n1,\0", 7)),
              "line 2: expected text, found a zero byte (byte 6 of the file)");
    EXPECT_EQ(refusal("a\n\n\xC3\xA9,caf\xE9\n"),
              "line 3: expected text in UTF-8, found the byte 0xe9 (byte 9 of the file)");
    EXPECT_EQ(refusal("PK\x03\x04"), "expected a table as text, found a zip file or a spreadsheet");
    EXPECT_EQ(refusal("\x1f\x8b"), "expected a table as text, found a gzip file");
    EXPECT_EQ(refusal(std::string("\xFF\xFE"
                                  "a\0",
                                  4)),
              "expected a table as text, found text in UTF-16");
    EXPECT_NO_THROW(TableText("t", "日本,é").expectText(0, 9));
}

}  // namespace
}  // namespace prunescope::data
