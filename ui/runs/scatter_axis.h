#pragma once

#include "base/text.h"
#include "run/quality.h"
#include "ui/charts/xy_plot.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace prunescope::store {
struct RunSummary;
}  // namespace prunescope::store

namespace prunescope::ui {

/// What the points of the scatter lie over.
enum class ScatterAxis : std::uint8_t { sparsity, storedBytes, oneImage };

/// What the points lie over, and how high.
struct ScatterAxes {
    ScatterAxis x = ScatterAxis::sparsity;
    const run::QualityMeasure* y = &run::mainMeasure(run::Task::classification);
};

/// One of the horizontal axes. Texts are in the window's language.
struct ScatterMeasure {
    ScatterAxis axis;
    const char* key;  ///< in the settings, and as a file of numbers calls it
    bool lessIsBetter;
    double perUnit;  ///< of the axis: what a value is divided by
    view::AxisKind kind;
    double reach;  ///< groups meet that are so far apart at most, or as `relative` such a fraction
    bool relative;
    std::optional<double> (*value)(const store::RunSummary& run);
    Text (*place)(double value);  ///< see `view::comparisonText`
    QString (*name)();            ///< to choose by
    QString (*axisTitle)();
    QString (*title)(const QString& figure);  ///< of a picture to show to others
    QString (*text)(double value);            ///< as a part of a sentence about a run
    QString (*front)();                       ///< what the Pareto front is
    QString (*apart)();                       ///< that no groups meet
    QString (*left)(const QString& count);    ///< how many runs are left out; null: nobody has to be told
};

/// In the order of `ScatterAxis`.
const std::vector<ScatterMeasure>& scatterMeasures();
const ScatterMeasure& measureOf(ScatterAxis axis);
XyAxis xyAxisOf(ScatterAxis axis);

}  // namespace prunescope::ui
