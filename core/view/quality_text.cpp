#include "view/quality_text.h"

#include "view/number_text.h"
#include "view/wilson.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::view {
namespace {

constexpr int digitsOfErrors = 4;
constexpr int decimalsOfPlain = 4;
constexpr int decimalsOfPoints = 2;

std::string withUnit(const std::string& number, const std::string& unit) {
    return unit.empty() ? number : number + "\u00A0" + unit;
}

std::string signedText(double value, const std::string& digits) {
    return (value < 0 ? "\u2212" : value > 0 ? "+" : "\u00B1") + digits;
}

}  // namespace

std::string qualityText(const run::QualityMeasure& measure, double value, const std::string& unit) {
    if (!std::isfinite(value)) return std::string(missing);
    switch (measure.unit) {
        case run::QualityUnit::share:
            return percentText(value);
        case run::QualityUnit::target:
            return withUnit(significantText(value, digitsOfErrors), unit);
        case run::QualityUnit::plain:
            return decimalText(value, decimalsOfPlain);
    }
    return {};
}

std::string qualityChangeText(const run::QualityMeasure& measure, double from, double to,
                              const std::string& unit) {
    const double change = to - from;
    if (!std::isfinite(change)) return std::string(missing);
    if (measure.unit == run::QualityUnit::share)
        return signedText(change, decimalText(std::abs(100 * change), decimalsOfPoints)) + " points";
    return signedText(change, qualityText(measure, std::abs(change), unit));
}

std::string qualityChangeIntervalText(const run::QualityMeasure& measure, Range change) {
    return fmt::format("({},\u00A0{})", qualityChangeText(measure, 0, change.from),
                       qualityChangeText(measure, 0, change.to));
}

std::optional<Range> qualityInterval(const run::QualityMeasure& measure, const run::Evaluation& evaluation) {
    if (evaluation.images() == 0) return std::nullopt;
    const double value = measure.of(evaluation);
    const double error = measure.errorOf(evaluation);
    if (!std::isfinite(value) || !std::isfinite(error)) return std::nullopt;
    if (measure.unit == run::QualityUnit::share) return wilsonInterval(value, evaluation.images());
    return Range{std::max(0.0, value - normalReach * error), value + normalReach * error};
}

AxisKind axisKindOf(const run::QualityMeasure& measure) {
    return measure.unit == run::QualityUnit::share ? AxisKind::percent : AxisKind::plain;
}

std::string titleWithUnit(const std::string& title, const run::QualityMeasure& measure,
                          const std::string& unit) {
    const bool has = measure.unit == run::QualityUnit::target && !unit.empty();
    return has ? fmt::format("{} ({})", title, unit) : title;
}

}  // namespace prunescope::view
