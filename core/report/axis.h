#pragma once

#include <string>
#include <vector>

namespace prunescope::report {

/// A closed interval of an axis.
struct Range {
    double from = 0;
    double to = 1;
};

/// Places of the labels of an axis: multiples of 1, 2 or 5 times a power of ten.
struct Ticks {
    std::vector<double> values;
    int decimals = 0;  ///< that tell neighbours apart
};

/// At most `most` ticks inside the range (`most` at least 2).
Ticks niceTicks(Range range, int most);

/// The label of one of the ticks: "0.25", "1,500"; "2e+12" where digits would fill the picture.
std::string tickText(double value, const Ticks& ticks);

/// The range widened to the next ticks, so that an axis begins and ends on a label. A range that is empty or
/// not finite becomes one that holds its start (or [0, 1]).
Range niceRange(Range range, int most);

}  // namespace prunescope::report
