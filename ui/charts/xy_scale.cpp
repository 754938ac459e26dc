#include "ui/charts/xy_scale.h"

#include "ui/charts/axis_scale.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double rounding = 1e-9;
constexpr double leastRatio = 2;  ///< between the ends of a logarithmic axis

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

XyScale::XyScale(XyKind kind, double low, double high, double parts) : kind_(kind), from_(low), to_(high) {
    if (kind_ == XyKind::logarithmic) {
        makeDecades(parts);
    } else {
        makeTicks(parts);
    }
}

void XyScale::makeTicks(double parts) {
    const double step = niceStep(std::max(to_ - from_, rounding), parts);
    from_ = step * std::floor(from_ / step + rounding);
    to_ = step * std::max(std::ceil(to_ / step - rounding), std::floor(from_ / step) + 1);
    for (double k = std::round(from_ / step); k * step <= to_ + rounding * step; ++k)
        ticks_.push_back(k * step);
}

void XyScale::makeDecades(double parts) {
    from_ = roundDown(from_);
    to_ = std::max(roundUp(to_), from_ * leastRatio);
    const double decades = std::log10(to_ / from_);
    const auto every = static_cast<int>(std::max(1.0, std::ceil(decades / std::max(parts, 1.0))));
    const bool fine = 3 * decades <= parts;
    const auto first = static_cast<int>(std::floor(std::log10(from_) + rounding));
    const auto last = static_cast<int>(std::ceil(std::log10(to_) - rounding));
    for (int decade = first; decade <= last; decade += every) {
        for (const double part : {1.0, 2.0, 5.0}) {
            const double tick = part * std::pow(10, decade);
            const bool inside = tick >= from_ * (1 - rounding) && tick <= to_ * (1 + rounding);
            if (inside && (fine || part == 1)) ticks_.push_back(tick);
        }
    }
    if (ticks_.empty()) ticks_ = {from_, to_};
}

double XyScale::shareOf(double value) const {
    if (kind_ == XyKind::logarithmic) return std::log(value / from_) / std::log(to_ / from_);
    return (value - from_) / (to_ - from_);
}

QString XyScale::textOf(double value) const {
    if (kind_ == XyKind::percent) return QStringLiteral("%1 %").arg(100 * value, 0, 'g', 4);
    // Six digits, so that a million is not written with an exponent before it must be.
    return QString::number(value, 'g', 6);
}

}  // namespace prunescope::ui
