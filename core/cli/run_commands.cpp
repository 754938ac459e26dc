#include "base/error.h"
#include "base/user_folders.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/words.h"
#include "run/audit_events.h"
#include "run/config_io.h"
#include "store/run_condition.h"
#include "store/run_list.h"
#include "store/run_reader.h"

#include <fmt/format.h>

#include <filesystem>

namespace prunescope::cli {
namespace {

/// A text, or a dash for none.
std::string orUnknown(const std::string& text) {
    return text.empty() ? unknown : text;
}

void sayRun(const store::RunSummary& run) {
    const std::string done = run.epochsDone ? fmt::format("{:.1f}", *run.epochsDone) : unknown;
    const std::string planned = run.epochs ? fmt::format("{}", *run.epochs) : unknown;
    say("{}  {}  {}  {}  epoch {} of {}  sparsity {} of {}  test {}", run.id,
        store::conditionName(store::conditionOf(run)), orUnknown(run.model), orUnknown(run.method), done,
        planned, percent(run.sparsity), percent(run.targetSparsity), percent(run.testAccuracy));
    if (!run.error.empty()) say("    {}", run.error);
}

void sayEvaluation(const run::Evaluation& e) {
    say("epoch {:6.2f}  {:10}  accuracy {}  loss {:.4f}  sparsity {}", e.epoch, run::splitName(e.split),
        percent(e.accuracy()), e.loss, percent(e.sparsity));
}

/// The reason that was given and, where the request was refused, why.
std::string reasonText(const run::AuditEvent& event) {
    const std::string reason = run::reasonOf(event);
    const std::string refusal = run::refusalOf(event);
    if (refusal.empty()) return reason;
    return fmt::format("{}{}refused: {}", reason, reason.empty() ? "" : "; ", refusal);
}

}  // namespace

int listRuns(const std::filesystem::path& workspace) {
    const bool chosen = !workspace.empty();
    const std::filesystem::path folder = chosen ? workspace : defaultWorkspace();
    const bool missing = !chosen && !std::filesystem::exists(folder);
    const auto runs = missing ? std::vector<store::RunSummary>{} : store::listRuns(folder);
    if (runs.empty() && store::RunFolder(folder).holdsRun()) {
        throw UsageError(folder.string(), "is a run, not a folder of runs",
                         "Show it with `prunescope-cli show`, or list the folder that it is in.");
    }
    if (runs.empty()) say("no runs in {}; `prunescope-cli train` makes one", folder.string());
    for (const store::RunSummary& run : runs) sayRun(run);
    return 0;
}

int showRun(const std::filesystem::path& folder) {
    const store::ReadRun read = store::readRun(store::RunFolder(folder));
    const run::RunRecord& r = read.record;
    say("run      {}", runId(folder));
    say("state    {} {}", store::conditionName(store::conditionOf(store::RunFolder(folder))),
        r.outcome.message);
    say("network  {} ({} parameters, {} prunable)", r.header.network.name, r.header.network.parameters(),
        r.header.network.prunableWeights());
    say("data     {}", r.header.dataset.title);
    say("steps    {} of {}", r.samples.empty() ? 0 : r.samples.back().step.value, r.header.totalSteps);
    for (const run::Evaluation& e : r.evaluations) sayEvaluation(e);
    for (const run::AuditEvent& e : r.events) {
        say("step {:6}  {:20}  {}  {}", e.step.value, e.kind, e.who, reasonText(e));
    }
    sayLines(
        run::configToJson(r.header.config).dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    for (const std::string& problem : read.problems) tell("prunescope-cli: {}", problem);
    return read.problems.empty() ? 0 : 1;
}

}  // namespace prunescope::cli
