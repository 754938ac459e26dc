#include "base/error.h"
#include "base/user_folders.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/words.h"
#include "report/plain_text.h"
#include "run/audit_events.h"
#include "run/config_io.h"
#include "store/run_condition.h"
#include "store/run_list.h"
#include "view/event_text.h"
#include "workspace/opened_run.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <utility>

namespace prunescope::cli {
namespace {

/// A text, or a dash for none.
std::string orUnknown(const std::string& text) {
    return text.empty() ? unknown : text;
}

/// How a run is called: by its folder, and the name that it was given.
std::string calledBy(const store::RunSummary& run) {
    std::string called = run.id;
    if (!run.name.empty()) called += fmt::format("  \"{}\"", run.name);
    if (run.reference) called += "  (reference)";
    if (run.parent)
        called += fmt::format("  (branch of {} from step {})", run.parent->folder, run.parent->step.value);
    return called;
}

std::string testText(const store::RunSummary& run) {
    const run::QualityMeasure* measure = store::testMeasure(run);
    if (measure == nullptr) return unknown;
    return qualityText(*measure, store::testQuality(run, measure->key).value_or(std::nan("")),
                       run.targetUnit);
}

void sayRun(const store::RunSummary& run) {
    const std::string seed = run.config ? fmt::format("{}", run.config->seed) : unknown;
    const std::string done = run.epochsDone ? fmt::format("{:.1f}", *run.epochsDone) : unknown;
    const std::string planned = run.epochs ? fmt::format("{}", *run.epochs) : unknown;
    say("{}  {}  {}  {}  seed {}  epoch {} of {}  sparsity {} of {}  test{} {}", calledBy(run),
        store::conditionName(store::conditionOf(run)), orUnknown(run.model), orUnknown(run.method), seed,
        done, planned, percent(run.sparsity), percent(run.targetSparsity),
        run.testErrors ? " " + store::testMeasure(run)->name : std::string(), testText(run));
    if (!run.error.empty()) say("    {}", run.error);
}

/// What could not be read is a dash, never a zero.
void sayWhatItIs(const run::RunRecord& r, bool whole) {
    const auto& network = r.header.network;
    if (network.layers.empty()) {
        say("network  {}", unknown);
    } else {
        say("network  {} ({} parameters, {} prunable)", network.name, network.parameters(),
            network.prunableWeights());
    }
    if (network.initialWeights) {
        for (const run::DataFile& file : network.initialWeights->files)
            say("weights  began with {} (SHA-256 {})", file.name, file.sha256);
    }
    if (const auto& parent = r.header.parent)
        say("parent   {} at step {} (state {})", parent->folder, parent->step.value, parent->stateSha256);
    for (const run::Extension& e : r.header.extensions)
        say("longer   {} epochs in place of {} from step {} on", e.after.epochs, e.before.epochs,
            e.from.value);
    say("data     {}", orUnknown(r.header.dataset.title));
    std::string done = whole ? "0" : unknown;
    if (!r.samples.empty()) done = fmt::format("{}", r.samples.back().step.value);
    say("steps    {} of {}", done,
        r.header.totalSteps > 0 ? fmt::format("{}", r.header.totalSteps) : unknown);
}

/// Of classes the measure that a run is judged by; of numbers all of them.
void sayEvaluation(const run::Evaluation& e, const std::string& unit) {
    std::string figures;
    for (const run::QualityMeasure& measure : run::qualityMeasures(e.task())) {
        if (!figures.empty() && !e.numbers) break;
        figures += fmt::format("{}{} {}", figures.empty() ? "" : "  ", measure.name,
                               qualityText(measure, measure.of(e), unit));
    }
    say("epoch {:6.2f}  {:10}  {}  loss {:.4f}  sparsity {}", e.epoch, run::splitName(e.split), figures,
        e.loss, percent(e.sparsity));
}

/// The chapter of the report, in words.
void sayWhoIsHurt(const report::ReportInput& input) {
    const report::Document document = report::documentOf(input, report::summarise(input), "");
    for (const report::Chapter& chapter : document.chapters) {
        if (chapter.id == "hurt") sayLines(report::plainText(chapter));
    }
}

}  // namespace

int listRuns(const std::filesystem::path& workspace) {
    const bool chosen = !workspace.empty();
    const std::filesystem::path folder = chosen ? workspace : defaultWorkspace();
    const bool missing = !chosen && !std::filesystem::exists(folder);
    const auto runs = missing ? std::vector<store::RunSummary>{} : store::listRuns(folder);
    if (runs.empty() && store::RunFolder(folder).holdsRun()) {
        throw UsageError(folder.string(), Text::of("is a run, not a folder of runs"),
                         Text::of("Show it with `prunescope-cli show`, or list the folder that it is in."));
    }
    if (runs.empty()) say("no runs in {}; `prunescope-cli train` makes one", folder.string());
    for (const store::RunSummary& run : runs) sayRun(run);
    return 0;
}

int showRun(const std::filesystem::path& path) {
    const store::RunFolder folder(path);
    workspace::OpenedRun opened = workspace::openRun(folder);
    const store::RunSummary summary = store::summarizeRun(folder);
    const run::RunRecord& r = opened.record;
    say("run      {}", calledBy(summary));
    say("state    {} {}", store::conditionName(store::conditionOf(summary)), r.outcome.message);
    sayWhatItIs(r, opened.problems.empty());
    for (const run::Evaluation& e : r.evaluations) sayEvaluation(e, summary.targetUnit);
    for (const run::AuditEvent& e : r.events) {
        const std::string who = e.personName.empty() ? e.who : fmt::format("{} ({})", e.personName, e.who);
        say("step {:6}  {:20}  {}  {}", e.step.value, e.kind, who, view::saidText(e));
    }
    sayWhoIsHurt({.runId = opened.id, .record = std::move(opened.record)});
    if (summary.config) {
        sayLines(
            run::configToJson(*summary.config).dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    for (const Text& problem : opened.problems) tell("prunescope-cli: {}", problem);
    return opened.problems.empty() ? 0 : 1;
}

}  // namespace prunescope::cli
