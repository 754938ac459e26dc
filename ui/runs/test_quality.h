#pragma once

#include "run/quality.h"
#include "ui/charts/xy_plot.h"

#include <QString>
#include <string>

/// What the pictures of the runs call a figure of the last test. Texts are in the window's language.
namespace prunescope::ui {

/// Over an axis or a row: "Test accuracy", "Test RMSE".
QString testQualityTitle(const run::QualityMeasure& measure);
/// In a sentence: "accuracy", "RMSE".
QString qualityName(const run::QualityMeasure& measure);
/// An axis of it, which says its unit and which way is better. `unit`: of the target; empty for none.
XyAxis testQualityAxis(const run::QualityMeasure& measure, const std::string& unit);

}  // namespace prunescope::ui
