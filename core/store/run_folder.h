#pragma once

#include "run/run_config.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

namespace prunescope::store {

/// So many folders of one name are told apart by a number; the next is refused.
inline constexpr int mostSameNames = 10000;

/// The paths inside a run folder, which holds everything of one run and may be copied as it is.
class RunFolder {
public:
    explicit RunFolder(std::filesystem::path path) : path_(std::move(path)) {}

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path config() const { return path_ / "config.json"; }
    std::filesystem::path database() const { return path_ / "run.db"; }
    /// SQLite's write-ahead log beside the database: there while a run is recorded, and after a kill.
    std::filesystem::path databaseLog() const { return path_ / "run.db-wal"; }
    /// SQLite's rollback journal: there after a kill while the finished run was made one file.
    std::filesystem::path databaseJournal() const { return path_ / "run.db-journal"; }
    std::filesystem::path weights() const { return path_ / "final.weights"; }
    /// Holds the states that the run can be taken up from.
    std::filesystem::path states() const { return path_ / "states"; }
    /// What the user calls the run: see `RunLabel`.
    std::filesystem::path label() const { return path_ / "label.json"; }
    std::filesystem::path report() const { return path_ / "report"; }
    std::filesystem::path measurements() const { return path_ / "measurement.json"; }
    /// What other devices measured of the exported network.
    std::filesystem::path devices() const { return path_ / "devices.json"; }
    /// By which somebody has signed the end of the run's chain: see `RunSeal`.
    std::filesystem::path seal() const { return path_ / "seal.json"; }

    /// Whether any file of a run is there, of whatever kind.
    bool holdsRun() const;

private:
    std::filesystem::path path_;
};

/// The name of a run's folder, whichever way the folder was named, for people: see `printableName`.
std::string runId(const RunFolder& folder);

/// "2026-11-24_041530_fashion-mnist_lenet-5_map_95": the start in UTC, data set, network, method, target in
/// per cent; it sorts by time and holds nothing but letters, digits, '.', '-' and '_'.
std::string runName(const run::RunConfig& config, std::int64_t startedMs);

/// The configuration as it is recorded, so that it means the same from anywhere: `dataDir` is absolute.
/// Throws `UsageError` when its path cannot be recorded, since it is not text in UTF-8.
run::RunConfig recordedConfig(const run::RunConfig& config);

/// Makes a folder for a run in `workspace`, which is created when absent, and writes config.json into it.
/// When the name is taken, "-2", "-3" … is added; two programs never get the same folder. Throws `Error`.
RunFolder createRunFolder(const std::filesystem::path& workspace, const run::RunConfig& config,
                          std::int64_t startedMs);

/// Makes exactly this folder, or uses it when it is empty or holds a run of which nothing was recorded.
/// Throws `UsageError` when it holds anything else: a run is never overwritten, nor put among other files.
RunFolder createRunFolderAt(const std::filesystem::path& folder, const run::RunConfig& config);

}  // namespace prunescope::store
