#pragma once

#include "prune/method.h"

namespace prunescope::test {

/// A pruning method that is no part of the program.
prune::MethodEntry toyMethod();

}  // namespace prunescope::test
