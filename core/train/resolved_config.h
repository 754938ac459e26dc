#pragma once

#include "run/run_config.h"
#include "train/initial_weights.h"

namespace prunescope::train {

/// The configuration with the options of all that it chooses, as far as it can be checked without opening a
/// file: names, contradictions, and a network that is described in it. Throws `UsageError` with the option
/// that is to blame.
run::RunConfig checkedWithoutFiles(run::RunConfig config);

/// A configuration that a run can be made from, and that is recorded: its options fit together, each option
/// of what it chooses by name has its value, a network from a file is described in it, and with a method that
/// prunes nothing no sparsity is asked for.
class ResolvedConfig {
public:
    /// Throws `UsageError` with the option that is to blame, as far as that shows without the data.
    explicit ResolvedConfig(run::RunConfig config);

    const run::RunConfig& operator*() const { return config_; }
    const run::RunConfig* operator->() const { return &config_; }
    /// The weights that the run starts from, read once: for as long as this or a copy is there.
    const StartingWeights& weights() const { return weights_; }

private:
    run::RunConfig config_;
    StartingWeights weights_;
};

}  // namespace prunescope::train
