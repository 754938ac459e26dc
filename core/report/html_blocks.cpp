#include "report/html_blocks.h"

#include "report/css_colours.h"
#include "report/png.h"
#include "report/svg.h"
#include "report/text.h"

#include <fmt/format.h>

#include <utility>

namespace prunescope::report {
namespace {

/// What is left out is in events.csv and report.json.
constexpr std::size_t longestCell = 400;

const char* alignClass(Table::Align align) {
    switch (align) {
        case Table::Align::right:
            return " class=\"num\"";
        case Table::Align::unbroken:
            return " class=\"unbroken\"";
        case Table::Align::text:
            return " class=\"text\"";
        case Table::Align::left:
        case Table::Align::hash:
            break;
    }
    return "";
}

const char* toneClass(Paragraph::Tone tone) {
    switch (tone) {
        case Paragraph::Tone::small:
            return " class=\"small\"";
        case Paragraph::Tone::state:
            return " class=\"state\"";
        case Paragraph::Tone::alert:
            return " class=\"state alert\"";
        case Paragraph::Tone::plain:
            break;
    }
    return "";
}

std::string swatch(const Colour& colour) {
    return fmt::format("<span class=\"swatch\" style=\"background:{}\"></span>", cssColour(colour));
}

}  // namespace

HtmlBlocks::HtmlBlocks(const Language& language) : language_(language) {
    whole_.words = [](const std::string& words) { return escaped(words); };
    whole_.mark = [this](const Phrase& phrase, std::string content) {
        return marked(phrase, std::move(content));
    };
    clipped_ = whole_;
    clipped_.words = [](const std::string& words) { return escaped(shortened(words, longestCell)); };
}

std::string HtmlBlocks::marked(const Phrase& phrase, std::string content) const {
    switch (phrase.kind) {
        case Phrase::Kind::datum:
            return fmt::format("<data value=\"{}\" data-field=\"{}\">{}</data>", phrase.value, phrase.target,
                               content);
        case Phrase::Kind::evidence:
            return fmt::format("<span class=\"evidence\">{}</span>", content);
        case Phrase::Kind::origin:
            return fmt::format("<a class=\"origin\" href=\"#origin-{}\" title=\"{}\">{}</a>", phrase.target,
                               escaped(language_.say(Text::of("Origin of this number"))), content);
        case Phrase::Kind::chapter:
            return fmt::format("<a href=\"#{}\">{}</a>", phrase.target, content);
        case Phrase::Kind::strong:
            return fmt::format("<strong>{}</strong>", content);
        case Phrase::Kind::failed:
            return fmt::format("<strong class=\"no\">{}</strong>", content);
        case Phrase::Kind::soft:
            return fmt::format("<span class=\"soft\">{}</span>", content);
        case Phrase::Kind::code:
            return fmt::format("<code>{}</code>", content);
        case Phrase::Kind::hash:
            return fmt::format("<code class=\"hash\">{}</code>", content);
        case Phrase::Kind::plain:
        case Phrase::Kind::name:
            break;
    }
    return content;
}

std::string HtmlBlocks::line(const Phrase& phrase) const {
    return said(phrase, language_, whole_);
}

std::string HtmlBlocks::cell(const Phrase& phrase) const {
    return said(phrase, language_, clipped_);
}

std::string HtmlBlocks::blocks(const std::vector<Block>& blocks) const {
    std::string html;
    for (const Block& block : blocks) html += std::visit(*this, block);
    return html;
}

std::string HtmlBlocks::operator()(const Heading& heading) const {
    return fmt::format("<h3>{}</h3>\n", line(heading.text));
}

std::string HtmlBlocks::operator()(const Paragraph& paragraph) const {
    return fmt::format("<p{}>{}</p>\n", toneClass(paragraph.tone), line(paragraph.text));
}

std::string HtmlBlocks::operator()(const Bullets& bullets) const {
    std::string html = "<ul>\n";
    for (const Phrase& item : bullets.items) html += fmt::format("<li>{}</li>\n", line(item));
    return html + "</ul>\n";
}

std::string HtmlBlocks::operator()(const Facts& facts) const {
    std::string html = "<dl>\n";
    for (const auto& [name, value] : facts.facts)
        html += fmt::format("<dt>{}</dt><dd>{}</dd>\n", line(name), line(value));
    return html + "</dl>\n";
}

std::string HtmlBlocks::operator()(const Tiles& tiles) const {
    std::string html = "<dl class=\"tiles\">\n";
    for (const auto& [label, value, note] : tiles.tiles) {
        html += fmt::format(
            "<div class=\"tile\"><dt>{}</dt><dd><span class=\"value\">{}</span><span class=\"small\">{}"
            "</span></dd></div>\n",
            line(label), line(value), line(note));
    }
    return html + "</dl>\n";
}

std::string HtmlBlocks::row(const Table& table, const Table::Row& row) const {
    std::string html = row.total ? "<tr class=\"total\">" : "<tr>";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const char* align = alignClass(table.columns[i].align);
        html += i > 0 ? fmt::format("<td{}>{}</td>", align, cell(row.cells[i]))
                      : fmt::format("<th scope=\"row\"{}>{}{}</th>", align,
                                    row.swatch ? swatch(*row.swatch) : "", cell(row.cells[i]));
    }
    return html + "</tr>\n";
}

std::string HtmlBlocks::operator()(const Table& table) const {
    std::string html = "<div class=\"scroll\"><table>\n";
    if (!table.caption.empty()) html += fmt::format("<caption>{}</caption>\n", line(table.caption));
    html += "<thead><tr>";
    for (const auto& [title, align] : table.columns)
        html += fmt::format("<th scope=\"col\"{}>{}</th>", alignClass(align), line(title));
    html += "</tr></thead>\n<tbody>\n";
    for (const Table::Row& r : table.rows) html += row(table, r);
    return html + "</tbody>\n</table></div>\n";
}

std::string HtmlBlocks::matrixOf(const Matrix& matrix) const {
    std::string html = fmt::format(
        "<div class=\"scroll\"><table class=\"confusion\">\n<caption>{}</caption>\n<thead><tr><th "
        "scope=\"col\">{}</th>",
        line(matrix.caption), line(matrix.corner));
    for (const std::string& name : matrix.classes)
        html += fmt::format("<th scope=\"col\" class=\"answer\"><span>{}</span></th>", escaped(name));
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t k = 0; k < matrix.classes.size(); ++k) {
        html += fmt::format("<tr><th scope=\"row\">{}</th>", escaped(matrix.classes[k]));
        for (std::size_t j = 0; j < matrix.classes.size(); ++j) {
            const std::int64_t images = matrix.counts[k * matrix.classes.size() + j];
            const double shade = matrix.shade(k, j);
            html += fmt::format("<td class=\"{}{}\" style=\"--shade:{:.2f}\">{}</td>",
                                shade > 0.55 ? "cell deep" : "cell", k == j ? " right" : "", shade,
                                images == 0 ? "<span class=\"soft\">0</span>" : fmt::format("{}", images));
        }
        html += "</tr>\n";
    }
    return html + "</tbody>\n</table></div>\n";
}

std::string HtmlBlocks::operator()(const Matrix& matrix) const {
    return "<div class=\"pair\">\n" + matrixOf(matrix) + (matrix.beside ? (*this)(*matrix.beside) : "") +
           "</div>\n" + (*this)(Paragraph{matrix.note, Paragraph::Tone::small});
}

std::string HtmlBlocks::operator()(const Pictures& pictures) const {
    std::string html = fmt::format("<p>{}</p>\n<div class=\"pictures\">\n", line(pictures.caption));
    for (const auto& [raster, title, note] : pictures.pictures) {
        html += fmt::format(
            "<div class=\"picture\"><img src=\"{}\" alt=\"\"/><strong>{}</strong> <span "
            "class=\"small\">{}</span>"
            "</div>\n",
            pngUri(raster), line(title), line(note));
    }
    return html + "</div>\n";
}

std::string HtmlBlocks::operator()(const Figure& figure) const {
    const Scene scene =
        std::visit([this](const auto& chart) { return sceneOf(chart, language_); }, figure.chart);
    return fmt::format("<figure>\n<figcaption><strong>{}</strong> {}</figcaption>\n{}</figure>\n",
                       line(figure.title), line(figure.note), svgOf(scene));
}

std::string HtmlBlocks::operator()(const Notes& notes) const {
    std::string html = "<ol class=\"origins\">\n";
    for (std::size_t i = 0; i < notes.notes.size(); ++i) {
        const auto& [title, evidence, text] = notes.notes[i];
        html += fmt::format(
            "<li id=\"origin-{}\"><strong>{}</strong> <span class=\"evidence\">{}</span>. {}</li>\n", i + 1,
            line(title), line(evidence), line(text));
    }
    return html + "</ol>\n";
}

std::string HtmlBlocks::operator()(const Signatures& signatures) const {
    std::string html = "<div class=\"signatures\">\n";
    for (const Phrase& name : signatures.names)
        html += fmt::format("<div class=\"line\"><span class=\"small\">{}</span></div>\n", line(name));
    return html + "</div>\n";
}

}  // namespace prunescope::report
