#include "base/error.h"
#include "base/sha256.h"
#include "cli/commands.h"
#include "report/report.h"
#include "run/config_io.h"
#include "store/run_list.h"
#include "store/run_reader.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <filesystem>

namespace prunescope::cli {
namespace {

std::string runId(const std::filesystem::path& folder) {
    return std::filesystem::weakly_canonical(folder).filename().string();
}

std::string stateOf(const store::RunSummary& run) {
    if (run.state == run::RunState::running && !run.live) return "cut off";
    return run::runStateName(run.state);
}

std::string percent(std::optional<double> share) {
    return share ? fmt::format("{:.2f} %", 100 * *share) : "-";
}

void warn(const std::vector<std::string>& problems) {
    for (const std::string& problem : problems) fmt::print(stderr, "prunescope-cli: {}\n", problem);
}

}  // namespace

int listRuns(const std::filesystem::path& workspace) {
    const auto runs = store::listRuns(workspace);
    if (runs.empty()) fmt::print("no runs in {}; `prunescope-cli train` makes one\n", workspace.string());
    for (const store::RunSummary& run : runs) {
        fmt::print("{}  {}  {}  {}  epoch {:.1f} of {}  sparsity {} of {}  test {}\n", run.id, stateOf(run),
                   run.model, run.method, run.epochsDone, run.epochs, percent(run.sparsity),
                   percent(run.targetSparsity), percent(run.testAccuracy));
        if (!run.error.empty()) fmt::print("    {}\n", run.error);
    }
    return 0;
}

int showRun(const std::filesystem::path& folder) {
    const store::ReadRun read = store::readRun(store::RunFolder(folder));
    const run::RunRecord& r = read.record;
    fmt::print(
        "run      {}\nstate    {} {}\nnetwork  {} ({} parameters, {} prunable)\ndata     {}\nsteps    {} of "
        "{}\n",
        runId(folder), run::runStateName(r.outcome.state), r.outcome.message, r.header.network.name,
        r.header.network.parameters(), r.header.network.prunableWeights(), r.header.dataset.title,
        r.samples.empty() ? 0 : r.samples.back().step.value, r.header.totalSteps);
    for (const run::Evaluation& e : r.evaluations) {
        fmt::print("epoch {:6.2f}  {:10}  accuracy {:.2f} %  loss {:.4f}  sparsity {:.2f} %\n", e.epoch,
                   run::splitName(e.split), 100 * e.accuracy(), e.loss, 100 * e.sparsity);
    }
    for (const run::AuditEvent& e : r.events) {
        fmt::print("step {:6}  {:20}  {}  {}\n", e.step.value, e.kind, e.who, e.reason);
    }
    fmt::print("{}\n", run::configToJson(r.header.config).dump(2));
    warn(read.problems);
    return 0;
}

std::filesystem::path writeReportOf(const std::filesystem::path& folder, const std::filesystem::path& out,
                                    const std::filesystem::path& reference) {
    const store::RunFolder run(folder);
    store::ReadRun read = store::readRun(run);
    warn(read.problems);
    report::ReportInput input{
        .runId = runId(folder), .record = std::move(read.record), .problems = std::move(read.problems)};
    if (std::filesystem::exists(run.weights())) {
        input.weights =
            report::WeightsFile{run.weights().filename().string(),
                                static_cast<std::int64_t>(std::filesystem::file_size(run.weights())),
                                sha256HexOfFile(run.weights())};
    }
    if (!reference.empty()) {
        input.reference =
            report::ReferenceRun{runId(reference), store::readRun(store::RunFolder(reference)).record};
    }
    const std::filesystem::path target = out.empty() ? run.report() : out;
    report::writeReport(input, target);
    return target / "index.html";
}

int reportRun(const std::filesystem::path& run, const std::filesystem::path& out,
              const std::filesystem::path& reference) {
    fmt::print("{}\n", writeReportOf(run, out, reference).string());
    return 0;
}

}  // namespace prunescope::cli
