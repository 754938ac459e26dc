#pragma once

#include "run/device_measurement.h"
#include "store/run_folder.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What devices measured of a run's network, in its folder: devices.json, the newest first.
namespace prunescope::store {

/// So many are kept.
inline constexpr std::size_t mostDevices = 50;

/// None when there are none. Throws `Error` for a file that cannot be read or that holds anything else.
std::vector<run::DeviceMeasurement> readDevices(const RunFolder& folder);

/// Puts measurements in front of those that are there, takes out older ones of the same device and network,
/// and replaces the file in one step; of too many the oldest go. Throws `Error`, also when the file that is
/// there cannot be read; it is then as it was.
void storeDevices(const RunFolder& folder, const std::vector<run::DeviceMeasurement>& measurements);

/// What the file holds.
std::string devicesText(const std::vector<run::DeviceMeasurement>& measurements);
/// Throws `Error`; `where` names the origin in its message.
std::vector<run::DeviceMeasurement> devicesFromText(std::string_view text, const std::string& where);

}  // namespace prunescope::store
