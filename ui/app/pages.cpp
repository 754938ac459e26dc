#include "ui/app/pages.h"

#include "ui/audit/audit_page.h"
#include "ui/bench/bench_page.h"
#include "ui/experiment/experiment_page.h"
#include "ui/hurt/hurt_page.h"
#include "ui/live/run_model.h"
#include "ui/runs/runs_page.h"
#include "ui/schedule/schedule_page.h"
#include "ui/ship/ship_page.h"
#include "ui/training/training_page.h"
#include "ui/weights/network_page.h"
#include "ui/weights/weights_page.h"

namespace prunescope::ui {

std::vector<PageEntry> pages() {
    return {
        pageEntry<TrainingPage>("training"), pageEntry<WeightsPage>("weights"),
        pageEntry<RunsPage>("runs"),         pageEntry<AuditPage>("audit"),
        pageEntry<BenchPage>("bench"),       pageEntry<ExperimentPage>("experiment"),
        pageEntry<SchedulePage>("schedule"), pageEntry<ShipPage>("ship"),
        pageEntry<NetworkPage>("network"),   pageEntry<HurtPage>("hurt"),
    };
}

}  // namespace prunescope::ui
