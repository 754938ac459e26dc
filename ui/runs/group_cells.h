#pragma once

#include "ui/runs/run_cells.h"

#include <vector>

namespace prunescope::ui {

class RunsModel;

/// What the row of a group shows: of what is measured the mean of its finished runs with deviation and
/// number, of everything else what its runs have in common, or the few values that they have. It is
/// sorted by means.
RunCells cellsOfGroup(const RunsModel& model, const std::vector<int>& members);

}  // namespace prunescope::ui
