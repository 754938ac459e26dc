#pragma once

#include "ui/charts/parallel_plot.h"
#include "ui/runs/run_comparison.h"

#include <QByteArray>
#include <vector>

namespace prunescope::ui {

/// What of a comparison stands in parallel coordinates: an axis for everything in which the measured runs
/// differ but the seed, then sparsity and test accuracy; a line for each of these runs.
struct ParallelFigures {
    std::vector<ParallelAxis> axes;
    std::vector<ParallelLine> lines;
};

ParallelFigures parallelFigures(const RunComparison& comparison, const Theme& theme);

/// A line for each run with what it has on each axis; unknown: an empty cell.
QByteArray parallelCsv(const ParallelFigures& figures);

}  // namespace prunescope::ui
