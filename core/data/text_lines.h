#pragma once

#include <string_view>
#include <vector>

namespace prunescope::data {

/// Without the blanks and carriage returns at both ends.
std::string_view withoutEdges(std::string_view line);

/// The lines of a text, up to the last one that is not empty, each without its edges; without the byte order
/// mark of UTF-8. They live as long as the text.
std::vector<std::string_view> linesOf(std::string_view text);

}  // namespace prunescope::data
