#pragma once

#include "cli/options.h"

#include <filesystem>
#include <string>

namespace prunescope::cli {

/// Each carries out one command and returns the exit status; failures are thrown as `Error`.
int train(const TrainRequest& request);
int listRuns(const std::filesystem::path& workspace);
int showRun(const std::filesystem::path& run);
/// Writes the report of a run; `out` empty: into the run's folder. `reference`: a dense run to compare with,
/// or empty.
int reportRun(const std::filesystem::path& run, const std::filesystem::path& out,
              const std::filesystem::path& reference);
int listDatasets();
int listModels();
int listMethods();

/// Writes the report and returns the path of its first page.
std::filesystem::path writeReportOf(const std::filesystem::path& run, const std::filesystem::path& out,
                                    const std::filesystem::path& reference);

}  // namespace prunescope::cli
