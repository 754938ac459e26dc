#pragma once

#include "run/quality.h"
#include "view/axis.h"

#include <optional>
#include <string>

/// Figures of quality as window, report and terminal write them, and how sure they are.
namespace prunescope::view {

/// "95.00 %", "0.4213 kWh", "0.9312": as the measure's unit says. `unit`: of the target; empty for none.
std::string qualityText(const run::QualityMeasure& measure, double value, const std::string& unit = {});

/// How the second differs, with its sign: "+0.52 points", "−0.012 kWh".
std::string qualityChangeText(const run::QualityMeasure& measure, double from, double to,
                              const std::string& unit = {});

/// "(−0.012, +0.030)": an interval of such a change, which is never broken; without a unit.
std::string qualityChangeIntervalText(const run::QualityMeasure& measure, Range change);

/// Where a figure of an evaluation may lie at 95 %: of an accuracy the Wilson interval; of errors of numbers
/// 1.96 standard errors to either side (see `run::NumberErrors`), not below 0. Nothing where none is known.
std::optional<Range> qualityInterval(const run::QualityMeasure& measure, const run::Evaluation& evaluation);

/// How an axis of the measure counts.
AxisKind axisKindOf(const run::QualityMeasure& measure);
/// "RMSE (kWh)": over an axis or a column.
std::string titleWithUnit(const std::string& title, const run::QualityMeasure& measure,
                          const std::string& unit);

}  // namespace prunescope::view
