#include "view/predictions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace prunescope::view {
namespace {

constexpr double tail = 0.05;

/// Of values that rise.
double quantileOf(std::span<const double> sorted, double share) {
    if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

PredictionBand bandOf(std::span<const std::pair<float, float>> rows) {
    PredictionBand band;
    std::vector<double> predicted;
    for (const auto& [wanted, answer] : rows) {
        band.wanted += static_cast<double>(wanted) / static_cast<double>(rows.size());
        predicted.push_back(static_cast<double>(answer));
    }
    std::sort(predicted.begin(), predicted.end());
    band.low = quantileOf(predicted, tail);
    band.median = quantileOf(predicted, 0.5);
    band.high = quantileOf(predicted, 1 - tail);
    return band;
}

}  // namespace

std::vector<PredictionBand> predictionBands(const run::ImageAnswers& answers, std::size_t most) {
    std::vector<std::pair<float, float>> rows;
    for (std::size_t i = 0; i < answers.wanted.size(); ++i) {
        if (std::isfinite(answers.predicted[i])) rows.emplace_back(answers.wanted[i], answers.predicted[i]);
    }
    std::sort(rows.begin(), rows.end());
    const std::size_t groups = std::min(most, rows.size());
    std::vector<PredictionBand> bands;
    for (std::size_t g = 0; g < groups; ++g) {
        const std::size_t begin = g * rows.size() / groups;
        const std::size_t end = (g + 1) * rows.size() / groups;
        bands.push_back(bandOf(std::span(rows).subspan(begin, end - begin)));
    }
    return bands;
}

std::array<double, residualShares.size()> residualQuantiles(const run::ImageAnswers& answers) {
    std::vector<double> residuals;
    for (std::size_t i = 0; i < answers.wanted.size(); ++i) {
        const double r = static_cast<double>(answers.predicted[i]) - static_cast<double>(answers.wanted[i]);
        if (std::isfinite(r)) residuals.push_back(r);
    }
    std::sort(residuals.begin(), residuals.end());
    std::array<double, residualShares.size()> quantiles{};
    for (std::size_t k = 0; k < quantiles.size(); ++k)
        quantiles[k] = quantileOf(residuals, residualShares[k]);
    return quantiles;
}

}  // namespace prunescope::view
