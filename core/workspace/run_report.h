#pragma once

#include "report/phrase.h"
#include "report/summary.h"
#include "store/run_folder.h"

#include <filesystem>
#include <vector>

namespace prunescope::workspace {

/// All that the report of a run is made from, as it is on the disk. What could not be read is among its
/// problems. Throws `Error` when nothing can be read.
report::ReportInput readReportInput(const store::RunFolder& folder);

/// Puts a dense run of the same experiment beside the one that is reported. What of it could not be read is
/// among the problems. Throws `Error` when nothing can be read; the input is then as it was.
void addReference(report::ReportInput& input, const store::RunFolder& folder);

/// Where that report, a folder or a file, belongs: at `wanted`. But one that lacks a part of the record never
/// takes the place of what is there: it goes beside it, under a name that says so. Throws `Error` when there
/// are too many of those.
std::filesystem::path reportPlace(const report::ReportInput& input, const std::filesystem::path& wanted);

/// What of the record is missing in a report, a line each, and where the report went; nothing of a whole one.
std::vector<Text> whatIsMissing(const report::ReportInput& input, const std::filesystem::path& place);

/// Writes the page, in `language`, and the tables of the report into that place, and gives it. Throws
/// `Error`.
std::filesystem::path writeReport(const report::ReportInput& input, const std::filesystem::path& wanted,
                                  const report::Language& language = {});

}  // namespace prunescope::workspace
