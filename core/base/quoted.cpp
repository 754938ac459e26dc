#include "base/quoted.h"

#include <fmt/format.h>

#include <algorithm>

namespace prunescope {

std::string inQuotes(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string shown(text.substr(0, longest));
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return fmt::format("'{}'{}", shown, text.size() > longest ? "…" : "");
}

}  // namespace prunescope
