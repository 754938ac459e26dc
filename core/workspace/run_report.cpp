#include "workspace/run_report.h"

#include "base/error.h"
#include "base/system_error.h"
#include "report/report.h"
#include "report/weights_evidence.h"
#include "run/measurement.h"
#include "store/device_file.h"
#include "store/measurement_file.h"
#include "workspace/opened_run.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace prunescope::workspace {
namespace {

namespace fs = std::filesystem;

constexpr int mostIncomplete = 10'000;

/// A link to nowhere is something, too.
bool holdsSomething(const fs::path& path) {
    std::error_code code;
    const fs::file_status status = fs::symlink_status(path, code);
    return fs::exists(status) && !(fs::is_directory(status) && fs::is_empty(path, code));
}

fs::path withoutSlash(const fs::path& path) {
    return path.has_filename() ? path : path.parent_path();
}

/// "report" -> "report-incomplete", "report-incomplete-2"; "run.pdf" -> "run-incomplete.pdf".
fs::path besideIt(const fs::path& place, int copy) {
    const std::string extension = place.extension() == ".pdf" ? ".pdf" : "";
    const std::string stem = place.string().substr(0, place.string().size() - extension.size());
    return stem + (copy == 1 ? "-incomplete" : fmt::format("-incomplete-{}", copy)) + extension;
}

/// The last measurement of the run's speed, where there is one that can be read.
std::optional<run::Measurement> newestOf(const store::RunFolder& folder, std::vector<Text>& problems) {
    try {
        const std::vector<run::Measurement> measurements = store::readMeasurements(folder);
        if (!measurements.empty()) return measurements.front();
    } catch (const Error& error) {
        problems.push_back(Text::of("{}: {}", folder.measurements().filename().string(), error.problem()));
    }
    return std::nullopt;
}

std::vector<run::DeviceMeasurement> devicesOf(const store::RunFolder& folder, std::vector<Text>& problems) {
    try {
        return store::readDevices(folder);
    } catch (const Error& error) {
        problems.push_back(Text::of("{}: {}", folder.devices().filename().string(), error.problem()));
    }
    return {};
}

}  // namespace

report::ReportInput readReportInput(const store::RunFolder& folder) {
    OpenedRun run = openRun(folder);
    report::ReportInput input{
        .runId = run.id, .record = std::move(run.record), .problems = std::move(run.problems)};
    input.weights = report::weightsEvidence(folder.weights(), input.record.header.network, input.problems);
    input.live = run.recorded;
    input.speed = newestOf(folder, input.problems);
    input.devices = devicesOf(folder, input.problems);
    return input;
}

void addReference(report::ReportInput& input, const store::RunFolder& folder) {
    OpenedRun reference = openRun(folder);
    for (const Text& problem : reference.problems)
        input.problems.push_back(Text::of("reference run: {}", problem));
    input.reference = report::ReferenceRun{reference.id, std::move(reference.record)};
}

fs::path reportPlace(const report::ReportInput& input, const fs::path& wanted) {
    fs::path plain = withoutSlash(wanted);
    if (input.problems.empty() || !holdsSomething(plain)) return plain;
    for (int copy = 1; copy <= mostIncomplete; ++copy) {
        fs::path beside = besideIt(plain, copy);
        // Whatever has the name, be it a link to nowhere, is left alone.
        if (!fs::exists(fs::symlink_status(beside))) return beside;
    }
    throw Error(wanted.string(), Text::of("there are {} incomplete reports beside it", mostIncomplete),
                Text::of("Choose another folder."));
}

std::vector<Text> whatIsMissing(const report::ReportInput& input, const fs::path& place) {
    std::vector<Text> lines = input.problems;
    if (lines.empty()) return lines;
    lines.push_back(Text::of(
        "the report is incomplete: a part of the record could not be read. It is in {}; no other report was "
        "changed",
        place.string()));
    return lines;
}

fs::path writeReport(const report::ReportInput& input, const fs::path& wanted,
                     const report::Language& language) {
    fs::path place = reportPlace(input, wanted);
    // A folder beside the wanted one is ours alone, whoever else reports at this moment.
    while (place != withoutSlash(wanted) && ::mkdir(place.c_str(), 0777) != 0) {
        if (errno != EEXIST) throw systemError(place, "cannot create the folder: {}", errno);
        place = reportPlace(input, wanted);
    }
    report::writeReport(input, place, language);
    return place;
}

}  // namespace prunescope::workspace
