#include "base/error.h"
#include "base/system_error.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/words.h"
#include "report/report.h"
#include "report/weights_evidence.h"
#include "store/folder_lock.h"
#include "store/run_reader.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <optional>

namespace prunescope::cli {
namespace {

namespace fs = std::filesystem;

constexpr int mostFolders = 10'000;

std::optional<report::ReferenceRun> referenceOf(const fs::path& folder, std::vector<Text>& problems) {
    if (folder.empty()) return std::nullopt;
    store::ReadRun read = store::readRun(store::RunFolder(folder));
    for (const Text& problem : read.problems) problems.push_back(Text::of("reference run: {}", problem));
    return report::ReferenceRun{runId(folder), std::move(read.record)};
}

bool holdsSomething(const fs::path& path) {
    std::error_code code;
    const fs::file_status status = fs::symlink_status(path, code);
    return fs::exists(status) && !(fs::is_directory(status) && fs::is_empty(path, code));
}

/// A folder that is ours alone, beside one that keeps what it holds.
fs::path newFolderBeside(const fs::path& folder) {
    const fs::path plain = folder.has_filename() ? folder : folder.parent_path();
    for (int copy = 1; copy <= mostFolders; ++copy) {
        fs::path beside = plain.string() + (copy == 1 ? "-incomplete" : fmt::format("-incomplete-{}", copy));
        if (::mkdir(beside.c_str(), 0777) == 0) return beside;
        // Whatever has the name, be it a link to nowhere, is left alone.
        if (errno != EEXIST) throw systemError(beside, "cannot create the folder: {}", errno);
    }
    throw Error(folder.string(), Text::of("there are {} incomplete reports beside it", mostFolders),
                Text::of("Name another folder with --out."));
}

}  // namespace

WrittenReport writeReportOf(const fs::path& folder, const fs::path& out, const fs::path& reference) {
    const store::RunFolder run(folder);
    store::ReadRun read = store::readRun(run);
    report::ReportInput input{
        .runId = runId(folder), .record = std::move(read.record), .problems = std::move(read.problems)};
    input.weights = report::weightsEvidence(run.weights(), input.record.header.network, input.problems);
    input.reference = referenceOf(reference, input.problems);
    input.live = store::FolderLock::isHeld(folder);
    fs::path target = out.empty() ? run.report() : out;
    if (!input.problems.empty() && holdsSomething(target)) target = newFolderBeside(target);
    report::writeReport(input, target);
    return {.page = target / "index.html", .problems = std::move(input.problems)};
}

void tellWhatIsMissing(const WrittenReport& report) {
    for (const Text& problem : report.problems) tell("prunescope-cli: {}", problem);
    tell(
        "prunescope-cli: the report is incomplete: a part of the record could not be read. It is in {}; no "
        "other report was changed",
        report.page.parent_path().string());
}

int reportRun(const fs::path& run, const fs::path& out, const fs::path& reference) {
    const WrittenReport report = writeReportOf(run, out, reference);
    say("{}", report.page.string());
    if (report.problems.empty()) return 0;
    tellWhatIsMissing(report);
    return 1;
}

}  // namespace prunescope::cli
