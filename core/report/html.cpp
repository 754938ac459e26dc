#include "report/html.h"

#include "report/css_colours.h"
#include "report/style.h"
#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::report {
namespace {

/// Keeps a browser from fetching anything, should a hole in the escaping ever let something in.
constexpr std::string_view contentPolicy = "default-src 'none'; style-src 'unsafe-inline'";

std::string head(const ReportInput& input, const Summary& summary) {
    return fmt::format(
        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta "
        "charset=\"utf-8\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
        "<title>Pruning report: {}</title>\n<style>\n{}{}</style>\n</head>\n",
        contentPolicy, escaped(input.runId), colourStyle(summary.layers.size()), styleSheet());
}

const char* alignClass(Table::Align align) {
    switch (align) {
        case Table::Align::right:
            return " class=\"num\"";
        case Table::Align::unbroken:
            return " class=\"unbroken\"";
        case Table::Align::text:
            return " class=\"text\"";
        case Table::Align::left:
            break;
    }
    return "";
}

std::string contents(const std::vector<std::pair<const Section*, std::string>>& chapters) {
    std::string html = "<nav aria-label=\"Contents\"><ol>\n";
    for (const auto& [section, body] : chapters) {
        html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section->id, section->title);
    }
    return html + "</ol></nav>\n";
}

}  // namespace

const std::vector<Section>& sections() {
    static const std::vector<Section> all{
        {"result", "Result", resultSection},
        {"confusion", "Confusion matrix", confusionSection},
        {"sparsity", "Sparsity", sparsitySection},
        {"size", "Size and arithmetic", sizeSection},
        {"course", "Course of the run", courseSection},
        {"schedule", "Schedule and edits", scheduleSection},
        {"data", "Data", dataSection},
        {"configuration", "Configuration", configurationSection},
        {"machine", "Machine and program", machineSection},
        {"limits", "Limits and checks", limitsSection},
        {"events", "Event log", eventsSection},
        {"origins", "Origin of the numbers", originsSection},
        {"signature", "Signature", signatureSection},
    };
    return all;
}

std::string reportHtml(const ReportInput& input, const Summary& summary, const std::string& jsonSha256) {
    const Page page{input, summary, jsonSha256};
    std::vector<std::pair<const Section*, std::string>> chapters;
    for (const Section& section : sections()) {
        std::string body = section.body(page);
        if (!body.empty()) chapters.emplace_back(&section, std::move(body));
    }
    std::string html = head(input, summary);
    html += "<body>\n<main>\n" + pageOne(page) + contents(chapters);
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const auto& [section, body] = chapters[i];
        html += fmt::format(
            "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\"><span "
            "class=\"number\">{1}</span> {2}</h2>\n{3}</section>\n",
            section->id, i + 1, section->title, body);
    }
    return html + "</main>\n</body>\n</html>\n";
}

std::string datum(std::string_view field, double value, std::string_view text) {
    // What is not known is null in report.json, and no number here.
    if (!std::isfinite(value)) return std::string(text);
    return fmt::format("<data value=\"{}\" data-field=\"{}\">{}</data>", value, field, text);
}

std::string datum(std::string_view field, std::int64_t value, std::string_view text) {
    return fmt::format("<data value=\"{}\" data-field=\"{}\">{}</data>", value, field, text);
}

std::string originLink(const Page& page, std::string_view key) {
    const auto& origins = page.summary.origins;
    const auto found =
        std::find_if(origins.begin(), origins.end(), [&](const Origin& o) { return o.key == key; });
    if (found == origins.end()) return "";
    const auto number = found - origins.begin() + 1;
    return fmt::format("<a class=\"origin\" href=\"#origin-{0}\" title=\"Origin of this number\">[{0}]</a>",
                       number);
}

std::string evidence(const Page& page, std::string_view key) {
    const auto& origins = page.summary.origins;
    const auto found =
        std::find_if(origins.begin(), origins.end(), [&](const Origin& o) { return o.key == key; });
    if (found == origins.end()) return "";
    return fmt::format("<span class=\"evidence\">{}</span>\u00A0{}", evidenceName(found->evidence),
                       originLink(page, key));
}

std::string paragraph(std::string_view html) {
    return fmt::format("<p>{}</p>\n", html);
}

std::string smallParagraph(std::string_view html) {
    return fmt::format("<p class=\"small\">{}</p>\n", html);
}

std::string bulletList(const std::vector<std::string>& plainItems) {
    std::string html = "<ul>\n";
    for (const auto& item : plainItems) html += fmt::format("<li>{}</li>\n", escaped(item));
    return html + "</ul>\n";
}

std::string figure(std::string_view svg, std::string_view plainTitle, std::string_view noteHtml) {
    if (svg.empty()) return "";
    return fmt::format("<figure>\n<figcaption><strong>{}</strong> {}</figcaption>\n{}</figure>\n",
                       escaped(plainTitle), noteHtml, svg);
}

Table::Table(std::string caption, std::vector<Column> columns)
    : caption_(std::move(caption)), columns_(std::move(columns)) {}

void Table::append(const std::vector<std::string>& cells, std::string_view classes) {
    rows_ += classes.empty() ? "<tr>" : fmt::format("<tr class=\"{}\">", classes);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const char* align = alignClass(columns_[i].second);
        rows_ += i == 0 ? fmt::format("<th scope=\"row\"{}>{}</th>", align, cells[i])
                        : fmt::format("<td{}>{}</td>", align, cells[i]);
    }
    rows_ += "</tr>\n";
}

void Table::row(const std::vector<std::string>& cells) {
    append(cells, "");
}
void Table::totalRow(const std::vector<std::string>& cells) {
    append(cells, "total");
}

std::string Table::str() const {
    std::string html =
        fmt::format("<div class=\"scroll\"><table>\n<caption>{}</caption>\n<thead><tr>", escaped(caption_));
    for (const auto& [title, align] : columns_) {
        html += fmt::format("<th scope=\"col\"{}>{}</th>", alignClass(align), escaped(title));
    }
    return html + "</tr></thead>\n<tbody>\n" + rows_ + "</tbody>\n</table></div>\n";
}

void Facts::add(std::string_view plainName, std::string_view valueHtml) {
    items_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escaped(plainName), valueHtml);
}

std::string Facts::str() const {
    return "<dl>\n" + items_ + "</dl>\n";
}

}  // namespace prunescope::report
