#pragma once

#include "base/text.h"
#include "ui/charts/xy_plot.h"
#include "ui/runs/run_comparison.h"
#include "ui/runs/scatter_axis.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {

/// What a measured run has on the axis; nothing for a run that cannot stand over it.
std::optional<double> placeOf(const RunComparison::Member& member, ScatterAxis axis);

/// How many runs stand over the axis.
std::size_t placed(const RunComparison& comparison, ScatterAxis axis);

/// Members that no other surpasses in both test accuracy and what the axis says; none while the runs are of
/// several data sets, whose accuracies are no measure of each other.
std::vector<std::size_t> frontOf(const RunComparison& comparison, ScatterAxis axis);

/// A point for each of these runs in the colour of its family, a diamond with its spread for each group of
/// several seeds, and the Pareto front.
std::vector<XySeries> scatterSeries(const RunComparison& comparison, ScatterAxis axis, const Theme& theme);

/// The groups at the place of the axis where most of them meet: indices of `RunComparison::groups`.
std::vector<std::size_t> meetingGroups(const RunComparison& comparison, ScatterAxis axis);

/// What tells the groups that meet apart, see `view::comparisonText`.
Text meetingText(const RunComparison& comparison, ScatterAxis axis, const std::vector<std::size_t>& groups);

/// The runs of the picture, one a line, with every digit.
std::string scatterCsv(const RunComparison& comparison, ScatterAxis axis);

}  // namespace prunescope::ui
