#include "report/html.h"
#include "report/text.h"

#include <fmt/format.h>

#include <cmath>

namespace prunescope::report {
namespace {

/// More classes than this cannot be read as a table on paper; their largest confusions are listed instead.
constexpr std::int64_t mostShown = 25;

/// Few errors beside many right answers would vanish on a straight scale, so shade grows with the square
/// root.
std::string shadedCell(std::int64_t images, std::int64_t rowImages, bool diagonal) {
    const double share = rowImages == 0 ? 0 : static_cast<double>(images) / static_cast<double>(rowImages);
    const double shade = 0.9 * std::sqrt(share);
    const char* classes = shade > 0.55 ? "cell deep" : "cell";
    return fmt::format("<td class=\"{}{}\" style=\"--shade:{:.2f}\">{}</td>", classes,
                       diagonal ? " right" : "", shade,
                       images == 0 ? "<span class=\"soft\">0</span>" : fmt::format("{}", images));
}

std::string matrix(const run::Evaluation& e, const std::vector<ClassSummary>& classes) {
    std::string html =
        "<div class=\"scroll\"><table class=\"confusion\">\n<caption>Images by true class (rows) and answer "
        "(columns)</caption>\n<thead><tr><th scope=\"col\">true class</th>";
    for (const auto& c : classes)
        html += fmt::format("<th scope=\"col\" class=\"answer\"><span>{}</span></th>", escaped(c.name));
    html += "</tr></thead>\n<tbody>\n";
    for (std::int64_t k = 0; k < e.classes; ++k) {
        const ClassSummary& c = classes[static_cast<std::size_t>(k)];
        html += fmt::format("<tr><th scope=\"row\">{}</th>", escaped(c.name));
        for (std::int64_t j = 0; j < e.classes; ++j) {
            html += shadedCell(e.confusion[static_cast<std::size_t>(k * e.classes + j)], c.images, k == j);
        }
        html += "</tr>\n";
    }
    return html + "</tbody>\n</table></div>\n";
}

std::string largest(const ResultSummary& r) {
    if (r.largestConfusions.empty()) return "";
    Table table("Largest confusions", {{"True class", Table::Align::left},
                                       {"Answered", Table::Align::left},
                                       {"Images", Table::Align::right},
                                       {"Share of class", Table::Align::right}});
    for (const Confusion& c : r.largestConfusions) {
        const ClassSummary& truth = r.classes[static_cast<std::size_t>(c.truth)];
        table.row({escaped(truth.name), escaped(r.classes[static_cast<std::size_t>(c.answer)].name),
                   countText(c.images),
                   percentText(static_cast<double>(c.images) / static_cast<double>(truth.images))});
    }
    return table.str();
}

}  // namespace

std::string confusionSection(const Page& page) {
    const ResultSummary& r = page.summary.result;
    if (!r.final) return "";
    const run::Evaluation& e = page.record().evaluations[r.final->position];
    std::string html =
        paragraph(fmt::format("Final test evaluation, epoch {}, {} images; {}.", epochText(r.final->epoch),
                              countText(r.final->images), evidence(page, "per_class")));
    if (e.classes > mostShown) {
        html += paragraph(fmt::format("The matrix of {} classes is in report.json.", countText(e.classes)));
        return html + largest(r);
    }
    html += "<div class=\"pair\">\n" + matrix(e, r.classes) + largest(r) + "</div>\n";
    return html +
           smallParagraph("Shade: square root of the share of the row, so that rare confusions can be seen.");
}

}  // namespace prunescope::report
