#pragma once

#include "prune/method.h"

namespace prunescope::prune {

/// Each is defined in the file of its method.
MethodEntry mapMethod();
MethodEntry gmpMethod();
MethodEntry dpfMethod();
MethodEntry denseMethod();

}  // namespace prunescope::prune
