#include "cli/words.h"

#include "base/number_text.h"

#include <fmt/format.h>

#include <cmath>

namespace prunescope::cli {

std::string percent(std::optional<double> share, int decimals) {
    return share && std::isfinite(*share) ? percentDigits(*share, decimals) + " %" : unknown;
}

std::string qualityText(const run::QualityMeasure& measure, double value, const std::string& unit) {
    if (!std::isfinite(value)) return unknown;
    switch (measure.unit) {
        case run::QualityUnit::share:
            return percent(value);
        case run::QualityUnit::target:
            return unit.empty() ? fmt::format("{:.4g}", value) : fmt::format("{:.4g} {}", value, unit);
        case run::QualityUnit::plain:
            return fmt::format("{:.4f}", value);
    }
    return unknown;
}

}  // namespace prunescope::cli
