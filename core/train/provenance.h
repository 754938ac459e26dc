#pragma once

#include "run/records.h"

namespace prunescope::train {

/// The program and the machine it runs on. `threads` and `startedMs` are for the caller to fill in.
run::Provenance currentProvenance();

/// What the bits of a run depend on besides its configuration and data, for people: version, compiler and
/// instruction set. Neither the processor's model nor the number of threads changes any.
std::string programOfBits(const run::Provenance& provenance);

}  // namespace prunescope::train
