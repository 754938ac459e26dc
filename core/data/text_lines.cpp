#include "data/text_lines.h"

#include <algorithm>

namespace prunescope::data {
namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view lineBlanks = " \t\r";

}  // namespace

std::string_view withoutEdges(std::string_view line) {
    const std::size_t first = line.find_first_not_of(lineBlanks);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(lineBlanks) - first + 1);
}

std::vector<std::string_view> linesOf(std::string_view text) {
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(withoutEdges(text.substr(0, end)));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return lines;
}

}  // namespace prunescope::data
