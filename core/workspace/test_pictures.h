#pragma once

#include "report/summary.h"

namespace prunescope::workspace {

/// Takes the pictures that a report shows (`report::picturesWanted`) out of the run's data set, where that is
/// still there with the same files; else the input says why there are none. Reads the whole data set, and
/// nothing when no picture is wanted.
void addPictures(report::ReportInput& input);

}  // namespace prunescope::workspace
