#include "run/number_errors.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace prunescope::run {
namespace {

struct MeanAndSquares {
    double mean = 0;
    double squares = 0;  ///< sum of the squared distances from the mean
};

/// In two passes, so that the mean of large numbers takes nothing from what they differ by.
template <class ValueAt>
MeanAndSquares meanAndSquaresOf(std::size_t count, const ValueAt& valueAt) {
    MeanAndSquares spread;
    for (std::size_t i = 0; i < count; ++i) spread.mean += valueAt(i);
    spread.mean /= static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double distance = valueAt(i) - spread.mean;
        spread.squares += distance * distance;
    }
    return spread;
}

double sampleDeviation(double squares, std::size_t count) {
    return count < 2 ? 0 : std::sqrt(squares / static_cast<double>(count - 1));
}

}  // namespace

double NumberErrors::rmse() const {
    return std::sqrt(meanSquared);
}

double NumberErrors::rSquared() const {
    return targetVariance > 0 ? 1 - meanSquared / targetVariance : std::numeric_limits<double>::quiet_NaN();
}

double NumberErrors::rmseStandardError() const {
    if (meanSquared == 0) return 0;
    return squaredDeviation / std::sqrt(static_cast<double>(rows)) / (2 * rmse());
}

double NumberErrors::meanAbsoluteStandardError() const {
    return rows == 0 ? 0 : absoluteDeviation / std::sqrt(static_cast<double>(rows));
}

NumberErrors numberErrorsOf(std::span<const float> wanted, std::span<const float> predicted) {
    assert(wanted.size() == predicted.size());
    const std::size_t rows = wanted.size();
    NumberErrors errors{.rows = static_cast<std::int64_t>(rows)};
    if (rows == 0) return errors;
    const auto error = [&](std::size_t i) {
        return static_cast<double>(predicted[i]) - static_cast<double>(wanted[i]);
    };
    const MeanAndSquares squared = meanAndSquaresOf(rows, [&](std::size_t i) { return error(i) * error(i); });
    const MeanAndSquares absolute = meanAndSquaresOf(rows, [&](std::size_t i) { return std::abs(error(i)); });
    const MeanAndSquares target =
        meanAndSquaresOf(rows, [&](std::size_t i) { return static_cast<double>(wanted[i]); });
    // The rounding of a mean must not give a target of one value a variance.
    const bool varies = std::any_of(wanted.begin(), wanted.end(), [&](float v) { return v != wanted[0]; });
    errors.meanSquared = squared.mean;
    errors.squaredDeviation = sampleDeviation(squared.squares, rows);
    errors.meanAbsolute = absolute.mean;
    errors.absoluteDeviation = sampleDeviation(absolute.squares, rows);
    errors.targetVariance = varies ? target.squares / static_cast<double>(rows) : 0;
    return errors;
}

}  // namespace prunescope::run
