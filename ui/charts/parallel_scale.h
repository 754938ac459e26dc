#pragma once

#include "view/axis.h"

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

namespace prunescope::ui {

/// One axis of parallel coordinates.
struct ParallelAxis {
    QString title{};
    view::AxisKind kind = view::AxisKind::plain;  ///< of numbers; logarithmic: of those above zero
    QStringList categories{};   ///< not empty: values are places in this list, from the bottom up
    bool startsTurned = false;  ///< upside down until somebody turns it
};

/// How values lie on such an axis, from 0 at its bottom to 1 at its top.
class ParallelScale {
public:
    struct Tick {
        double fraction = 0;
        QString text;
    };
    /// `values`: what the axis has to hold, NaN where unknown; `most`: as many ticks as there is room for.
    ParallelScale(const ParallelAxis& axis, const std::vector<double>& values, double most);

    /// NaN for an unknown value.
    double fractionOf(double value) const;
    const std::vector<Tick>& ticks() const { return ticks_; }
    /// What lies between two fractions, in words: "0.5 to 2", "map, gmp".
    QString rangeText(const std::pair<double, double>& fractions) const;

private:
    QString valueText(double fraction) const;

    QStringList categories_;
    view::AxisKind kind_;
    view::Axis axis_;
    std::vector<Tick> ticks_;
};

}  // namespace prunescope::ui
