#pragma once

#include "run/records.h"

namespace prunescope::train {

/// The program and the machine it runs on. `threads` and `startedMs` are for the caller to fill in.
run::Provenance currentProvenance();

}  // namespace prunescope::train
