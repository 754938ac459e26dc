#include "speed/device_lines.h"

#include "base/error.h"
#include "base/quoted.h"
#include "run/device_measurement_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <variant>

namespace prunescope::speed {
namespace {

using run::DeviceMeasurement;

/// The figures of a line, in their order; the format never changes.
struct DeviceField {
    std::string_view key;
    std::variant<double DeviceMeasurement::*, std::int64_t DeviceMeasurement::*> to;
};

constexpr std::array<DeviceField, 9> deviceFields{{{"runs", &DeviceMeasurement::runs},
                                                   {"median_us", &DeviceMeasurement::medianUs},
                                                   {"p05_us", &DeviceMeasurement::p05Us},
                                                   {"p95_us", &DeviceMeasurement::p95Us},
                                                   {"p99_us", &DeviceMeasurement::p99Us},
                                                   {"min_us", &DeviceMeasurement::leastUs},
                                                   {"max_us", &DeviceMeasurement::mostUs},
                                                   {"constant_bytes", &DeviceMeasurement::constantBytes},
                                                   {"scratch_bytes", &DeviceMeasurement::scratchBytes}}};

/// Reads one line word by word.
class DeviceLine {
public:
    DeviceLine(std::string_view line, std::size_t number, const std::string& origin)
        : rest_(line), number_(number), origin_(origin) {}

    DeviceMeasurement read(const std::string& device, std::int64_t wallMs) {
        DeviceMeasurement m{.wallMs = wallMs, .device = device, .network = std::string(word())};
        expectName(m.network);
        for (const DeviceField& field : deviceFields)
            std::visit([&](auto member) { readInto(m.*member, field.key); }, field.to);
        if (!rest_.empty()) refuse(Text::of("the end of the line"), rest_);
        if (const Text problem = run::deviceProblem(m); !problem.empty())
            throw Error(origin_, Text::of("line {}: {}", number_, problem), mend());
        return m;
    }

private:
    static Text mend() { return Text::of("Give the line as the exported NAME_bench.c prints it."); }
    [[noreturn]] void refuse(const Text& expected, std::string_view found) const {
        constexpr std::size_t mostShown = 60;
        throw Error(origin_,
                    Text::of("line {}: expected {}, found {}", number_, expected,
                             inQuotes(found.substr(0, mostShown))),
                    mend());
    }

    std::string_view word() {
        const std::size_t end = std::min(rest_.find(' '), rest_.size());
        const std::string_view found = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return found;
    }

    /// As the exported functions begin with it: an identifier of C.
    void expectName(std::string_view name) const {
        constexpr std::string_view letters =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
        if (name.empty() || name.find_first_not_of(letters) != std::string_view::npos)
            refuse(Text::of("the name of a network"), name);
    }

    template <class Number>
    void readInto(Number& number, std::string_view key) {
        const std::string_view found = word();
        const bool named = found.starts_with(key) && found.substr(key.size()).starts_with('=');
        const std::string_view text = named ? found.substr(key.size() + 1) : std::string_view();
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (!named || code != std::errc{} || end != text.data() + text.size())
            refuse(Text::of("{}= and a number", std::string(key)), found);
    }

    std::string_view rest_;
    std::size_t number_;
    const std::string& origin_;
};

}  // namespace

std::vector<DeviceMeasurement> devicesFromLines(std::string_view text, const std::string& device,
                                                std::int64_t wallMs, const std::string& origin) {
    std::vector<DeviceMeasurement> all;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        if (all.size() == mostDeviceLines)
            throw Error(origin, Text::of("has more than {} lines", mostDeviceLines),
                        Text::of("Give the lines of one device."));
        all.push_back(DeviceLine(line, number, origin).read(device, wallMs));
    }
    if (all.empty())
        throw Error(origin, Text::of("has no line of a measurement"),
                    Text::of("Give the line as the exported NAME_bench.c prints it."));
    return all;
}

}  // namespace prunescope::speed
