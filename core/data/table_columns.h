#pragma once

#include "data/float_table.h"
#include "data/table_options.h"
#include "data/table_rows.h"
#include "data/text_format.h"
#include "run/records.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::data {

/// Most categories of a column that is an input.
inline constexpr std::size_t mostCategories = 1000;

/// What becomes of one column of a table.
struct ColumnCode {
    std::size_t column = 0;   ///< in the table
    std::size_t input = 0;    ///< the first one that it makes
    Categories categories{};  ///< in the order of their inputs; none of a column of numbers
    float fill = 0;           ///< a number, or the input of a category after `input`

    bool numeric() const { return categories.size() == 0; }
    std::size_t inputs() const { return numeric() ? 1 : categories.size() + 1; }
};

/// How rows of a table become inputs of a network, as its training rows say: numbers as they are; categories
/// as one input each, in the order of their names or of their declaration, which is 1 where the row has the
/// category and 0 elsewhere, and one input more for a category that no training row has. A missing value
/// becomes the mean, or the most frequent category (the first of several).
class TableCode {
public:
    /// Throws `Error` with the column for more than `mostCategories` categories, for as many as there are
    /// rows, for a column without a value, for a text in the test rows where the training rows have numbers,
    /// and for more than `mostTableColumns` inputs.
    TableCode(const ReadTable& read, const ColumnRoles& roles, const std::vector<RowUse>& uses);
    /// One that was learned before: of each column its code, their inputs one behind another.
    explicit TableCode(std::vector<ColumnCode> columns);

    std::size_t inputs() const { return inputs_; }
    const std::vector<ColumnCode>& columns() const { return columns_; }
    /// How another file's columns are to be read, so that they can be encoded.
    std::vector<ColumnTask> tasks() const { return tasks_; }

    /// (row, input) of the rows of that use, in their order, of a table with these columns. Works on the
    /// threads of the current arena.
    std::vector<float> encode(const Table& table, const std::vector<RowUse>& uses, RowUse use) const;

private:
    /// By column of the code: the input of each category of a table, counted from the column's first.
    using InputsOfCodes = std::vector<std::vector<std::size_t>>;
    /// Returns where the next row goes.
    float* encodeRow(const float* cells, const InputsOfCodes& inputs, float* to) const;

    std::size_t inputs_ = 0;
    std::vector<ColumnCode> columns_{};
    std::vector<ColumnTask> tasks_{};
};

/// What was decided for each column, for the record. `missing`: values that each lacks in all files.
std::vector<run::ColumnDescription> describeColumns(const Table& table, const ColumnRoles& roles,
                                                    const TableCode& code,
                                                    const std::vector<std::int64_t>& missing);

}  // namespace prunescope::data
