#include "ui/charts/y_range.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr YRange::Range widestInPercent{-5, 105};
constexpr double leastPoints = 0.1;          ///< of an axis in per cent
constexpr double leastDecades = 1;           ///< of a logarithmic axis: a shorter one may be without a label
constexpr double leastPart = 1e-4;           ///< of the largest magnitude: labels have six digits
constexpr YRange::Range decades{-300, 300};  ///< that can be computed with
constexpr YRange::Range numbers{-1e300, 1e300};

/// What holds both.
YRange::Range hull(const YRange::Range& one, const YRange::Range& other) {
    return {std::min(one.first, other.first), std::max(one.second, other.second)};
}

YRange::Range lengthened(const YRange::Range& range, const YRange::Range& most) {
    const double length = range.second - range.first;
    return {std::max(most.first, range.first - length), std::min(most.second, range.second + length)};
}

YRange::Range inDecades(const YRange::Range& range) {
    return {std::log10(range.first), std::log10(range.second)};
}

}  // namespace

/// What is shown already may lie further out, when the values came nearer since: it does not leap.
YRange::YRange(view::AxisKind kind, const Range& shown, const Range& fitted)
    : kind_(kind), shown_(shown), outermost_(shown), least_(leastPoints) {
    switch (kind) {
        case view::AxisKind::percent:
            outermost_ = hull(shown_, hull(fitted, widestInPercent));
            break;
        case view::AxisKind::logarithmic:
            shown_ = inDecades(shown);
            outermost_ = hull(shown_, lengthened(inDecades(fitted), decades));
            least_ = leastDecades;
            break;
        case view::AxisKind::plain:
            outermost_ = hull(shown_, lengthened(fitted, numbers));
            least_ = leastPart * std::max(std::abs(fitted.first), std::abs(fitted.second));
            break;
    }
}

YRange::Range YRange::from(double begin, double length) const {
    begin = std::clamp(begin, outermost_.first, std::max(outermost_.first, outermost_.second - length));
    const Range range{begin, begin + length};
    if (kind_ != view::AxisKind::logarithmic) return range;
    return {std::pow(10, range.first), std::pow(10, range.second)};
}

YRange::Range YRange::moved(double share) const {
    return from(shown_.first + share * length(), length());
}

YRange::Range YRange::zoomed(double place, double factor) const {
    const double longest = outermost_.second - outermost_.first;
    const double wanted = std::clamp(factor * length(), std::min(least_, length()), longest);
    return from(shown_.first + place * (length() - wanted), wanted);
}

}  // namespace prunescope::ui
