#pragma once

#include "data/table_cells.h"

#include <cstddef>
#include <vector>

namespace prunescope::data {

/// Reads the records of one piece of a table into its block. Knows the other pieces not: the codes of texts
/// are its own.
class PieceReader {
public:
    struct TextColumn {
        std::size_t column;
        Categories categories;
    };

    /// A task for each column of the table. A block that has rows keeps the cells of skipped columns.
    PieceReader(const Table& table, const TableFormat& format, const std::vector<ColumnTask>& tasks,
                RowBlock& block);

    /// Throws `Error` for the first fault of the piece.
    void read(std::size_t begin, std::size_t end);

    const NumberLooks& looks() const { return looks_; }
    /// The first text of each guessed column that has one.
    const std::vector<FirstText>& firstTexts() const { return firstTexts_; }
    /// Of each column that is read as text.
    const std::vector<TextColumn>& texts() const { return texts_; }

private:
    void takeMemory(std::size_t begin, std::size_t end);
    float* cellsOfRow(std::size_t row, std::size_t begin);
    void expectAllColumns(const Record& record) const;
    float cell(std::size_t column, const Field& field);
    float number(std::size_t column, const Field& field);
    float noNumber(std::size_t column, const Field& field);
    float code(std::size_t column, const Field& field);
    CellPlace placeOf(std::size_t column, const Field& field) const;

    const Table& table_;
    const TableFormat& format_;
    std::vector<ColumnTask> tasks_;
    RowBlock& block_;
    char decimalSign_;
    std::size_t recordBegin_ = 0;
    NumberLooks looks_{};
    std::vector<FirstText> firstTexts_{};
    std::vector<bool> hasText_;
    std::vector<TextColumn> texts_{};
    std::vector<std::size_t> textOfColumn_;
};

}  // namespace prunescope::data
