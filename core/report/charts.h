#pragma once

#include "report/html.h"

#include <string>

/// The pictures of the report as inline SVG. Each is "" when the run has nothing to draw there.
namespace prunescope::report {

/// Accuracy and achieved sparsity on one axis, small, for page one.
std::string overviewChart(const Page& page);
/// Batch accuracy faint, validation as a line, test as points.
std::string accuracyChart(const Page& page);
/// Requested dashed, achieved solid.
std::string sparsityChart(const Page& page);
/// Mean attention over the kept weights of each layer, and the floor.
std::string attentionChart(const Page& page);
/// Weights cut and revived at each mask update, over all layers.
std::string churnChart(const Page& page);
std::string layerSparsityChart(const Page& page);

}  // namespace prunescope::report
