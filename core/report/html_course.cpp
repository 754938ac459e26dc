#include "report/charts.h"
#include "report/html.h"

#include <fmt/format.h>

namespace prunescope::report {
std::string courseSection(const Page& page) {
    std::string html =
        figure(accuracyChart(page), "Accuracy",
               "of training batches (faint), validation (line), test (points); <span "
               "class=\"evidence\">measured</span>. The axis begins where 95 % of the batches lie above.");
    html += figure(sparsityChart(page), "Sparsity of the prunable weights",
                   fmt::format("{} (dashed), {} (line)", evidence(page, "sparsity_requested"),
                               evidence(page, "sparsity_prunable")));
    html += figure(
        attentionChart(page), "Mean attention of each layer",
        fmt::format("mean over its kept weights; the floor b dashed; {}", evidence(page, "attention")));
    html += figure(
        churnChart(page), "Churn",
        fmt::format("weights cut and revived at each mask update, all layers; {}", evidence(page, "churn")));
    if (html.empty()) return paragraph("No step was recorded.");
    if (!page.summary.marks.empty()) {
        html += smallParagraph(
            "Vertical lines: <em>frozen</em> is where exploration ended and exploitation began; "
            "<em>edit</em> and a number is a user's change, <em>guard</em> and a number what the run's guard "
            "found, by its number in the <a href=\"#events\">event log</a>.");
    }
    return html + smallParagraph(
                      "Curves are thinned to what a screen can show, with every minimum and maximum kept; "
                      "metrics.csv and layers.csv hold every value.");
}

}  // namespace prunescope::report
