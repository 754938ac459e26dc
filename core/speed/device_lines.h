#pragma once

#include "run/device_measurement.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::speed {

/// Most lines of one import.
inline constexpr std::size_t mostDeviceLines = 50;
/// Longest text that is read, in bytes; a device prints a line of some hundred.
inline constexpr std::uint64_t mostDeviceText = std::uint64_t{1} << 20U;

/// Reads what the program `NAME_bench.c` of exported C source prints, one line or several (see
/// `csource::benchText`). Empty lines are passed over. `device` is what the measurements are called, `wallMs`
/// when they are taken in. Throws `Error` with `origin`, line and what was expected for every other line.
std::vector<run::DeviceMeasurement> devicesFromLines(std::string_view text, const std::string& device,
                                                     std::int64_t wallMs, const std::string& origin);

}  // namespace prunescope::speed
