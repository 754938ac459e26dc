#pragma once

#include "run/measurement.h"

#include <nlohmann/json.hpp>

#include <string>

/// Measurements as JSON, for the file beside a run, the benchmark and the report; see `record_json.h`.
namespace prunescope::run {

/// "few_rounds"; "none" when there is none.
const char* doubtName(Doubt doubt);

/// {"lower", "median", "upper", "rounds"}
nlohmann::json quartilesToJson(const Quartiles& figure);

/// [{"callers", "dense", "pruned"}]
nlohmann::json callersToJson(const std::vector<CallersAtOnce>& callers);

nlohmann::json measurementToJson(const Measurement& measurement);
/// Nothing of a measurement may be absent but what a system may not tell. Throws `Error` for the first member
/// that is, or that no measurement can have (a time below 0, quartiles out of order); `path` is how the
/// object is reached.
Measurement measurementFromJson(const nlohmann::json& json, const std::string& path);

}  // namespace prunescope::run
