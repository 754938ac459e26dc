#include "base/error.h"
#include "base/user_folders.h"
#include "cli/commands.h"
#include "cli/data_lines.h"
#include "cli/output.h"
#include "cli/resume_command.h"
#include "cli/watched_run.h"
#include "workspace/recorded_run.h"

#include <memory>
#include <utility>

namespace prunescope::cli {
namespace {

std::unique_ptr<train::Trainer> trainerFor(const TrainRequest& request) {
    try {
        return workspace::prepareRun(request.config);
    } catch (const UsageError& error) {
        throw inTheUsersWords(error, request.flags);
    }
}

std::unique_ptr<workspace::RecordedRun> begin(std::unique_ptr<train::Trainer> trainer,
                                              const TrainRequest& request, const session::Clock& clock) {
    workspace::RunPlace place{.workspace = {}, .exactly = request.out};
    if (request.out.empty()) place.workspace = defaultWorkspace();
    try {
        return std::make_unique<workspace::RecordedRun>(std::move(trainer), place, clock, false);
    } catch (const UsageError& error) {
        throw request.out.empty()
            ? error
            : UsageError(Text::of("--out {}", error.where()), error.problem(), error.mend());
    }
}

}  // namespace

int train(const TrainRequest& request) {
    if (request.resume && canTakeUp(request.out)) return takeUpAsAsked(request);
    std::unique_ptr<train::Trainer> trainer = trainerFor(request);
    const run::RunHeader header = trainer->header();
    for (const std::string& line : dataLines(header.dataset)) tellLine(line);
    for (const std::string& line : weightLines(*trainer)) tellLine(line);
    const RunSignals signals;
    const session::SystemClock clock;
    const auto live = begin(std::move(trainer), request, clock);
    return tellTheEnd(watchToTheEnd(*live, signals), signals, request.json);
}

}  // namespace prunescope::cli
