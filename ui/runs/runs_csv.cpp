#include "ui/runs/runs_csv.h"

#include "report/csv.h"
#include "report/text.h"
#include "ui/runs/run_condition.h"
#include "view/number_text.h"

#include <fmt/format.h>

namespace prunescope::ui {

namespace {

template <class Number>
std::string orEmpty(const std::optional<Number>& value) {
    return value ? fmt::format("{}", *value) : "";
}

/// Of all tasks: a run has those of its own.
std::vector<const run::QualityMeasure*> testedQualities() {
    std::vector<const run::QualityMeasure*> all;
    for (const run::Task task : {run::Task::classification, run::Task::regression}) {
        for (const run::QualityMeasure& measure : run::qualityMeasures(task)) all.push_back(&measure);
    }
    return all;
}

}  // namespace

std::string runsCsv(const std::vector<const store::RunSummary*>& runs) {
    using report::csvText;
    std::string out = "run,name,started_utc,dataset,network,method,target_sparsity,sparsity,";
    for (const run::QualityMeasure* measure : testedQualities()) out += fmt::format("test_{},", measure->key);
    out += "target_unit,epochs_done,epochs,stored_bytes,one_image_ms,speedup,state,problem\r\n";
    for (const store::RunSummary* run : runs) {
        out += fmt::format("{},{},{},{},{},{},{},{},", csvText(run->id), csvText(run->name),
                           run->startedMs == 0 ? "" : csvText(view::utcText(run->startedMs)),
                           csvText(run->dataset), csvText(run->model), csvText(run->method),
                           orEmpty(run->targetSparsity), orEmpty(run->sparsity));
        for (const run::QualityMeasure* measure : testedQualities())
            out += orEmpty(store::testQuality(*run, measure->key)) + ',';
        out += fmt::format("{},{},{},{},{},{},{},{}\r\n", csvText(run->targetUnit), orEmpty(run->epochsDone),
                           orEmpty(run->epochs), orEmpty(run->storedBytes), orEmpty(store::oneImageMs(*run)),
                           orEmpty(store::oneImageSpeedup(*run)), conditionName(conditionOf(*run)),
                           csvText(run->error.english()));
    }
    return out;
}

}  // namespace prunescope::ui
