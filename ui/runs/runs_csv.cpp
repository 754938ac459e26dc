#include "ui/runs/runs_csv.h"

#include "report/csv.h"
#include "report/text.h"
#include "ui/runs/run_condition.h"

#include <fmt/format.h>

namespace prunescope::ui {

std::string runsCsv(const std::vector<const store::RunSummary*>& runs) {
    using report::csvText;
    std::string out =
        "run,started_utc,dataset,network,method,target_sparsity,sparsity,test_accuracy,epochs_done,epochs,"
        "state,problem\r\n";
    for (const store::RunSummary* run : runs) {
        out +=
            fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\r\n", csvText(run->id),
                        run->startedMs == 0 ? "" : csvText(report::utcText(run->startedMs)),
                        csvText(run->dataset), csvText(run->model), csvText(run->method), run->targetSparsity,
                        run->sparsity, run->testAccuracy ? fmt::format("{}", *run->testAccuracy) : "",
                        run->epochsDone, run->epochs, conditionName(conditionOf(*run)), csvText(run->error));
    }
    return out;
}

}  // namespace prunescope::ui
