#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace prunescope::report {

/// Font size of the text in a chart, in its own units.
inline constexpr double chartFont = 12;
/// Of what is drawn, however long names and texts are.
inline constexpr double leastWidth = 100;

/// What a text takes in the charts' type, close enough to keep labels apart.
double textWidth(std::string_view text);

/// The text, cut to `most` characters with an ellipsis.
std::string shortened(const std::string& text, std::size_t most);

/// Opens the picture with its title and description, for a screen reader.
std::string svgOpening(const std::string& id, const std::string& title, const std::string& description,
                       double width, double height);

/// `anchor` is start, middle or end; `classes` may be empty.
std::string svgText(double x, double y, std::string_view anchor, std::string_view classes,
                    std::string_view text);

/// "12.3": one decimal, as exact as a pixel needs.
std::string coordinate(double value);

}  // namespace prunescope::report
