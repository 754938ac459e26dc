#pragma once

#include "run/records.h"

#include <nlohmann/json.hpp>

#include <cstddef>

namespace prunescope::run {

/// {"train": [5500, …], "validation": […], "test": […]}
nlohmann::json classCountsToJson(const ClassCounts& counts);

/// Throws `Error` unless each split has one count for each of the classes.
ClassCounts classCountsFromJson(const nlohmann::json& json, std::size_t classes);

}  // namespace prunescope::run
