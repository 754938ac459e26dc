#pragma once

#include "base/text.h"
#include "run/spread.h"
#include "ui/charts/xy_plot.h"
#include "ui/runs/run_comparison.h"
#include "ui/runs/scatter_axis.h"
#include "view/min_max.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {

/// What a measured run has on both axes, in their own units; nothing for a run that has not both.
std::optional<view::Point> placeOf(const RunComparison::Member& member, const ScatterAxes& axes);

/// The runs that stand in the picture.
std::vector<const RunComparison::Member*> placed(const RunComparison& comparison, const ScatterAxes& axes);

/// How many measured runs do not since they have no figure on an axis: over it, and of those that have one
/// there, below it.
struct LeftOut {
    std::size_t height = 0;
    std::size_t place = 0;
};
LeftOut leftOut(const RunComparison& comparison, const ScatterAxes& axes);

/// Members that no other surpasses in what both axes say; none while their figures are no measure of each
/// other, see `RunComparison::areComparable`.
std::vector<std::size_t> frontOf(const RunComparison& comparison, const ScatterAxes& axes);

/// The border of what the runs on the front reach, in units of the axes.
std::vector<view::Point> frontSteps(const RunComparison& comparison, const ScatterAxes& axes);

/// What is measured in a group; nothing where none of its runs stands in the picture.
struct MeasuredGroup {
    run::Spread place;
    run::Spread figure;
};
std::optional<MeasuredGroup> measuredOf(const RunComparison& comparison, const ScatterAxes& axes,
                                        const store::RunGroup& group);

/// A point for each of these runs in the colour of its family, a diamond with its spread for each group of
/// several seeds, and the Pareto front.
std::vector<XySeries> scatterSeries(const RunComparison& comparison, const ScatterAxes& axes,
                                    const Theme& theme);

/// The groups at the place of the horizontal axis where most of them meet: indices of
/// `RunComparison::groups`.
std::vector<std::size_t> meetingGroups(const RunComparison& comparison, const ScatterAxes& axes);

/// What tells the groups that meet apart, see `view::comparisonText`.
Text meetingText(const RunComparison& comparison, const ScatterAxes& axes,
                 const std::vector<std::size_t>& groups);

/// The runs of the picture, one a line, with every digit.
std::string scatterCsv(const RunComparison& comparison, const ScatterAxes& axes);

}  // namespace prunescope::ui
