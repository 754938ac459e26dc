#pragma once

#include <cstdint>
#include <span>

namespace prunescope::run {

/// How far numbers that a network predicted are from those that were wanted, over a whole split; all in the
/// target's own unit or its square. e: predicted less wanted, n: rows.
struct NumberErrors {
    std::int64_t rows = 0;
    double meanSquared = 0;        ///< mean of e^2
    double squaredDeviation = 0;   ///< sample standard deviation of e^2; 0 of a single row
    double meanAbsolute = 0;       ///< mean of |e|
    double absoluteDeviation = 0;  ///< sample standard deviation of |e|; 0 of a single row
    double targetVariance = 0;     ///< mean squared distance of what was wanted from its own mean

    double rmse() const;  ///< sqrt(mean of e^2)
    /// Coefficient of determination, 1 - mean of e^2 / variance of the target (Draper & Smith 1998, section
    /// 1.3): 1 is perfect, 0 as good as always the mean. NaN where the target has a single value.
    double rSquared() const;

    /// Standard errors: of a mean its standard deviation over sqrt(n); of the RMSE that of the mean of e^2 by
    /// the delta method, d sqrt(x) = dx / (2 sqrt(x)); 0 where the RMSE is 0.
    double rmseStandardError() const;
    double meanAbsoluteStandardError() const;

    bool operator==(const NumberErrors&) const = default;
};

/// Of as many predictions as there are targets, summed in their order: the same bits each time.
NumberErrors numberErrorsOf(std::span<const float> wanted, std::span<const float> predicted);

}  // namespace prunescope::run
