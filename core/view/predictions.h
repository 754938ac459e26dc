#pragma once

#include "run/image_answers.h"

#include <array>
#include <vector>

/// What a picture of predictions beside the truth shows.
namespace prunescope::view {

/// Of the predictions of rows whose true values lie side by side; linear between neighbours (type 7 of
/// Hyndman & Fan 1996).
struct PredictionBand {
    double wanted = 0;  ///< mean of the true values
    double low = 0;     ///< 5 % of the predictions lie below
    double median = 0;
    double high = 0;  ///< 5 % lie above
};

/// The rows by their true value, cut into at most `most` groups of as many each, rising. Rows without a
/// finite prediction are left out.
std::vector<PredictionBand> predictionBands(const run::ImageAnswers& answers, std::size_t most);

inline constexpr std::array residualShares{0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0};
/// The quantiles of predicted less wanted at these shares; NaN without a finite one.
std::array<double, residualShares.size()> residualQuantiles(const run::ImageAnswers& answers);

}  // namespace prunescope::view
