#include "cli/commands.h"
#include "cli/output.h"
#include "workspace/run_report.h"

namespace prunescope::cli {

namespace fs = std::filesystem;

WrittenReport writeReportOf(const fs::path& folder, const fs::path& out, const fs::path& reference) {
    const store::RunFolder run(folder);
    report::ReportInput input = workspace::readReportInput(run);
    if (!reference.empty()) workspace::addReference(input, store::RunFolder(reference));
    const fs::path written = workspace::writeReport(input, out.empty() ? run.report() : out);
    return {.page = written / "index.html", .problems = std::move(input.problems)};
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
