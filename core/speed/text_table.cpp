#include "speed/text_table.h"

#include <algorithm>
#include <cassert>

namespace prunescope::speed {

void TextTable::addColumn(std::vector<std::string> heading) {
    assert(columns_.empty() || columns_.front().size() == heading.size());
    columns_.push_back(std::move(heading));
}

void TextTable::addRow(std::vector<std::string> cells) {
    assert(cells.size() == columns_.size());
    rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t width = 0;
        for (const std::string& line : columns_[c]) width = std::max(width, line.size());
        for (const auto& row : rows_) width = std::max(width, row[c].size());
        widths.push_back(width);
    }
    std::string text;
    const auto addLine = [&](const auto& cellOf) {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string& cell = cellOf(c);
            text += std::string(2 + widths[c] - cell.size(), ' ') + cell;
        }
        text += '\n';
    };
    const std::size_t headings = columns_.empty() ? 0 : columns_.front().size();
    for (std::size_t line = 0; line < headings; ++line)
        addLine([&](std::size_t c) -> const std::string& { return columns_[c][line]; });
    for (const auto& row : rows_) addLine([&](std::size_t c) -> const std::string& { return row[c]; });
    return text;
}

}  // namespace prunescope::speed
