#pragma once

#include "base/text.h"
#include "run/device_measurement.h"

#include <nlohmann/json.hpp>

#include <string>

/// Measurements of devices as JSON, for the file beside a run and the report.
namespace prunescope::run {

/// Longest name of a device or a network, in bytes.
inline constexpr std::size_t longestDeviceName = 256;

/// What no device that computed anything can have measured, as a sentence; empty for what it can: times out
/// of order or out of range, names that are empty, too long, or more than one line.
Text deviceProblem(const DeviceMeasurement& measurement);

nlohmann::json deviceToJson(const DeviceMeasurement& measurement);
/// Throws `Error` for the first member that is absent or that no measurement can have; `path` is how the
/// object is reached.
DeviceMeasurement deviceFromJson(const nlohmann::json& json, const std::string& path);

}  // namespace prunescope::run
