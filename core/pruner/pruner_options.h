#pragma once

#include "run/run_config.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace prunescope::pruner {

/// What the engine counts steps with fits 32 bits.
inline constexpr std::int64_t mostSteps = (std::int64_t{1} << 31U) - 1;

/// The configuration of a run that prunes by this method, from the keys of a config.json that concern
/// pruning. Throws `UsageError` for any other key and for what no run would take.
run::RunConfig configOf(std::string method, std::string_view options);
/// The method and those keys, complete.
nlohmann::json optionsOf(const run::RunConfig& config);

/// Throws `UsageError` for a number of steps that no training has.
std::int64_t expectSteps(std::int64_t steps);

}  // namespace prunescope::pruner
