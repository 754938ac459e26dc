#include "base/error.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "workspace/run_report.h"
#include "workspace/test_pictures.h"

#include <unistd.h>

#include <system_error>

namespace prunescope::cli {
namespace {

namespace fs = std::filesystem;

/// Paper and other languages are the business of a program that knows how to lay out and to translate. It
/// takes the place of this one, so that its exit status and what it says are the answer.
[[noreturn]] void becomeReportProgram(const ReportRequest& request) {
    std::error_code unknown;
    const fs::path program = fs::read_symlink("/proc/self/exe", unknown).parent_path() / "prunescope-report";
    std::vector<std::string> words{program, request.run};
    const auto add = [&](const char* option, const std::string& value) {
        if (!value.empty()) words.insert(words.end(), {option, value});
    };
    add("--out", request.out);
    add("--reference", request.reference);
    add("--pdf", request.pdf);
    add("--language", request.language);
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execv(program.c_str(), arguments.data());
    throw Error(program.string(),
                Text::of("cannot be started; it writes PDF, and other languages than English"),
                Text::of("Build Prunescope with its window (PRUNESCOPE_WINDOW=ON), or install all of its "
                         "programs into one folder."));
}

}  // namespace

WrittenReport writeReportOf(const fs::path& folder, const fs::path& out, const fs::path& reference) {
    const store::RunFolder run(folder);
    report::ReportInput input = workspace::readReportInput(run);
    if (!reference.empty()) workspace::addReference(input, store::RunFolder(reference));
    workspace::addPictures(input);
    const fs::path written = workspace::writeReport(input, out.empty() ? run.report() : out);
    return {.page = written / "index.html", .missing = workspace::whatIsMissing(input, written)};
}

void tellWhatIsMissing(const WrittenReport& report) {
    for (const Text& line : report.missing) tell("prunescope-cli: {}", line);
}

int reportRun(const ReportRequest& request) {
    if (!request.pdf.empty() || request.language != "en") becomeReportProgram(request);
    const WrittenReport report = writeReportOf(request.run, request.out, request.reference);
    say("{}", report.page.string());
    tellWhatIsMissing(report);
    return report.missing.empty() ? 0 : 1;
}

}  // namespace prunescope::cli
