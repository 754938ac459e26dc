#pragma once

#include "speed/report.h"
#include "ui/charts/xy_plot.h"

#include <vector>

namespace prunescope::ui {

class Theme;

/// Times as fast as without pruning, over sparsity: measured as a line with points, what the arithmetic
/// alone promises dashed.
std::vector<XySeries> speedupSeries(const speed::Report& report, const Theme& theme);

/// Inference at every sparsity beneath the machine's roof: billions of operations a second over operations
/// for each byte that is moved.
std::vector<XySeries> rooflineSeries(const speed::Report& report, const Theme& theme);

}  // namespace prunescope::ui
