#include "data/table_piece.h"

#include "data/table_number.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace prunescope::data {
namespace {

constexpr float missingCell = std::numeric_limits<float>::quiet_NaN();

Text mendOrLeaveOut() {
    return Text::of("Mend the value, or leave the column out (data.leave_out).");
}

void takeFirst(std::optional<CellPlace>& place, const CellPlace& other) {
    if (!place) place = other;
}

}  // namespace

PieceReader::PieceReader(const Table& table, const TableFormat& format, const std::vector<ColumnTask>& tasks,
                         RowBlock& block)
    : table_(table),
      format_(format),
      tasks_(tasks),
      block_(block),
      decimalSign_(format.decimalSign()),
      hasText_(tasks.size()),
      textOfColumn_(tasks.size()) {
    for (std::size_t column = 0; column < tasks_.size(); ++column) {
        if (tasks_[column] != ColumnTask::text) continue;
        textOfColumn_[column] = texts_.size();
        texts_.push_back({column, {}});
    }
}

void PieceReader::read(std::size_t begin, std::size_t end) {
    table_.text.expectText(begin, end);
    takeMemory(begin, end);
    const auto records = format_.read(table_.text, begin, end);
    Record record;
    for (std::size_t row = 0; records->next(record); ++row) {
        recordBegin_ = record.begin;
        expectAllColumns(record);
        float* const cells = cellsOfRow(row, record.begin);
        for (std::size_t column = 0; column < tasks_.size(); ++column) {
            if (tasks_[column] != ColumnTask::skip) cells[column] = cell(column, record.fields[column]);
        }
    }
}

void PieceReader::takeMemory(std::size_t begin, std::size_t end) {
    if (!block_.begins.empty()) return;
    std::size_t rows = table_.text.mostLines(begin, end);
    // A value takes a character at least, the separator behind it: blank lines do not ask for memory.
    if (!format_.sparse()) rows = std::min(rows, 1 + (end - begin) / tasks_.size());
    block_.begins.reserve(rows);
    block_.cells.reserve(rows * tasks_.size());
}

float* PieceReader::cellsOfRow(std::size_t row, std::size_t begin) {
    const std::size_t columns = tasks_.size();
    if (row == block_.begins.size()) {
        block_.begins.push_back(begin);
        block_.cells.resize(block_.cells.size() + columns);
    }
    return block_.cells.data() + row * columns;
}

void PieceReader::expectAllColumns(const Record& record) const {
    if (record.count == tasks_.size()) return;
    throw table_.text.fault(record.begin,
                            Text::of("expected {} values, found {}", tasks_.size(), record.count),
                            format_.raggedMend(table_.text, record, tasks_.size()));
}

CellPlace PieceReader::placeOf(std::size_t column, const Field& field) const {
    // What a sparse row leaves out stands nowhere in the file.
    const std::string_view bytes = table_.text.bytes();
    const bool inFile = !std::less<>()(field.text.data(), bytes.data()) &&
                        !std::less<>()(bytes.data() + bytes.size(), field.text.data());
    return {inFile ? table_.text.offsetOf(field.text.data()) : recordBegin_, column};
}

float PieceReader::cell(std::size_t column, const Field& field) {
    switch (tasks_[column]) {
        case ColumnTask::guess:
        case ColumnTask::number:
            return number(column, field);
        case ColumnTask::text:
        case ColumnTask::listed:
            return code(column, field);
        case ColumnTask::skip:
            break;
    }
    return 0;
}

float PieceReader::number(std::size_t column, const Field& field) {
    const std::string_view text = field.quoted ? withoutBlanks(field.text) : field.text;
    const double value = decimalNumber(text, decimalSign_);
    if (std::isnan(value)) return format_.isMissing(field) ? missingCell : noNumber(column, field);
    constexpr double largest = std::numeric_limits<float>::max();
    if (std::abs(value) > largest) {
        throw table_.text.fault(
            placeOf(column, field).offset, column,
            Text::of("expected a number up to {:.3g}, found {}", largest, quotedText(text)),
            mendOrLeaveOut());
    }
    if (!looks_.ownSign && text.find(decimalSign_) != std::string_view::npos)
        looks_.ownSign = placeOf(column, field);
    return static_cast<float>(value);
}

float PieceReader::noNumber(std::size_t column, const Field& field) {
    const CellPlace place = placeOf(column, field);
    const NumberLook look = numberLook(withoutBlanks(field.text), decimalSign_);
    const bool strict = tasks_[column] == ColumnTask::number;
    if (strict || look == NumberLook::notFinite) {
        throw table_.text.fault(place.offset, column,
                                strict
                                    ? Text::of("expected a number, found {}", quotedText(field.text))
                                    : Text::of("expected a finite number, found {}", quotedText(field.text)),
                                mendOrLeaveOut());
    }
    if (look == NumberLook::otherSign) takeFirst(looks_.otherSign, place);
    if (look == NumberLook::eitherMeaning) takeFirst(looks_.eitherMeaning, place);
    if (look == NumberLook::grouped) takeFirst(looks_.grouped, place);
    // The rest of the column waits until it is read as text; one that may be numbers is looked at for longer.
    if (look != NumberLook::eitherMeaning) tasks_[column] = ColumnTask::skip;
    if (!hasText_[column]) firstTexts_.push_back({place, quotedText(field.text)});
    hasText_[column] = true;
    return 0;
}

float PieceReader::code(std::size_t column, const Field& field) {
    if (format_.isMissing(field)) return missingCell;
    if (field.text.size() > mostNameBytes) {
        throw table_.text.fault(
            placeOf(column, field).offset, column,
            Text::of("expected a category of at most {} bytes, found a text of {}", mostNameBytes,
                     field.text.size()),
            Text::of("Leave the column out (data.leave_out): long texts are no categories."));
    }
    const std::string escaped = field.escapes == Escapes::none ? std::string() : plainText(field);
    const std::string_view text = field.escapes == Escapes::none ? field.text : escaped;
    if (tasks_[column] == ColumnTask::text)
        return static_cast<float>(texts_[textOfColumn_[column]].categories.codeOf(text));
    const Categories::Code known = table_.columns[column].categories.find(text);
    if (known == Categories::unknown) {
        throw table_.text.fault(
            placeOf(column, field).offset, column,
            Text::of("expected one of the values that are declared, found {}", quotedText(text)),
            Text::of("Declare the value, or mend it."));
    }
    return static_cast<float>(known);
}

}  // namespace prunescope::data
