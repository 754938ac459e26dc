#pragma once

#include "base/text.h"
#include "ui/charts/xy_plot.h"
#include "ui/runs/run_comparison.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {

/// Members that no other surpasses in both sparsity and test accuracy; none while the runs are of several
/// data sets, whose accuracies are no measure of each other.
std::vector<std::size_t> frontOf(const RunComparison& comparison);

/// A point for each measured run in the colour of its family, a diamond with its spread for each group of
/// several seeds, and the Pareto front.
std::vector<XySeries> scatterSeries(const RunComparison& comparison, const Theme& theme);

/// The groups at the sparsity where most of them meet: indices of `RunComparison::groups`.
std::vector<std::size_t> meetingGroups(const RunComparison& comparison);

/// How many test images a run was measured on; nothing while that is not known.
using ImagesOf = std::function<std::optional<std::int64_t>(const std::string& runId)>;

/// What tells the groups that meet apart, see `view::comparisonText`.
Text meetingText(const RunComparison& comparison, const std::vector<std::size_t>& groups,
                 const ImagesOf& images);

/// The measured runs, one a line, with every digit.
std::string scatterCsv(const RunComparison& comparison);

}  // namespace prunescope::ui
