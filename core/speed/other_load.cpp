#include "speed/other_load.h"

#include <sys/times.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <string>

namespace prunescope::speed {
namespace {

constexpr std::int64_t fewestTicks = 20;  ///< a tenth of a second on two processors

}  // namespace

std::optional<double> otherLoad(const ProcessorTicks& before, const ProcessorTicks& after) {
    const std::int64_t all = after.all - before.all;
    if (all < fewestTicks) return std::nullopt;
    const std::int64_t others = (after.busy - before.busy) - (after.own - before.own);
    return std::clamp(static_cast<double>(others) / static_cast<double>(all), 0.0, 1.0);
}

std::optional<ProcessorTicks> parseProcessorTicks(const char* line) {
    if (std::strncmp(line, "cpu ", 4) != 0) return std::nullopt;
    const char* at = line + 4;
    const char* end = line + std::strlen(line);
    // user, nice, system, idle, iowait, irq, softirq, steal; guests are counted in user and nice already.
    std::array<std::int64_t, 8> counts{};
    for (std::int64_t& count : counts) {
        while (at != end && *at == ' ') ++at;
        const auto [next, code] = std::from_chars(at, end, count);
        if (code != std::errc{}) return std::nullopt;
        at = next;
    }
    ProcessorTicks ticks;
    for (const std::int64_t count : counts) ticks.all += count;
    ticks.busy = ticks.all - counts[3] - counts[4];
    return ticks;
}

std::optional<ProcessorTicks> readProcessorTicks() {
    std::ifstream file("/proc/stat");
    std::string line;
    if (!std::getline(file, line)) return std::nullopt;
    std::optional<ProcessorTicks> ticks = parseProcessorTicks(line.c_str());
    tms own{};
    if (!ticks || ::times(&own) == static_cast<clock_t>(-1)) return std::nullopt;
    ticks->own = own.tms_utime + own.tms_stime;
    return ticks;
}

}  // namespace prunescope::speed
