// What an auditor reads last: limits, checks, the origin of each number, and the place to sign.

#include "report/html.h"
#include "report/text.h"

#include <fmt/format.h>

namespace prunescope::report {
namespace {

std::string checksTable(const Summary& summary) {
    Table table(
        "What the report checked in the record",
        {{"Statement", Table::Align::left}, {"Holds", Table::Align::left}, {"Found", Table::Align::left}});
    for (const Check& check : summary.checks) {
        table.row({escaped(check.statement), check.holds ? "yes" : "<strong class=\"no\">no</strong>",
                   escaped(check.detail)});
    }
    return table.str();
}

}  // namespace

std::string limitsSection(const Page& page) {
    std::string html = bulletList(page.summary.limits);
    if (!page.summary.problems.empty()) {
        html += "<h3>Problems found while the record was read</h3>\n" +
                bulletList(english(page.summary.problems));
    }
    return html + "<h3>Checks</h3>\n" + checksTable(page.summary);
}

std::string originsSection(const Page& page) {
    std::string html = paragraph(
        "Table and column names are those of <code>run.db</code> in the run folder. Each number of this page "
        "stands "
        "with full digits in <code>report.json</code>; <code>metrics.csv</code>, <code>layers.csv</code> and "
        "<code>events.csv</code> hold the records they are computed from. <em>Measured</em>: counted or "
        "timed in "
        "this run. <em>Requested</em>: asked for. <em>Theoretical</em>: follows from a formula. "
        "<em>Estimated</em>: "
        "follows from an assumption named in the note.");
    html += "<ol class=\"origins\">\n";
    for (std::size_t i = 0; i < page.summary.origins.size(); ++i) {
        const Origin& origin = page.summary.origins[i];
        html += fmt::format(
            "<li id=\"origin-{}\"><strong>{}</strong> <span class=\"evidence\">{}</span>. {}</li>\n", i + 1,
            escaped(origin.title), evidenceName(origin.evidence), escaped(origin.text));
    }
    return html + "</ol>\n";
}

std::string signatureSection(const Page& page) {
    std::string html =
        paragraph(fmt::format("This page was made together with <code>report.json</code>, SHA-256 <code "
                              "class=\"hash\">{}</code>. A copy "
                              "of the file with another sum is not the one this page describes.",
                              page.jsonSha256));
    html += "<div class=\"signatures\">\n";
    for (const char* line : {"Prepared by", "Reviewed by", "Date"}) {
        html += fmt::format("<div class=\"line\"><span class=\"small\">{}</span></div>\n", line);
    }
    return html + "</div>\n";
}

}  // namespace prunescope::report
