#pragma once

#include "train/trainer.h"

#include <string>
#include <string_view>

namespace prunescope::train {

/// All that the trainer's next steps depend on, between two steps, with the configuration and the SHA-256 of
/// the data; see `bytesOfState` for the form.
std::string saveState(Trainer& trainer);

/// Puts a trainer of the same configuration and data to where another was: from here on it gives the same
/// bits. `origin` stands in messages. Throws `Error` for bytes that are damaged, or of another run, with the
/// name of the first thing that does not fit; the trainer is not to be used then.
void restoreState(Trainer& trainer, std::string_view bytes, const std::string& origin);

}  // namespace prunescope::train
