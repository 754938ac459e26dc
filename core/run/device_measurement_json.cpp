#include "run/device_measurement_json.h"

#include "base/clean_text.h"
#include "run/json_fields.h"

#include <algorithm>
#include <array>

namespace prunescope::run {
namespace {

// Any device answers within a quarter of an hour, and none within a picosecond.
constexpr double leastMicroseconds = 1e-6;
constexpr double mostMicroseconds = 1e9;
constexpr std::int64_t mostRuns = 1'000'000'000;
constexpr std::int64_t mostBytesOfDevice = std::int64_t{1} << 40U;

Text nameProblem(const std::string& name) {
    if (name.empty()) return Text::of("a name is empty");
    if (name.size() > longestDeviceName)
        return Text::of("a name has {} bytes, more than {}", name.size(), longestDeviceName);
    if (terminalLine(name) != name) return Text::of("a name is no line of text");
    return {};
}

}  // namespace

Text deviceProblem(const DeviceMeasurement& m) {
    for (const std::string* name : {&m.device, &m.network})
        if (Text problem = nameProblem(*name); !problem.empty()) return problem;
    if (m.runs < 1 || m.runs > mostRuns) return Text::of("{} runs are not from 1 to {}", m.runs, mostRuns);
    const std::array times{m.leastUs, m.p05Us, m.medianUs, m.p95Us, m.p99Us, m.mostUs};
    // The clock of a small device may see no time pass at all in its quickest runs.
    const bool inRange =
        m.medianUs >= leastMicroseconds &&
        std::all_of(times.begin(), times.end(), [](double us) { return us >= 0 && us <= mostMicroseconds; });
    if (!inRange) return Text::of("its times are not from {} to {} us", leastMicroseconds, mostMicroseconds);
    if (!std::is_sorted(times.begin(), times.end())) return Text::of("its times are not in order");
    for (const std::int64_t bytes : {m.constantBytes, m.scratchBytes})
        if (bytes < 0 || bytes > mostBytesOfDevice) return Text::of("{} bytes are out of range", bytes);
    return {};
}

nlohmann::json deviceToJson(const DeviceMeasurement& m) {
    return {{"wall_ms", m.wallMs},
            {"device", m.device},
            {"network", m.network},
            {"runs", m.runs},
            {"median_us", m.medianUs},
            {"p05_us", m.p05Us},
            {"p95_us", m.p95Us},
            {"p99_us", m.p99Us},
            {"min_us", m.leastUs},
            {"max_us", m.mostUs},
            {"constant_bytes", m.constantBytes},
            {"scratch_bytes", m.scratchBytes}};
}

DeviceMeasurement deviceFromJson(const nlohmann::json& json, const std::string& path) {
    const JsonFields fields(json, path);
    DeviceMeasurement m;
    fields.readCount("wall_ms", m.wallMs);
    fields.read("device", m.device);
    fields.read("network", m.network);
    fields.readCount("runs", m.runs);
    fields.read("median_us", m.medianUs);
    fields.read("p05_us", m.p05Us);
    fields.read("p95_us", m.p95Us);
    fields.read("p99_us", m.p99Us);
    fields.read("min_us", m.leastUs);
    fields.read("max_us", m.mostUs);
    fields.readCount("constant_bytes", m.constantBytes);
    fields.readCount("scratch_bytes", m.scratchBytes);
    if (const Text problem = deviceProblem(m); !problem.empty())
        refuseJson(path, Text::of("a measurement of a device ({})", problem), json);
    return m;
}

}  // namespace prunescope::run
