#pragma once

#include "ui/charts/chart_series.h"

#include <vector>

namespace prunescope::ui {

class RunModel;

/// What happened in the run on display, as marks of its charts: changes of phase, edits, what went wrong.
std::vector<ChartMark> eventMarks(const RunModel& run);

}  // namespace prunescope::ui
