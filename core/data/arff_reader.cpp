#include "data/arff_reader.h"

#include "data/arff_line.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace prunescope::data {
namespace {

/// Rows of an ARFF file: all values in their order, or in braces those that are not the first of their
/// column, each behind its number from 0.
class ArffRecords : public RecordReader {
public:
    ArffRecords(const TableText& text, const std::vector<Field>& defaults, std::size_t begin, std::size_t end)
        : text_(text), defaults_(defaults), at_(begin), end_(end) {}

    bool next(Record& record) override {
        while (at_ < end_) {
            ArffLine line(text_, at_);
            record.begin = std::exchange(at_, line.next());
            if (line.atEnd()) continue;
            record.fields.clear();
            record.count = 0;
            line.take('{') ? readSparse(line, record) : readDense(line, record);
            return true;
        }
        return false;
    }

private:
    static void readDense(ArffLine& line, Record& record) {
        do {
            if (line.rest().starts_with('{')) refuseWeight(line);
            const Field field = line.value(record.count, false);
            if (++record.count <= mostTableColumns) record.fields.push_back(field);
        } while (line.take(',') || !line.atEnd());
    }

    void readSparse(ArffLine& line, Record& record) const {
        record.fields = defaults_;
        record.count = defaults_.size();
        std::size_t least = 0;
        while (!line.take('}')) {
            const std::size_t column = readIndex(line, least);
            record.fields[column] = line.value(column, true);
            least = column + 1;
            if (!line.take(',') && !line.rest().starts_with('}')) {
                throw line.fault(column,
                                 Text::of("expected a comma or a closing brace behind the value, found {}",
                                          quotedText(line.rest())),
                                 rightForm());
            }
        }
        if (line.take(',')) refuseWeight(line);
        if (!line.atEnd())
            throw line.fault(Text::of("expected the end of the line behind the closing brace, found {}",
                                      quotedText(line.rest())),
                             rightForm());
    }

    std::size_t readIndex(ArffLine& line, std::size_t least) const {
        const std::string_view shown = line.rest();
        const std::string_view text = line.value(least, true).text;
        std::size_t column = 0;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), column);
        if (code == std::errc{} && end == text.data() + text.size() && column >= least &&
            column < defaults_.size())
            return column;
        throw line.fault(
            Text::of("expected the number of a column from {} up to {}, counted from 0 and rising, found {}",
                     least, defaults_.size() - 1, quotedText(shown)),
            rightForm());
    }

    static Text rightForm() {
        return Text::of(
            "Write a sparse row in braces, number and value in turn, each number once and rising.");
    }

    [[noreturn]] static void refuseWeight(const ArffLine& line) {
        throw line.fault(Text::of("found a weight of the row, which is not read"),
                         Text::of("Take the weights out."));
    }

    const TableText& text_;
    const std::vector<Field>& defaults_;
    std::size_t at_;
    std::size_t end_;
};

class ArffFormat : public TableFormat {
public:
    ArffFormat(const ArffHeader& header, bool sparse) : sparse_(sparse) {
        for (const ArffAttribute& attribute : header.attributes) {
            const bool nominal = attribute.type == ArffType::nominal;
            defaults_.push_back(
                {.text = nominal ? std::string_view(attribute.firstCategory) : "0", .quoted = nominal});
        }
    }

    std::unique_ptr<RecordReader> read(const TableText& text, std::size_t begin,
                                       std::size_t end) const override {
        return std::make_unique<ArffRecords>(text, defaults_, begin, end);
    }
    bool isMissing(const Field& field) const override { return !field.quoted && field.text == "?"; }
    char decimalSign() const override { return '.'; }
    bool sparse() const override { return sparse_; }

    Text raggedMend(const TableText& /*text*/, const Record& /*record*/,
                    std::size_t /*columns*/) const override {
        return Text::of(
            "Give every row one value for each attribute, in quotes where it holds a blank or a comma.");
    }

private:
    std::vector<Field> defaults_{};
    bool sparse_;
};

ColumnTask taskOf(const TableText& text, const ArffAttribute& attribute, std::size_t column,
                  ColumnTask wanted) {
    if (wanted == ColumnTask::skip || wanted == ColumnTask::number) return wanted;
    if (attribute.type == ArffType::nominal) return ColumnTask::listed;
    if (attribute.type == ArffType::numeric)
        return wanted == ColumnTask::text ? ColumnTask::text : ColumnTask::number;
    const char* const type = attribute.type == ArffType::string ? "string" : "date";
    throw text.fault(
        attribute.declared, column,
        Text::of("expected numbers or categories, found an attribute of type {}", type),
        Text::of("Leave the column out (data.leave_out), or declare it as numeric or with its categories."));
}

std::vector<std::size_t> piecesOfLines(std::string_view bytes, std::size_t begin) {
    const char lineEnd = bytes.find('\n', begin) == std::string_view::npos ? '\r' : '\n';
    std::vector<std::size_t> cuts{begin};
    while (cuts.back() < bytes.size()) {
        const std::size_t end = bytes.find(lineEnd, std::min(bytes.size(), cuts.back() + tablePieceBytes));
        cuts.push_back(end == std::string_view::npos ? bytes.size() : end + 1);
    }
    return cuts;
}

}  // namespace

ReadTable readArffTable(TableText text, const ChooseTasks& choose) {
    ArffHeader header = readArffHeader(text);
    text.expectText(text.begin(), header.begin);
    std::vector<std::string> names;
    for (const ArffAttribute& attribute : header.attributes) names.push_back(attribute.name);
    text.nameColumns(std::move(names));
    const std::vector<ColumnTask> wanted = choose(text);

    ReadTable read{.table = {.text = std::move(text)}};
    Table& table = read.table;
    for (std::size_t c = 0; c < wanted.size(); ++c) {
        ArffAttribute& attribute = header.attributes[c];
        table.columns.push_back({.task = taskOf(table.text, attribute, c, wanted[c])});
        if (table.columns.back().task == ColumnTask::listed)
            table.columns.back().categories = std::move(attribute.categories);
    }
    const std::string_view bytes = table.text.bytes();
    table.pieces = piecesOfLines(bytes, header.begin);
    readCells(table, ArffFormat(header, bytes.find('{', header.begin) != std::string_view::npos));
    return read;
}

}  // namespace prunescope::data
