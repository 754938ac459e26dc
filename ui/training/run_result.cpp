#include "ui/training/run_result.h"

#include "base/error.h"
#include "workspace/opened_run.h"
#include "workspace/references.h"
#include "workspace/run_report.h"

#include <utility>

namespace prunescope::ui {
namespace {

/// One that cannot be read whole says nothing of the cost: it is as though it were not there.
void addDenseTwin(report::ReportInput& input, const store::RunFolder& folder) {
    for (const workspace::ReferenceChoice& choice : workspace::referencesFor(folder)) {
        if (!choice.matches) continue;
        try {
            workspace::OpenedRun twin = workspace::openRun(choice.folder);
            if (!twin.problems.empty()) continue;
            input.reference = report::ReferenceRun{twin.id, std::move(twin.record)};
            return;
        } catch (const Error&) {
            continue;
        }
    }
}

std::optional<double> differenceFromTwin(const report::Summary& summary) {
    const auto& reference = summary.reference;
    if (summary.dense || !summary.result.final || !reference || !reference->final) return std::nullopt;
    if (!reference->differences.empty()) return std::nullopt;
    return summary.result.final->accuracy - reference->final->accuracy;
}

}  // namespace

RunResult readResult(const store::RunFolder& folder) {
    report::ReportInput input = workspace::readReportInput(folder);
    addDenseTwin(input, folder);
    RunResult result{report::summarise(input), std::nullopt};
    result.againstDense = differenceFromTwin(result.summary);
    return result;
}

}  // namespace prunescope::ui
