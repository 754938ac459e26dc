#include "ui/runs/runs_reader.h"

#include "base/error.h"
#include "store/run_reader.h"

#include <system_error>

namespace prunescope::ui {
namespace {

struct Curves {
    std::shared_ptr<const view::RunHistory> history;
    Text problem;
};

std::vector<store::RunSummary> runsIn(const std::filesystem::path& workspace,
                                      store::KnownMeasurements& measurements) {
    std::error_code unknown;
    if (!std::filesystem::exists(workspace, unknown) && !unknown) return {};
    std::vector<store::RunSummary> runs = store::listRuns(workspace);
    measurements.addTo(runs);
    return runs;
}

Curves curvesOf(const std::filesystem::path& folder) {
    const store::ReadRun read = store::readRun(store::RunFolder(folder));
    return {std::make_shared<const view::RunHistory>(read.record), listed(read.problems)};
}

}  // namespace

void RunsReader::list(const std::filesystem::path& workspace) {
    listing_.start([workspace, known = measurements_] { return runsIn(workspace, *known); },
                   [this](const std::vector<store::RunSummary>& runs) { emit listed(runs); },
                   [this](const Error& error) { emit listFailed(textOf(error)); });
}

void RunsReader::readCurves(const QString& runId, const std::filesystem::path& folder) {
    Job& reading = reading_[runId];
    const auto give = [this, runId](const Curves& curves) {
        reading_.erase(runId);
        emit curvesRead(runId, curves.history, curves.problem);
    };
    reading.start([folder] { return curvesOf(folder); }, give,
                  [give](const Error& error) {
                      give({nullptr, textOf(error)});
                  });
}

}  // namespace prunescope::ui
