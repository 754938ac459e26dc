// Tables as text: what is read of any bytes are whole rows of finite numbers with a class each, or an error.

#include "base/error.h"
#include "data/arff_reader.h"
#include "data/table_classes.h"
#include "data/table_columns.h"
#include "data/text_table.h"
#include "input.h"
#include "run/description.h"
#include "targets.h"

#include <algorithm>
#include <cmath>

namespace prunescope::fuzz {
namespace {

/// Rules that let most tables pass: what is missing is filled in, and a row without a class is dropped.
data::TableOptions lenientOptions(const std::string& label) {
    const run::Description description{
        .name = "table", .title = "", .summary = "", .options = data::tableOptionDescriptions()};
    return data::tableOptionsFrom(run::completedOptions(
        description, {.prefix = "data", .field = "data_options"},
        {{"label", label}, {"missing", "fill"}, {"missing_in", label.empty() ? "" : label + "=drop"}}));
}

/// Reads a table with `read(choose)` and makes rows of it, every third of them to be tested on.
template <class Read>
void encodeTable(const std::string& label, const Read& read) {
    data::ColumnRoles roles;
    const data::ReadTable opened = read([&](const data::TableText& text) {
        roles = data::rolesOf(text, lenientOptions(label));
        std::vector<data::ColumnTask> tasks(text.columns().size(), data::ColumnTask::guess);
        tasks[roles.label] = data::ColumnTask::text;
        return tasks;
    });
    std::vector<std::int64_t> missing(opened.table.columns.size());
    auto uses = data::usedRows(opened.table, roles, data::RowUse::training, missing);
    for (std::size_t row = 2; row < uses.size(); row += 3) {
        if (uses[row] == data::RowUse::training) uses[row] = data::RowUse::test;
    }
    const data::TableClasses classes(opened, roles.label, uses);
    const data::TableCode code(opened, roles, uses);
    for (const data::RowUse use : {data::RowUse::training, data::RowUse::test}) {
        const auto labels = classes.labelsOf(opened, uses, use);
        const auto values = code.encode(opened.table, uses, use);
        expect(values.size() == labels.size() * code.inputs(), "every row has all inputs");
        expect(std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); }),
               "every input is a finite number");
        expect(std::all_of(labels.begin(), labels.end(),
                           [&](data::Label each) { return each < classes.names().size(); }),
               "every label has a class");
    }
    expect(data::describeColumns(opened.table, roles, code, missing).size() == opened.table.columns.size(),
           "every column is described");
}

std::string rowsIn(const data::TableText& text, char separator, std::size_t begin, std::size_t end) {
    data::TextRecords records(text, separator, begin, end);
    std::string rows;
    for (data::Record record; records.next(record);) {
        for (const data::Field& field : record.fields) rows += data::plainText(field) + '\x1f';
        rows += '\x1e';
    }
    return rows;
}

/// Pieces hold the rows of the whole.
void readInPieces(const data::TableText& text, char separator) {
    const std::string whole = rowsIn(text, separator, text.begin(), text.bytes().size());
    const auto pieces = data::piecesOfRecords(text, separator, text.begin(), 1);
    std::string together;
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
        together += rowsIn(text, separator, pieces[i], pieces[i + 1]);
    expect(together == whole, "pieces hold the rows of the whole");
}

/// The first byte says what is told of the table.
void readCsv(std::string_view bytes) {
    Input input(bytes);
    const auto told = input.take<std::uint8_t>();
    const std::string_view rest = input.rest();
    data::TextOptions options;
    if ((told & 1U) != 0) options.separator = ",;\t,"[(told >> 1U) & 3U];
    if ((told & 8U) != 0) options.decimalSign = (told & 16U) != 0 ? ',' : '.';
    if ((told & 32U) != 0) options.header = (told & 64U) != 0;
    const data::TableText text("fuzz", std::string(rest));
    try {
        readInPieces(text, options.separator.value_or(','));
    } catch (const Error& error) {
        expect(!error.mend().english().empty(), "an error says how to mend it");
    }
    encodeTable((told & 128U) != 0 ? "1" : "",
                [&](const data::ChooseTasks& choose) { return data::readTextTable(text, options, choose); });
}

void readArff(std::string_view bytes) {
    const data::TableText text("fuzz", std::string(bytes));
    if (data::looksLikeArff(text))
        encodeTable("", [&](const data::ChooseTasks& choose) { return data::readArffTable(text, choose); });
}

}  // namespace

Target csvTarget() {
    return {
        .name = "csv",
        .run = answered<readCsv>,
        .seeds =
            [] {
                const std::string auto_(1, '\0');
                return std::vector<std::string>{
                    auto_ +
                        "age,town,class\n1,Bonn,a\n2.5,\"Ky\"\"oto\",b\n?,Bonn,a\n4,,b\n5,Bonn,b\n6,Bonn,a\n",
                    auto_ + "1,5;2;x\r\n3,5;4;y\r\n5,5;6;x\r\n7,5;8;y\r\n",
                    auto_ +
                        "\xEF\xBB\xBF"
                        "a\tb\n1\t\"x\ny\"\n2\tz\n3\tz\n4\tz\n",
                    "\x80"
                    "class,n\n1.0,1\n2,2\n1,3\n2,4\n",
                    "\x2b"
                    "a;b\n1;2\n"};
            },
        .longest = 65536};
}

Target arffTarget() {
    return {.name = "arff",
            .run = answered<readArff>,
            .seeds =
                [] {
                    const std::string header =
                        "% a table\n@relation r\n@attribute 'a b' numeric\n@attribute c {x, 'y z', "
                        "\"w\\\"\"}\n@attribute class "
                        "{no,yes}\n@data\n";
                    return std::vector<std::string>{
                        header + "1,x,no\n2.5,'y z',yes\n?,?,no\n4,x,yes\n",
                        header + "{0 1, 2 yes}\n{}\n{1 'y z'}\n{0 ?, 2 yes}\n",
                        "@RELATION r\r\n@ATTRIBUTE x REAL\r\n@ATTRIBUTE y INTEGER\r\n@DATA\r\n1 1\r\n2 "
                        "2\r\n3 1\r\n4 2\r\n"};
                },
            .longest = 65536};
}

}  // namespace prunescope::fuzz
