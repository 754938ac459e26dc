#include "store/measurement_file.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json_reader.h"
#include "run/json_fields.h"
#include "run/measurement_json.h"
#include "run/record_json.h"
#include "store/is_there.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <system_error>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t measurementSchema = 1;
constexpr std::uint64_t longestMeasurementFile = 1U << 18U;

Text measurementRemedy() {
    return Text::of("Delete the file, or move it away: the run can be measured again.");
}

void checkMeasurementSchema(const nlohmann::json& json, const std::string& where) {
    std::int64_t schema = 0;
    run::JsonFields(json, "file").readCount("schema", schema);
    if (schema == measurementSchema) return;
    throw Error(where,
                Text::of("has version {} of the measurements; this program knows version {}", schema,
                         measurementSchema),
                Text::of("Open the run with the Prunescope that measured it, or move the file away."));
}

/// Whether a newer one, which stands before it, was made on the same machine.
bool isOutdated(const std::vector<run::Measurement>& measurements, std::size_t place) {
    const auto end = measurements.begin() + static_cast<std::ptrdiff_t>(place);
    return std::any_of(measurements.begin(), end,
                       [&](const auto& newer) { return newer.sameMachine(measurements[place]); });
}

void dropTheOldest(std::vector<run::Measurement>& measurements) {
    std::size_t oldest = measurements.size() - 1;
    while (oldest > 0 && !isOutdated(measurements, oldest)) --oldest;
    // Every machine has one alone.
    if (oldest == 0) oldest = measurements.size() - 1;
    measurements.erase(measurements.begin() + static_cast<std::ptrdiff_t>(oldest));
}

}  // namespace

std::string measurementsText(const std::vector<run::Measurement>& measurements) {
    nlohmann::json list = nlohmann::json::array();
    for (const run::Measurement& m : measurements) list.push_back(run::measurementToJson(m));
    return run::jsonText({{"schema", measurementSchema}, {"measurements", std::move(list)}}, 2) + "\n";
}

std::vector<run::Measurement> measurementsFromText(std::string_view text, const std::string& where) {
    const nlohmann::json json = readJson(text, where, measurementRemedy());
    std::vector<run::Measurement> measurements;
    try {
        checkMeasurementSchema(json, where);
        const run::JsonFields fields(json, "file");
        if (fields.find("measurements") == nullptr)
            run::refuseJson(fields.pathTo("measurements"), Text::of("a list of at most {}", mostMeasurements),
                            {});
        for (const nlohmann::json* each : fields.list("measurements", mostMeasurements)) {
            measurements.push_back(
                run::measurementFromJson(*each, fmt::format("measurements[{}]", measurements.size())));
        }
    } catch (const Error& error) {
        if (error.where() == Text(where)) throw;
        throw Error(where, Text::of("{} {}", error.where(), error.problem()), measurementRemedy());
    }
    return measurements;
}

std::vector<run::Measurement> readMeasurements(const RunFolder& folder) {
    const fs::path file = folder.measurements();
    if (!isThere(file)) return {};
    return measurementsFromText(readFile(file, longestMeasurementFile, Links::refuse), file.string());
}

std::optional<run::Measurement> newestMeasurement(const RunFolder& folder) {
    try {
        const std::vector<run::Measurement> measurements = readMeasurements(folder);
        return measurements.empty() ? std::nullopt : std::optional(measurements.front());
    } catch (const Error&) {
        return std::nullopt;
    }
}

void storeMeasurement(const RunFolder& folder, const run::Measurement& measurement) {
    std::vector<run::Measurement> measurements = readMeasurements(folder);
    measurements.insert(measurements.begin(), measurement);
    if (measurements.size() > mostMeasurements) dropTheOldest(measurements);
    writeFileAtomically(folder.measurements(), measurementsText(measurements));
}

std::optional<RunFolder> runOfWeights(const fs::path& weights) {
    std::error_code failed;
    const fs::path file = fs::absolute(weights, failed);
    if (failed) return std::nullopt;
    const RunFolder folder(file.parent_path());
    if (file != folder.weights() || !(isThere(folder.config()) || isThere(folder.database())))
        return std::nullopt;
    return folder;
}

}  // namespace prunescope::store
