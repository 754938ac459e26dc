#pragma once

#include "view/timeline.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace prunescope::view {

inline constexpr std::size_t noPosition = std::numeric_limits<std::size_t>::max();

/// The part of an axis that a picture shows, and how many columns it is cut into.
struct Columns {
    TimeUnit unit = TimeUnit::step;
    double from = 0;
    double to = 1;
    std::size_t count = 1;

    /// The column that holds `x`; the first or the last one for what lies outside.
    std::size_t at(double x) const;
    bool operator==(const Columns&) const = default;
};

/// Which moment each column from `first` on stands for, by its position in `times`: the last one that is not
/// behind the column's right edge. What is measured at a mask update holds until the next one, so the last
/// value is what the network had there; a mean would show masks that never were. A column before the first
/// moment, or that begins after the last, has `noPosition`. Costs as much as there are columns, however long
/// the run is.
std::vector<std::size_t> lastPositions(const Timeline& times, const Columns& columns, std::size_t first = 0);

}  // namespace prunescope::view
