#include "store/run_list.h"

#include "base/path_text.h"
#include "store/folder_lock.h"
#include "store/header_reader.h"
#include "store/open_run.h"
#include "store/run_label.h"
#include "store/run_size.h"
#include "store/tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <system_error>
#include <tuple>
#include <utility>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;

void takeConfig(RunSummary& summary, const run::RunConfig& config) {
    summary.dataset = config.dataset;
    summary.model = config.model;
    summary.method = config.method;
    summary.targetSparsity = config.schedule.target;
    summary.epochs = config.epochs;
    summary.config = config;
}

/// The option of data sets that have numbers to predict.
std::string unitIn(const run::RunConfig& config) {
    const auto& options = config.dataOptions;
    const auto unit = options.is_object() ? options.find("unit") : options.end();
    return unit != options.end() && unit->is_string() ? unit->get<std::string>() : std::string();
}

/// What is still known of a run whose database cannot be read.
void takeConfigFile(RunSummary& summary, const RunFolder& folder) {
    try {
        takeConfig(summary, readConfigFile(folder));
    } catch (const Error&) {
        // The summary already says why there is nothing to show.
    }
}

/// The last records of the tables, one by one: what cannot be read is named and left out.
class LastRecords {
public:
    LastRecords(Database& database, TextBudget budget, std::vector<Text>& problems)
        : database_(database),
          version_(database.integer("PRAGMA user_version")),
          budget_(budget),
          problems_(problems) {}

    TextBudget& budget() { return budget_; }

    /// The record with the highest id that also meets `condition`, if there is one; `known` tells that case
    /// from one that could not be read.
    template <class Record>
    std::optional<Record> of(const Table<Record>& table, bool& known, const std::string& condition = "true") {
        known = true;
        try {
            Statement statement(
                database_, fmt::format("SELECT {} FROM {} NOT INDEXED WHERE {} ORDER BY id DESC LIMIT 1",
                                       fmt::join(columnsIn(table, version_), ", "), table.name, condition));
            if (!statement.step()) return std::nullopt;
            Row row(statement, budget_, 0);
            return table.decode(row);
        } catch (const Error& error) {
            known = false;
            problems_.push_back(Text::of("{}: {} {}", table.name, error.where(), error.problem()));
            return std::nullopt;
        }
    }

private:
    Database& database_;
    std::int64_t version_;
    TextBudget budget_;
    std::vector<Text>& problems_;
};

std::optional<double> ifFinite(double value) {
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// Nothing where no class occurs in both.
std::optional<double> worstRecallLoss(const run::Evaluation& before, const run::Evaluation& after) {
    std::optional<double> worst;
    for (std::int64_t k = 0; k < std::min(before.classes, after.classes); ++k) {
        const double loss = before.ofClass(k).recall() - after.ofClass(k).recall();
        if (!std::isnan(loss)) worst = std::max(loss, worst.value_or(loss));
    }
    return worst;
}

void takeTest(RunSummary& summary, const run::Evaluation& test) {
    summary.testErrors = test.numbers;
    summary.testImages = test.images();
    summary.testCalibrationError = ifFinite(test.calibrationError);
    if (test.numbers) return;
    summary.testAccuracy = test.accuracy();
    summary.testMacroRecall = test.macroRecall();
    for (const run::QualityMeasure& measure : run::qualityMeasures(run::Task::classification)) {
        if (&measure == &run::mainMeasure(run::Task::classification)) continue;
        if (const auto value = ifFinite(measure.of(test)))
            summary.otherTestQualities.emplace(measure.key, *value);
    }
}

/// `summary` is filled as far as the reading comes.
void readSummary(RunSummary& summary, const Snapshot& snapshot, std::vector<Text>& problems) {
    const auto database = openRun(snapshot, runMigrations(), problems);
    const bool whole = problems.empty();
    LastRecords last(*database, textBudgetFor(snapshot), problems);
    bool known = false;
    if (const auto outcome = last.of(outcomeTable(), known)) {
        summary.state = outcome->state;
    } else if (known && whole) {
        summary.state = run::RunState::running;
    }
    if (auto config = readConfig(*database, snapshot.folder(), last.budget(), problems)) {
        const RunLineage lineage = readLineage(*database, *config, last.budget(), problems);
        config->epochs = lineage.epochs;
        summary.parent = lineage.parent;
        takeConfig(summary, *config);
    }
    summary.identity = readRunIdentity(*database);
    if (summary.config) summary.targetUnit = unitIn(*summary.config);
    summary.startedMs = readStart(*database, last.budget(), problems).value_or(0);
    const auto test = last.of(evaluationTable(), known, "split = 'test'");
    if (const auto sample = last.of(sampleTable(), known)) {
        summary.epochsDone = ifFinite(sample->epoch);
        summary.lastStep = sample->step.value;
        summary.sparsity = ifFinite(run::sparsityReached(*sample, test ? &*test : nullptr));
    }
    if (test && test->images() > 0) {
        takeTest(summary, *test);
        const auto dense = last.of(evaluationTable(), known, "split = 'test' AND sparsity = 0");
        if (dense && !test->numbers) summary.worstRecallLoss = worstRecallLoss(*dense, *test);
    }
    summary.storedBytes = readStoredBytes(*database, last.budget(), whole);
}

RunSummary emptySummary(const RunFolder& folder) {
    RunSummary summary;
    summary.id = runId(folder);
    summary.folder = folder.path();
    summary.live = FolderLock::isHeld(folder.path());
    return summary;
}

std::optional<double> figureOfNumbers(const RunSummary& run, std::string_view key,
                                      double (*run::QualityMeasure::*figure)(const run::Evaluation&)) {
    if (!run.testErrors) return std::nullopt;
    for (const run::QualityMeasure& measure : run::qualityMeasures(run::Task::regression)) {
        if (measure.key == key)
            return ifFinite((measure.*figure)(run::Evaluation{.step = {}, .numbers = run.testErrors}));
    }
    return std::nullopt;
}

/// Of a label that cannot be read the run has none.
void takeLabel(RunSummary& summary, const RunFolder& folder, std::vector<Text>& problems) {
    try {
        RunLabel label = readLabel(folder);
        summary.name = std::move(label.name);
        summary.reference = label.reference;
    } catch (const Error& error) {
        problems.push_back(Text::of("the name of the run cannot be read: {}", error.problem()));
    }
}

}  // namespace

std::optional<double> oneImageMs(const RunSummary& run) {
    if (run.measurement == nullptr) return std::nullopt;
    return run.measurement->oneImageMs().median;
}

std::optional<double> oneImageSpeedup(const RunSummary& run) {
    if (run.measurement == nullptr || run.measurement->sparsity == 0) return std::nullopt;
    return run.measurement->oneImage.speedup.median;
}

std::optional<double> testQuality(const RunSummary& run, std::string_view key) {
    if (key == run::mainMeasure(run::Task::classification).key) return run.testAccuracy;
    const auto other = run.otherTestQualities.find(key);
    if (other != run.otherTestQualities.end()) return other->second;
    return figureOfNumbers(run, key, &run::QualityMeasure::of);
}

std::optional<double> testQualityError(const RunSummary& run, std::string_view key) {
    return figureOfNumbers(run, key, &run::QualityMeasure::errorOf);
}

const run::QualityMeasure* testMeasure(const RunSummary& run) {
    if (run.testErrors) return &run::mainMeasure(run::Task::regression);
    return run.testAccuracy ? &run::mainMeasure(run::Task::classification) : nullptr;
}

RunSummary summarizeRun(const RunFolder& folder) {
    std::vector<Text> problems;
    RunSummary summary = emptySummary(folder);
    try {
        summary = readStandingStill(folder, [&](const Snapshot& snapshot, std::vector<Text>& found) {
            RunSummary read = emptySummary(folder);
            readSummary(read, snapshot, found);
            problems = found;
            return read;
        });
    } catch (const Error& error) {
        problems = {error.problem()};
        takeConfigFile(summary, folder);
    }
    takeLabel(summary, folder, problems);
    summary.error = listed(problems);
    return summary;
}

std::vector<RunSummary> listRuns(const fs::path& workspace) {
    std::vector<RunSummary> runs;
    try {
        for (const auto& entry : fs::directory_iterator(workspace)) {
            const RunFolder folder(entry.path());
            if (folder.holdsRun()) runs.push_back(summarizeRun(folder));
        }
    } catch (const fs::filesystem_error& error) {
        throw Error(workspace.string(), Text::of("cannot list the runs: {}", error.code().message()),
                    Text::of("Name a folder that holds run folders."));
    }
    std::sort(runs.begin(), runs.end(), [](const RunSummary& a, const RunSummary& b) {
        return std::tie(a.startedMs, a.id) > std::tie(b.startedMs, b.id);
    });
    return runs;
}

std::vector<NamedRun> namedRuns(const fs::path& workspace) {
    std::vector<NamedRun> runs;
    std::error_code failed;
    for (fs::directory_iterator entry(workspace, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const RunFolder folder(entry->path());
        if (!folder.holdsRun()) continue;
        std::vector<Text> ignored;
        RunSummary summary;
        takeLabel(summary, folder, ignored);
        runs.push_back({folder.path(), runId(folder), std::move(summary.name)});
    }
    std::sort(runs.begin(), runs.end(), [](const NamedRun& a, const NamedRun& b) { return a.id > b.id; });
    return runs;
}

}  // namespace prunescope::store
