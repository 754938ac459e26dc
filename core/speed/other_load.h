#pragma once

#include <cstdint>
#include <optional>

namespace prunescope::speed {

/// Processor time in clock ticks since some moment, as the system counts it.
struct ProcessorTicks {
    std::int64_t all = 0;   ///< of every processor, idle or not
    std::int64_t busy = 0;  ///< of them, those in which any program ran, or another guest of the host
    std::int64_t own = 0;   ///< of them, those of this process
};

/// The time that anybody but this process took between two readings, as a fraction of all processors' time.
/// Nothing when the clock has not moved far enough to tell.
std::optional<double> otherLoad(const ProcessorTicks& before, const ProcessorTicks& after);

/// A reading of /proc/stat and of the process's own clock; nothing where the system does not tell.
std::optional<ProcessorTicks> readProcessorTicks();

/// Reads the first line of /proc/stat: "cpu user nice system idle iowait irq softirq steal ...".
std::optional<ProcessorTicks> parseProcessorTicks(const char* line);

}  // namespace prunescope::speed
