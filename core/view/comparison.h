#pragma once

#include "base/text.h"
#include "run/quality.h"
#include "view/axis.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// What can be said of the test accuracy, or another figure, of runs beside each other, in words.
namespace prunescope::view {

/// Runs that differ only in the seed.
struct GroupFigures {
    Text name{};
    double accuracy = 0;                ///< mean test accuracy, in [0, 1]; or what `measure` says
    std::optional<double> deviation{};  ///< sample standard deviation over the seeds
    /// Of the test set, where the figure is a share of them.
    std::optional<std::int64_t> images{};
    /// What they are judged by; where it is no accuracy its standard error in one run, and its unit.
    const run::QualityMeasure* measure = &run::mainMeasure(run::Task::classification);
    std::optional<double> error{};
    std::string unit{};
};

/// Where the figure may lie as far as is known: the Wilson interval at 95 % of the mean from the number of
/// test images, which all seeds share, or 1.96 standard errors to either side, of an error in the target's
/// unit not below 0; widened to one standard deviation over the seeds around the mean. Nothing when neither
/// is known.
std::optional<Range> accuracyInterval(const GroupFigures& group);

/// How far apart sparsities are at most that are one: a quarter of a percentage point.
inline constexpr double sparsityReach = 0.0025;

/// The largest set of groups at one place (`reach` apart at most), that with the higher values of two as
/// large. Positions, by value; empty when no two meet. Values that are not finite meet none.
std::vector<std::size_t> meeting(const std::vector<double>& values, double reach = sparsityReach);

/// Where groups meet, as the beginning of a sentence.
Text atSparsity(double sparsity);
Text atBytes(double bytes);
Text atOneImage(double ms);

/// Which of the groups that meet differ from the best of them, and which cannot be told apart from it since
/// the intervals overlap. `place`: where they meet. Empty for less than two groups.
Text comparisonText(const Text& place, std::vector<GroupFigures> groups);

}  // namespace prunescope::view
