#pragma once

#include "train/trainer.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace prunescope::train {

/// What a state has besides the trainer's: what it says of itself, under a name of its own, and its parts.
struct StateBeside {
    nlohmann::json about = nlohmann::json::object();
    std::function<void(StateVisitor&)> visit = [](StateVisitor&) {};
};

/// All that the trainer's next steps depend on, between two steps, with the configuration and the SHA-256 of
/// the data; see `bytesOfState` for the form. How many threads there are, and where the data lie, changes no
/// bit and is not said.
std::string saveState(Trainer& trainer, const StateBeside& beside = {});

/// Puts a trainer of the same configuration and data to where another was: from here on it gives the same
/// bits. `origin` stands in messages. Throws `Error` for bytes that are damaged, or of another run, with the
/// name of the first thing that does not fit; the trainer is not to be used then.
void restoreState(Trainer& trainer, std::string_view bytes, const std::string& origin,
                  const StateBeside& beside = {});

}  // namespace prunescope::train
