#pragma once

#include "cli/options.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace prunescope::cli {

/// Each carries out one command and returns the exit status: 0 only when all that was asked for is done.
/// Failures are thrown as `Error`.
int train(const TrainRequest& request);
/// `workspace` empty: the one where runs are kept when the user names none.
int listRuns(const std::filesystem::path& workspace);
int showRun(const std::filesystem::path& run);
/// What is asked for with a report; an empty text: nothing.
struct ReportRequest {
    std::string run;
    std::string out;        ///< its folder; empty: in the run's own
    std::string reference;  ///< a dense run to compare with
    std::string pdf;        ///< a file for paper, besides
    std::string language = "en";
};
int reportRun(const ReportRequest& request);

/// A command that lists what can be asked for by name.
struct ListCommand {
    std::string name;
    std::string help;
    /// On standard output: for people, or as one JSON list for other programs.
    std::function<int(bool json)> run;
};
const std::vector<ListCommand>& listCommands();

struct WrittenReport {
    std::filesystem::path page;  ///< its first page
    /// What of the record is missing in it, a line each; empty when it is whole.
    std::vector<Text> missing;
};

/// Writes the report. One that lacks a part of the record never takes the place of what is there: it goes
/// into a new folder beside it.
WrittenReport writeReportOf(const std::filesystem::path& run, const std::filesystem::path& out,
                            const std::filesystem::path& reference);

/// Says on standard error what a report lacks, and where it is; nothing of a whole one.
void tellWhatIsMissing(const WrittenReport& report);

}  // namespace prunescope::cli
