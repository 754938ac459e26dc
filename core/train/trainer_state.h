#pragma once

#include "train/trainer.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

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

/// A saved state of another run, for one that begins with it.
struct ForeignState {
    std::string_view bytes;
    std::string origin;  ///< stands in messages
    /// As the other run was started.
    const run::RunConfig& config;
};

/// Puts a trainer that has taken no step, of the same network and data, to where another run was: weights,
/// masks and the place in the data; and of optimizer, schedule and method what the two have in common, but
/// for what `leftOut` names by the starts of the names that are visited. Throws `Error` as `restoreState`
/// does.
void beginWith(Trainer& trainer, const ForeignState& state, std::vector<std::string> leftOut,
               const std::function<void(StateVisitor&)>& visitBeside);

}  // namespace prunescope::train
