#include "view/axis_scale.h"

#include <algorithm>
#include <cmath>

namespace prunescope::view {
namespace {

constexpr double wholePercent = 100;
constexpr double leastPercentSpan = 2;  ///< half a point, the currency of pruning, is then well seen
constexpr double leastShare = 0.1;      ///< of the largest magnitude that an axis spans
constexpr double crowd = 2;             ///< as many times the ticks that there is room for touch each other
constexpr double roundingError = 1e-9;
constexpr double partsForATick = 2.5;  ///< of fewer a step may be longer than the range

}  // namespace

AxisScale AxisScale::within(AxisKind kind, double from, double to, double parts) {
    AxisScale scale(kind);
    scale.known_ = true;
    scale.from_ = from;
    scale.to_ = to;
    const double decades = scale.length() + roundingError;
    scale.step_ = kind == AxisKind::logarithmic
                      ? std::clamp(std::ceil(scale.length() / parts), 1.0, std::max(1.0, std::floor(decades)))
                      : niceStep(scale.length(), std::max(parts, partsForATick));
    return scale;
}

void AxisScale::follow(double low, double high, double parts) {
    if (!(low <= high) || !std::isfinite(low) || !std::isfinite(high)) return;
    AxisScale fresh(kind_);
    fresh.fit(low, high, parts);
    const bool holds = known_ && low >= from_ && high <= to_ && length() <= crowd * parts * step_;
    if (holds && 2 * fresh.length() >= length()) return;
    *this = fresh;
    known_ = true;
}

double AxisScale::length() const {
    return kind_ == AxisKind::logarithmic ? std::log10(to_ / from_) : to_ - from_;
}

void AxisScale::fitDecades(double low, double high, double parts) {
    const double first = std::floor(std::log10(low) + roundingError);
    const double last = std::max(first + 1, std::ceil(std::log10(high) - roundingError));
    step_ = std::max(1.0, std::ceil((last - first) / std::max(1.0, parts)));
    from_ = std::pow(10, step_ * std::floor(first / step_));
    to_ = std::pow(10, step_ * std::ceil(last / step_));
}

void AxisScale::fit(double low, double high, double parts) {
    if (kind_ == AxisKind::logarithmic) {
        fitDecades(low, high, parts);
        return;
    }
    const bool percent = kind_ == AxisKind::percent;
    const double largest = std::max(std::abs(high), std::abs(low));
    const double least = percent ? leastPercentSpan : largest > 0 ? leastShare * largest : 1;
    // Values that are all the same stand in the middle of something, but not beside numbers below zero.
    const bool positive = low >= 0;
    const double lacking = std::max(0.0, least - (high - low)) / 2;
    low -= lacking;
    high += lacking;
    if (positive && low < 0) {
        high -= low;
        low = 0;
    }
    if (percent && high > wholePercent && high - lacking <= wholePercent) {
        low = std::max(0.0, low - (high - wholePercent));
        high = wholePercent;
    }
    step_ = niceStep(high - low, parts);
    from_ = step_ * std::floor(low / step_ + roundingError);
    to_ = step_ * std::ceil(high / step_ - roundingError);
    if (percent && high <= wholePercent) to_ = std::min(wholePercent, to_);
}

}  // namespace prunescope::view
