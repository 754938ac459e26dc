#pragma once

#include "data/table_cells.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::data {

/// What is told of a text table; nothing is found out from the text.
struct TextOptions {
    std::optional<char> separator{};
    std::optional<char> decimalSign{};
    std::optional<bool> header{};
};

/// Where the values of a text table stand.
struct TextLayout {
    char separator = ',';
    std::vector<std::string> names{};  ///< one for each column; all empty without a header
    std::size_t begin = 0;             ///< of the first record that is no header
};

/// Finds out what is not told. The separator: of tab, semicolon and comma the first that divides each of the
/// first records into as many values, at least two; or else the one that divides the first record most. The
/// header: the first record has no number where the others have them; in a table without numbers, its values
/// differ and none of them comes again in its column. Throws `Error` when that tells nothing, for a single
/// column and for more than `mostTableColumns`.
TextLayout layoutOf(const TableText& text, const TextOptions& options);

/// "a comma"
Text separatorText(char separator);

}  // namespace prunescope::data
