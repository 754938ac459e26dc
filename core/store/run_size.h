#pragma once

#include "store/row.h"

#include <cstdint>
#include <optional>

namespace prunescope::store {

/// What the weights of a run take on disk with those that are kept, see `run::storedBytes`; nothing when the
/// network, or what was kept of one of its layers, cannot be read. `whole`: no part of the database is
/// missing, so that a network without statistics has all of its weights.
std::optional<std::int64_t> readStoredBytes(Database& database, TextBudget& budget, bool whole);

}  // namespace prunescope::store
