#include "store/run_list.h"

#include "store/folder_lock.h"
#include "store/header_reader.h"
#include "store/open_run.h"
#include "store/tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <system_error>
#include <tuple>

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
    LastRecords(Database& database, TextBudget budget, std::vector<std::string>& problems)
        : database_(database), budget_(budget), problems_(problems) {}

    TextBudget& budget() { return budget_; }

    /// The record with the highest id that also meets `condition`, if there is one.
    template <class Record>
    std::optional<Record> of(const Table<Record>& table, const std::string& condition = "true") {
        try {
            Statement statement(database_,
                                fmt::format("SELECT {} FROM {} NOT INDEXED WHERE {} ORDER BY id DESC LIMIT 1",
                                            fmt::join(table.columns, ", "), table.name, condition));
            if (!statement.step()) return std::nullopt;
            Row row(statement, budget_, 0);
            return table.decode(row);
        } catch (const Error& error) {
            problems_.push_back(fmt::format("{}: {} {}", table.name, error.where(), error.problem()));
            return std::nullopt;
        }
    }

private:
    Database& database_;
    TextBudget budget_;
    std::vector<std::string>& problems_;
};

void readSummary(RunSummary& summary, const RunFolder& folder, std::vector<std::string>& problems) {
    const auto database = openRun(folder, runMigrations(), problems);
    LastRecords last(*database, textBudgetFor(folder), problems);
    const run::RunHeader header = readHeader(*database, folder, last.budget(), problems);
    takeConfig(summary, header.config);
    summary.startedMs = header.provenance.startedMs;
    if (const auto outcome = last.of(outcomeTable())) summary.state = outcome->state;
    if (const auto sample = last.of(sampleTable())) {
        summary.epochsDone = sample->epoch;
        summary.sparsity = sample->sparsity;
    }
    if (const auto test = last.of(evaluationTable(), "split = 'test'"))
        summary.testAccuracy = test->accuracy();
}

}  // namespace

RunSummary summarizeRun(const RunFolder& folder) {
    RunSummary summary;
    const fs::path path = folder.path().lexically_normal();
    summary.id = (path.has_filename() ? path : path.parent_path()).filename().string();
    summary.folder = folder.path();
    std::vector<std::string> problems;
    try {
        summary.live = FolderLock::isHeld(folder.path());
        readSummary(summary, folder, problems);
    } catch (const Error& error) {
        problems.push_back(error.problem());
        takeConfigFile(summary, folder);
    }
    summary.error = fmt::format("{}", fmt::join(problems, "; "));
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
        throw Error(workspace.string(), fmt::format("cannot list the runs: {}", error.code().message()),
                    "Name a folder that holds run folders.");
    }
    std::sort(runs.begin(), runs.end(), [](const RunSummary& a, const RunSummary& b) {
        return std::tie(a.startedMs, a.id) > std::tie(b.startedMs, b.id);
    });
    return runs;
}

}  // namespace prunescope::store
