#pragma once

#include "prune/pruner_state.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::pruner {

/// The bytes of a state; numbers are little-endian:
///
///     8   "PSPRUNER"
///     4   version of the format, 1
///     8   length of the description
///         description: JSON, what the state belongs to and what it is but for the masks
///         masks: of each tensor a bit for every weight, the lowest first; 1 = kept
///     64  SHA-256 of all before it, as hexadecimal digits
std::string bytesOfState(const nlohmann::json& identity, const prune::PrunerState& state);

/// Reads what `bytesOfState` gives, from wherever it comes. `sizes`: of the tensors. Throws `Error` for bytes
/// that are damaged, and for those of another identity, naming what differs. Takes no more memory than the
/// bytes and the masks do.
prune::PrunerState stateOfBytes(std::string_view bytes, const nlohmann::json& identity,
                                const std::vector<std::int64_t>& sizes);

}  // namespace prunescope::pruner
