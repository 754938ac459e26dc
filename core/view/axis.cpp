#include "view/axis.h"

#include "view/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::view {
namespace {

constexpr double rounding = 1e-9;
constexpr double leastRatio = 2;  ///< between the ends of a logarithmic axis
constexpr double mostTicks = 1000;

/// A range with a length, whose ends and multiples of steps stay finite.
Range usable(Range range) {
    constexpr double largest = 1e300;
    if (!std::isfinite(range.from) || !std::isfinite(range.to)) return {0, 1};
    range = {std::clamp(range.from, -largest, largest), std::clamp(range.to, -largest, largest)};
    const double span = range.to - range.from;
    const double size = std::max(std::abs(range.from), std::abs(range.to));
    if (span > size * 1e-12 && span > 1e-300) return range;
    if (size == 0) return {0, 1};
    return {range.from - 0.5 * size, range.from + 0.5 * size};
}

/// The same for powers of ten.
Range usableDecades(Range range) {
    const bool isAboveZero = range.from > 0 && std::isfinite(range.from) && std::isfinite(range.to);
    if (!isAboveZero) return {1, 10};
    const double from = std::clamp(range.from, 1e-300, 1e299);
    return {from, std::clamp(range.to, from, 1e300)};
}

/// The nearest of 1, 2 and 5 times a power of ten that is not above (below) the value.
double roundDown(double value) {
    const double power = std::pow(10, std::floor(std::log10(value) + rounding));
    const double rest = value / power * (1 + rounding);
    return power * (rest >= 5 ? 5 : rest >= 2 ? 2 : 1);
}
double roundUp(double value) {
    const double power = std::pow(10, std::floor(std::log10(value) + rounding));
    const double rest = value / power * (1 - rounding);
    return power * (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10);
}

}  // namespace

double niceStep(double span, double most) {
    return roundUp(std::max(span, 1e-300) / std::clamp(most, 1.0, mostTicks));
}

Axis Axis::around(AxisKind kind, Range range, double most) {
    if (kind == AxisKind::logarithmic) {
        Axis axis(kind, usableDecades(range));
        axis.makeDecades(most);
        return axis;
    }
    Axis axis(kind, usable(range));
    const double step = niceStep(axis.range_.to - axis.range_.from, most);
    axis.range_ = {step * std::floor(axis.range_.from / step + rounding),
                   step * std::ceil(axis.range_.to / step - rounding)};
    axis.makeTicks(step);
    return axis;
}

Axis Axis::within(AxisKind kind, Range range, double most) {
    Axis axis(kind, usable(range));
    axis.makeTicks(niceStep(axis.range_.to - axis.range_.from, most));
    return axis;
}

void Axis::makeTicks(double step) {
    constexpr double longest = 1e9;
    constexpr double slack = 1e-6;
    const double last = range_.to / step + slack;
    for (double k = std::ceil(range_.from / step - slack); k <= last; ++k) {
        ticks_.push_back(k == 0 ? 0 : k * step);
        isLong_ = isLong_ || std::abs(ticks_.back() * unit()) >= longest;
    }
    decimals_ = std::clamp(static_cast<int>(-std::floor(std::log10(step * unit()) + rounding)), 0, 9);
}

void Axis::makeDecades(double most) {
    range_.from = roundDown(range_.from);
    range_.to = std::max(roundUp(range_.to), range_.from * leastRatio);
    const double decades = std::log10(range_.to / range_.from);
    const auto every = static_cast<int>(std::max(1.0, std::ceil(decades / std::max(most, 1.0))));
    const bool fine = 3 * decades <= most;
    const auto first = static_cast<int>(std::floor(std::log10(range_.from) + rounding));
    const auto last = static_cast<int>(std::ceil(std::log10(range_.to) - rounding));
    for (int decade = first; decade <= last; decade += every) {
        for (const double part : {1.0, 2.0, 5.0}) {
            const double tick = part * std::pow(10, decade);
            const bool inside = tick >= range_.from * (1 - rounding) && tick <= range_.to * (1 + rounding);
            if (inside && (fine || part == 1)) ticks_.push_back(tick);
        }
    }
    if (ticks_.empty()) ticks_ = {range_.from, range_.to};
}

double Axis::fractionOf(double value) const {
    if (kind_ == AxisKind::logarithmic)
        return std::log(value / range_.from) / std::log(range_.to / range_.from);
    return (value - range_.from) / (range_.to - range_.from);
}

std::string Axis::textOf(double tick) const {
    // A million is written out; what needs more digits is written with an exponent.
    if (kind_ == AxisKind::logarithmic)
        return tick >= 1 && tick < 1e7 ? countText(std::llround(tick)) : fmt::format("{:.6g}", tick);
    const double value = tick * unit();
    const std::string digits = isLong_          ? fmt::format("{:.4g}", value)
                               : decimals_ == 0 ? countText(std::llround(value))
                                                : fmt::format("{:.{}f}", value, decimals_);
    return kind_ == AxisKind::percent ? digits + "\u00A0%" : digits;
}

}  // namespace prunescope::view
