#pragma once

#include "report/phrase.h"
#include "report/summary.h"

#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::report {

/// One file of the report. All are made from the same summary.
struct ReportFormat {
    const char* fileName;
    std::string (*content)(const ReportInput& input, const Summary& summary, const Language& language);
};

/// The files of a report. A new format is one function in a file of its own and a line in this list.
const std::vector<ReportFormat>& reportFormats();

/// Writes the report into `folder`, which is created when it is missing: index.html (opens offline, prints on
/// A4; in `language`), report.json, metrics.csv, events.csv, layers.csv. Each file is replaced in one step,
/// and several programs may do so at a time. The same input gives the same bytes. Throws `Error` when a file
/// cannot be written, and before anything is written when the folder holds anything but a report of the same
/// run.
void writeReport(const ReportInput& input, const std::filesystem::path& folder,
                 const Language& language = {});

}  // namespace prunescope::report
