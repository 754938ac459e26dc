#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace prunescope::run {

/// What several runs of an experiment give for one figure.
struct Spread {
    double mean = 0;
    std::optional<double> deviation;  ///< of the sample: divided by n - 1; one value has none
    std::size_t n = 0;
};

/// Nothing when no value is a finite number; those that are not are left out.
std::optional<Spread> spreadOf(const std::vector<double>& values);

}  // namespace prunescope::run
