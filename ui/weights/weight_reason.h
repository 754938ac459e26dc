#pragma once

#include "session/snapshot.h"

#include <QString>

namespace prunescope::ui {

class RunModel;

/// Why a weight is pruned or kept, in one or two sentences that hold whatever the run and the record know:
/// its place among those that it is ranked with, how many of them are kept, and the sparsity at which that
/// would change. Where weights have moved since the masks were chosen, that is said instead of a reason.
QString weightReason(const session::WeightDetail& detail, const RunModel& run);

}  // namespace prunescope::ui
