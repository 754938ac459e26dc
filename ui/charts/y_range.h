#pragma once

#include "view/axis.h"

#include <utility>

namespace prunescope::ui {

/// What a y axis shows while a hand moves and zooms it: evenly, or by factors when it is logarithmic.
class YRange {
public:
    using Range = std::pair<double, double>;

    /// `fitted`: what the axis shows when it fits its values. A hand gets beyond that by its length at most;
    /// of an axis in per cent to −5 and 105 %, or as far as the values do.
    YRange(view::AxisKind kind, const Range& shown, const Range& fitted);
    /// Up by a share of its length, as far as it goes.
    Range moved(double share) const;
    /// `factor` times as long. What stands at `place`, from 0 at the bottom to 1 at the top, stays there as
    /// long as that is possible. It gets no shorter than its labels can tell apart, which is a decade of a
    /// logarithmic axis.
    Range zoomed(double place, double factor) const;

private:
    double length() const { return shown_.second - shown_.first; }
    /// A range of this length that begins here, or as near as it may.
    Range from(double begin, double length) const;

    view::AxisKind kind_;
    Range shown_;  ///< in decades when the axis is logarithmic, likewise what follows
    Range outermost_;
    double least_;  ///< length
};

}  // namespace prunescope::ui
