#pragma once

#include "view/curve.h"
#include "view/timeline.h"

#include <vector>

namespace prunescope::view {

/// One run's curve and when its values were measured.
struct SeedCurve {
    const Timeline* times = nullptr;
    const Curve* curve = nullptr;
};

/// The mean of several curves, and one sample standard deviation below and above it.
struct SeedMean {
    Timeline times;  ///< the mean of theirs
    Curve mean;
    Curve low;
    Curve high;
};

/// At the steps at which every one of them has a finite value: elsewhere a mean would be one of others.
SeedMean meanOverSeeds(const std::vector<SeedCurve>& seeds);

}  // namespace prunescope::view
