#include "store/device_file.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json_reader.h"
#include "run/device_measurement_json.h"
#include "run/json_fields.h"
#include "run/record_json.h"
#include "store/is_there.h"

#include <fmt/format.h>

#include <algorithm>

namespace prunescope::store {
namespace {

constexpr std::int64_t deviceSchema = 1;
constexpr std::uint64_t longestDeviceFile = 1U << 18U;

Text deviceRemedy() {
    return Text::of("Delete the file, or move it away: what devices printed can be imported again.");
}

bool isOfTheSame(const run::DeviceMeasurement& a, const run::DeviceMeasurement& b) {
    return a.device == b.device && a.network == b.network;
}

}  // namespace

std::string devicesText(const std::vector<run::DeviceMeasurement>& measurements) {
    nlohmann::json list = nlohmann::json::array();
    for (const run::DeviceMeasurement& m : measurements) list.push_back(run::deviceToJson(m));
    return run::jsonText({{"schema", deviceSchema}, {"devices", std::move(list)}}, 2) + "\n";
}

std::vector<run::DeviceMeasurement> devicesFromText(std::string_view text, const std::string& where) {
    const nlohmann::json json = readJson(text, where, deviceRemedy());
    std::vector<run::DeviceMeasurement> measurements;
    try {
        const run::JsonFields fields(json, "file");
        std::int64_t schema = 0;
        fields.readCount("schema", schema);
        if (schema != deviceSchema)
            run::refuseJson(fields.pathTo("schema"), Text::of("the version {}", deviceSchema), schema);
        for (const nlohmann::json* each : fields.list("devices", mostDevices))
            measurements.push_back(
                run::deviceFromJson(*each, fmt::format("devices[{}]", measurements.size())));
    } catch (const Error& error) {
        throw Error(where, Text::of("{} {}", error.where(), error.problem()), deviceRemedy());
    }
    return measurements;
}

std::vector<run::DeviceMeasurement> readDevices(const RunFolder& folder) {
    const std::filesystem::path file = folder.devices();
    if (!isThere(file)) return {};
    return devicesFromText(readFile(file, longestDeviceFile, Links::refuse), file.string());
}

void storeDevices(const RunFolder& folder, const std::vector<run::DeviceMeasurement>& measurements) {
    std::vector<run::DeviceMeasurement> all;
    const auto add = [&all](const run::DeviceMeasurement& m) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const run::DeviceMeasurement& newer) {
            return isOfTheSame(newer, m);
        });
        if (!known && all.size() < mostDevices) all.push_back(m);
    };
    // The last line that a device printed is its newest.
    std::for_each(measurements.rbegin(), measurements.rend(), add);
    for (const run::DeviceMeasurement& m : readDevices(folder)) add(m);
    writeFileAtomically(folder.devices(), devicesText(all));
}

}  // namespace prunescope::store
