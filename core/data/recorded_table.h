#pragma once

#include "data/table_options.h"
#include "data/table_text.h"
#include "run/records.h"

#include <cstdint>
#include <vector>

namespace prunescope::data {

/// A row that the record has no way to encode: it lacks a value that no training row lacked, or rows like it
/// were left out of training.
struct RowGap {
    std::int64_t row = 0;  ///< from 1, among the rows of the file
    Text problem{};
};

/// Rows of a file as inputs of a network, before they are standardised.
struct RecordedRows {
    std::vector<float> values{};          ///< (row, input)
    std::vector<std::int64_t> numbers{};  ///< of each row that is there, from 1, rising
    std::vector<RowGap> gaps{};           ///< the others, rising
};

/// Reads a table (CSV, TSV, ARFF) as a record says that training read another one: `columns` in the order of
/// the training file, with their categories and what missing values were filled with. A file with a header
/// may have its columns in any order and others besides; one without has them as the training file has,
/// with the label's or without. The label is not read.
///
/// Throws `Error` with line and column for what is no such table, and for a record that no table gives.
RecordedRows readRecordedRows(TableText text, const std::vector<run::ColumnDescription>& columns,
                              const TextOptions& options);

}  // namespace prunescope::data
