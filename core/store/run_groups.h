#pragma once

#include "store/run_list.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace prunescope::store {

/// Runs that were asked for the same but for the seed.
struct RunGroup {
    std::vector<std::size_t> members;  ///< indices into the list, in its order
};

/// Every run is in exactly one group; groups come in the order of their first runs. Where a run's data were
/// and on how many threads it was made keeps it out of no group. A run whose configuration is not known is
/// alone.
std::vector<RunGroup> groupsBySeed(const std::vector<RunSummary>& runs);

/// What several runs of an experiment give for one figure.
struct Spread {
    double mean = 0;
    std::optional<double> deviation;  ///< of the sample: divided by n - 1; one value has none
    std::size_t n = 0;
};

/// Nothing when no value is a finite number; those that are not are left out.
std::optional<Spread> spreadOf(const std::vector<double>& values);

}  // namespace prunescope::store
