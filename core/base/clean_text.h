#pragma once

#include <string>
#include <string_view>

namespace prunescope {

/// Valid UTF-8 that XML may hold: malformed bytes, control characters (but tab and line feed) and the
/// controls that turn the reading direction become U+FFFD, so that a name from outside can neither break a
/// page nor make it read as something else.
std::string cleanText(std::string_view text);

/// The same for one line of a terminal: no line break of any kind is left, so that a name cannot add a line
/// either, and a tab is a space. What is longer than any honest line is cut, and ends in […].
std::string terminalLine(std::string_view text);

}  // namespace prunescope
