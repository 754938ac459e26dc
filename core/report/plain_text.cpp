#include "report/plain_text.h"

#include "base/path_text.h"
#include "report/scene.h"
#include "report/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace prunescope::report {
namespace {

constexpr std::size_t longestPlainCell = 40;

/// The space that a mark was kept to its word with.
constexpr std::string_view closeSpace = "\u00A0";

bool endsAWord(std::string_view rest) {
    constexpr std::array<std::string_view, 7> marks{".", ",", ";", ":", ")", "\u3001", "\u3002"};
    return rest.empty() || std::any_of(marks.begin(), marks.end(),
                                       [&](std::string_view mark) { return rest.starts_with(mark); });
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::string space(width - std::min(width, utf8Length(text)), ' ');
    return right ? space + text : text + space;
}

/// Writes the blocks that are words.
class PlainBlocks {
public:
    std::string operator()(const Heading& heading) const { return "\n" + plainLine(heading.text) + "\n"; }
    std::string operator()(const Paragraph& paragraph) const { return plainLine(paragraph.text) + "\n"; }
    std::string operator()(const Pictures& pictures) const {
        std::string text = plainLine(pictures.caption) + "\n";
        for (const auto& picture : pictures.pictures)
            text += "  " + plainLine(picture.title) + ", " + plainLine(picture.note) + "\n";
        return text;
    }
    std::string operator()(const Table& table) const;
    template <class Other>
    std::string operator()(const Other& /*block*/) const {
        return {};
    }
};

using Cells = std::vector<std::string>;

Cells cellsOf(const std::vector<Phrase>& phrases) {
    Cells cells;
    for (const Phrase& phrase : phrases) cells.push_back(shortened(plainLine(phrase), longestPlainCell));
    return cells;
}

std::string PlainBlocks::operator()(const Table& table) const {
    std::vector<Phrase> titles;
    for (const Table::Column& column : table.columns) titles.push_back(column.title);
    std::vector<Cells> rows{cellsOf(titles)};
    for (const Table::Row& row : table.rows) rows.push_back(cellsOf(row.cells));
    std::vector<std::size_t> widths(table.columns.size());
    for (const Cells& row : rows) {
        for (std::size_t k = 0; k < row.size(); ++k) widths[k] = std::max(widths[k], utf8Length(row[k]));
    }
    std::string text = table.caption.empty() ? "" : "\n" + plainLine(table.caption) + "\n";
    for (const Cells& row : rows) {
        std::string line;
        for (std::size_t k = 0; k < row.size(); ++k)
            line += "  " + padded(row[k], widths[k], table.columns[k].align == Table::Align::right);
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

}  // namespace

std::string plainLine(const Phrase& phrase, const Language& language) {
    static const Markup plain{[](const std::string& words) { return cleanText(words); },
                              [](const Phrase& marked, const std::string& content) {
                                  return marked.kind == Phrase::Kind::origin ? std::string() : content;
                              }};
    std::string line = said(phrase, language, plain);
    // Where the mark has gone, its space goes too.
    for (std::size_t at = 0; (at = line.find(closeSpace, at)) != std::string::npos;) {
        const std::size_t behind = at + closeSpace.size();
        if (endsAWord(std::string_view(line).substr(behind))) {
            line.erase(at, closeSpace.size());
        } else {
            at = behind;
        }
    }
    return line;
}

std::string plainText(const Chapter& chapter) {
    std::string text = plainLine(chapter.title) + "\n";
    for (const Block& block : chapter.blocks) text += std::visit(PlainBlocks(), block);
    return text;
}

}  // namespace prunescope::report
