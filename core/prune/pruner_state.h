#pragma once

#include "base/strong_index.h"
#include "run/records.h"
#include "run/schedule.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace prunescope::prune {

/// What a pruner has come to, without the weights: with the same weights another one of the same
/// configuration goes on with the same bits. How often each mask changed before is not among it.
struct PrunerState {
    run::SparsitySchedule schedule;
    run::Phase phase = run::Phase::exploration;
    double inForce = 0;  ///< p that attention uses
    bool masksStale = true;
    bool resting = false;
    std::optional<StepIndex> lastMaskUpdate{};
    std::vector<std::vector<std::uint8_t>> masks;  ///< of each layer; 1 = kept
};

}  // namespace prunescope::prune
