#include "data/text_format.h"

#include "data/table_number.h"
#include "data/text_table.h"

#include <algorithm>
#include <utility>

namespace prunescope::data {
namespace {

class TextFormat : public TableFormat {
public:
    TextFormat(char separator, char decimalSign) : separator_(separator), decimalSign_(decimalSign) {}

    std::unique_ptr<RecordReader> read(const TableText& text, std::size_t begin,
                                       std::size_t end) const override {
        return std::make_unique<TextRecords>(text, separator_, begin, end);
    }
    bool isMissing(const Field& field) const override { return standsForMissing(withoutBlanks(field.text)); }
    char decimalSign() const override { return decimalSign_; }
    bool sparse() const override { return false; }

    Text raggedMend(const TableText& text, const Record& record, std::size_t columns) const override {
        const std::string_view rest = text.bytes().substr(record.begin);
        const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
        for (const char other : {',', ';', '\t'}) {
            if (other == separator_ ||
                std::count(line.begin(), line.end(), other) + 1 != static_cast<std::ptrdiff_t>(columns))
                continue;
            return Text::of(
                "This line seems to have {} between its values, and the others {}: use one in the whole "
                "file.",
                separatorText(other), separatorText(separator_));
        }
        return Text::of(
            "Give every record one value for each column; a value that holds {} stands in quotes.",
            separatorText(separator_));
    }

private:
    char separator_;
    char decimalSign_;
};

/// Reads the numbers, and finds out which decimal sign they have.
class NumberReading {
public:
    NumberReading(Table& table, char separator, std::optional<char> decimalSign)
        : table_(table), separator_(separator), told_(decimalSign) {}

    /// Returns the decimal sign.
    char read() {
        if (told_) {
            expectPlain(cellsWith(*told_));
            return *told_;
        }
        // The first piece mostly tells; the others are held against it.
        const char first = otherIsMeant(cellsWith('.', 1)) ? ',' : '.';
        const NumberLooks looks = cellsWith(first);
        if (first == '.' && otherIsMeant(looks)) {
            expectOneSign(cellsWith(','));
            return ',';
        }
        expectOneSign(looks);
        return first;
    }

private:
    NumberLooks cellsWith(char decimalSign, std::size_t mostPieces = SIZE_MAX) {
        return readCells(table_, TextFormat(separator_, decimalSign), mostPieces);
    }

    /// Only where no comma separates values: there "1,234" is thousands more often than a fraction.
    bool otherIsMeant(const NumberLooks& looks) const {
        return separator_ != ',' && !looks.ownSign && looks.otherSign;
    }

    std::string shown(const CellPlace& place) const {
        const std::string_view rest = table_.text.bytes().substr(place.offset, 40);
        const std::string ends = std::string("\r\n\"") + separator_;
        const bool quoted = place.offset > 0 && table_.text.bytes()[place.offset - 1] == '"';
        return quotedText(rest.substr(0, rest.find_first_of(quoted ? "\"" : ends)));
    }

    void expectPlain(const NumberLooks& looks) const {
        for (const auto& place : {looks.grouped, looks.eitherMeaning}) {
            if (!place) continue;
            throw table_.text.fault(
                place->offset, place->column,
                Text::of("expected a number without groups of thousands, found {}", shown(*place)),
                Text::of("Write numbers without grouping, give the decimal sign (data.decimal: point or "
                         "comma), or "
                         "leave the column out (data.leave_out)."));
        }
    }

    void expectOneSign(const NumberLooks& looks) const {
        expectPlain(looks);
        if (!looks.otherSign) return;
        throw table_.text.fault(
            looks.otherSign->offset, looks.otherSign->column,
            Text::of("cannot tell whether this is a number with another decimal sign than the rest: found {}",
                     shown(*looks.otherSign)),
            Text::of("Give the decimal sign (data.decimal: point or comma); what has the other one is text "
                     "then."));
    }

    Table& table_;
    char separator_;
    std::optional<char> told_;
};

}  // namespace

ReadTable readTextTable(TableText text, const TextOptions& options, const ChooseTasks& choose) {
    TextLayout layout = layoutOf(text, options);
    text.expectText(text.begin(), layout.begin);
    text.nameColumns(std::move(layout.names));
    ReadTable read{.table = {.text = std::move(text)}};
    Table& table = read.table;
    for (const ColumnTask task : choose(table.text)) table.columns.push_back({.task = task});
    table.pieces = piecesOfRecords(table.text, layout.separator, layout.begin, tablePieceBytes);
    read.decimalSign = NumberReading(table, layout.separator, options.decimalSign).read();
    readGuessedTexts(table, TextFormat(layout.separator, read.decimalSign));
    return read;
}

}  // namespace prunescope::data
