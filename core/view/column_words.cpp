#include "view/column_words.h"

#include "base/quoted.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

namespace prunescope::view {
namespace {

/// As they stand in a line; a column may have thousands.
std::string firstCategories(const run::ColumnDescription& column) {
    constexpr std::size_t mostNames = 5;
    std::vector<std::string> names(column.categories.begin(),
                                   column.categories.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                   column.categories.size(), mostNames)));
    if (column.categories.size() > mostNames) names.emplace_back("…");
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

Text columnUse(const run::ColumnDescription& column) {
    switch (column.kind) {
        case run::ColumnKind::numeric:
            return Text::of("a number");
        case run::ColumnKind::categorical:
            return Text::of("one of {} categories ({}), or another", column.categories.size(),
                            firstCategories(column));
        case run::ColumnKind::label:
            return Text::of("the label, which is learned");
        case run::ColumnKind::group:
            return Text::of("group of the row, no input");
        case run::ColumnKind::target:
            return Text::of("the number that is predicted");
        case run::ColumnKind::leftOut:
            break;
    }
    return Text::of("left out");
}

std::int64_t columnInputs(const run::ColumnDescription& column) {
    if (column.kind == run::ColumnKind::numeric) return 1;
    if (column.kind == run::ColumnKind::categorical) return std::ssize(column.categories) + 1;
    return 0;
}

Text columnGaps(const run::ColumnDescription& column) {
    if (column.missing == 0) return {};
    if (column.onMissing == "fill")
        return Text::of("{}, filled with {}", column.missing, inQuotes(column.filledWith));
    return Text::of("{}, their rows left out", column.missing);
}

}  // namespace prunescope::view
