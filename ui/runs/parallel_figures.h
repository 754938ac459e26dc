#pragma once

#include "ui/charts/parallel_plot.h"
#include "ui/runs/run_comparison.h"

#include <QByteArray>
#include <cstddef>
#include <vector>

namespace prunescope::ui {

/// What of a comparison stands in parallel coordinates: an axis for everything in which the measured runs
/// differ but the seed, then sparsity and the figures of the last test; a line for each of these runs. Of
/// runs for several tasks those of the usual one, see `RunComparison::usualTask`: the others have no such
/// figures.
struct ParallelFigures {
    std::vector<ParallelAxis> axes;
    std::vector<ParallelLine> lines;
    std::size_t leftOut = 0;  ///< measured runs for another task
};

ParallelFigures parallelFigures(const RunComparison& comparison, const Theme& theme);

/// A line for each run with what it has on each axis; unknown: an empty cell.
QByteArray parallelCsv(const ParallelFigures& figures);

}  // namespace prunescope::ui
