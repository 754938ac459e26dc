#pragma once

#include "optim/optimizer.h"

namespace prunescope::optim {

/// Each is defined in the file of its optimizer.
OptimizerEntry sgd();
OptimizerEntry adamw();

}  // namespace prunescope::optim
