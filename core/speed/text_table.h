#pragma once

#include <string>
#include <vector>

namespace prunescope::speed {

/// A table for a terminal. Columns are set to the right and as wide as their longest text; each has a heading
/// of several lines.
class TextTable {
public:
    /// The lines of the heading; every column has the same number of them.
    void addColumn(std::vector<std::string> heading);
    /// One text for each column.
    void addRow(std::vector<std::string> cells);
    /// Lines that each end with a line feed; columns are counted in bytes, so keep to ASCII.
    std::string text() const;

private:
    std::vector<std::vector<std::string>> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace prunescope::speed
