#pragma once

#include "data/table_categories.h"
#include "data/table_records.h"
#include "data/table_text.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::data {

/// How a column is read.
enum class ColumnTask : std::uint8_t {
    skip,    ///< not at all
    guess,   ///< as numbers, and as texts when one of them is none
    number,  ///< as numbers: what is none is a fault
    text,    ///< as texts, whichever they are
    listed   ///< as texts that are known already: another one is a fault
};

/// A value and its column.
struct CellPlace {
    std::size_t offset = 0;
    std::size_t column = 0;
};

/// A value that made a column one of texts.
struct FirstText {
    CellPlace place;
    std::string shown;  ///< as a message has it
};

struct TableColumn {
    ColumnTask task = ColumnTask::guess;
    Categories categories{};               ///< of texts
    std::optional<FirstText> firstText{};  ///< of a guessed column, the first value that is no number
};

/// The rows of a piece of the file.
struct RowBlock {
    /// (row, column): the number or the category's code, NaN where the value is missing.
    std::vector<float> cells{};
    std::vector<std::size_t> begins{};  ///< of each record, in the file
};

/// A table as its file has it; its text knows the columns' names.
struct Table {
    TableText text;
    /// The begin of each piece that can be read by itself, and the end of the last.
    std::vector<std::size_t> pieces{};
    std::vector<TableColumn> columns{};
    std::vector<RowBlock> blocks{};  ///< one for each piece that was read

    std::size_t rows() const;
};

/// How the records of a kind of file are found, and what their values mean.
class TableFormat {
public:
    virtual ~TableFormat() = default;
    TableFormat(const TableFormat&) = delete;
    TableFormat& operator=(const TableFormat&) = delete;

    virtual std::unique_ptr<RecordReader> read(const TableText& text, std::size_t begin,
                                               std::size_t end) const = 0;
    virtual bool isMissing(const Field& field) const = 0;
    virtual char decimalSign() const = 0;
    /// Whether a record may have more values than it has characters.
    virtual bool sparse() const = 0;
    /// What to do about a record that has not as many values as there are columns.
    virtual Text raggedMend(const TableText& text, const Record& record, std::size_t columns) const = 0;

protected:
    TableFormat() = default;
};

/// The first number of each look in guessed columns, as far as they were read.
struct NumberLooks {
    std::optional<CellPlace> ownSign{};        ///< "1.5" where the point is the decimal sign
    std::optional<CellPlace> otherSign{};      ///< "1,5" there
    std::optional<CellPlace> eitherMeaning{};  ///< "1,234" there
    std::optional<CellPlace> grouped{};        ///< "1,234,567"
};

/// About as large is a piece of a file.
inline constexpr std::size_t tablePieceBytes = std::size_t{1} << 20U;

/// The error of a whole column; names the value that made it one of texts, if one did.
Error columnFault(const Table& table, std::size_t column, const Text& problem, Text mend);

/// A column has more texts than `Categories` tells apart.
class TooManyTexts : public Error {
public:
    explicit TooManyTexts(Error fault) : Error(std::move(fault)) {}
};

/// Fills the blocks of `table`, as the tasks of its columns say, from the first `mostPieces` pieces of the
/// file. Of a guessed column the place of the first text is set; its cells say nothing then. Works on the
/// threads of the current arena; the result does not depend on them. Throws `Error` with line and column for
/// what is no table, for what a strict task refuses, and when the machine has no memory for it.
NumberLooks readCells(Table& table, const TableFormat& format, std::size_t mostPieces = SIZE_MAX);

/// Reads the guessed columns that have texts once more, as texts. Every column has another task than guess
/// then. Throws `Error` for a column with more texts than `Categories` tells apart.
void readGuessedTexts(Table& table, const TableFormat& format);

}  // namespace prunescope::data
