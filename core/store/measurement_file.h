#pragma once

#include "run/measurement.h"
#include "store/run_folder.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The measurements of a run's speed in its folder: measurement.json, the newest first.
namespace prunescope::store {

/// So many are kept.
inline constexpr std::size_t mostMeasurements = 20;

/// None when the run was never measured. Throws `Error` for a file that cannot be read or that holds anything
/// else.
std::vector<run::Measurement> readMeasurements(const RunFolder& folder);

/// The newest; nothing when there is none or it cannot be read. Reads one small file, for a list of runs.
std::optional<run::Measurement> newestMeasurement(const RunFolder& folder);

/// Puts a measurement in front of those that are there, and replaces the file in one step. When there are too
/// many, the oldest goes of which a newer one was made on the same machine. Throws `Error`, also when the
/// file that is there cannot be read; it is then as it was.
void storeMeasurement(const RunFolder& folder, const run::Measurement& measurement);

/// The run whose weights file that is; nothing when it lies in no run's folder.
std::optional<RunFolder> runOfWeights(const std::filesystem::path& weights);

/// What the file holds.
std::string measurementsText(const std::vector<run::Measurement>& measurements);
/// Throws `Error`; `where` names the origin in its message.
std::vector<run::Measurement> measurementsFromText(std::string_view text, const std::string& where);

}  // namespace prunescope::store
