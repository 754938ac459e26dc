#pragma once

#include "run/run_config.h"

namespace prunescope::train {

/// A configuration that a run can be made from, and that is recorded: its options fit together, each option
/// of what it chooses by name has its value, a network from a file is described in it, and with a method that
/// prunes nothing no sparsity is asked for.
class ResolvedConfig {
public:
    /// Throws `UsageError` with the option that is to blame, as far as that shows without the data.
    explicit ResolvedConfig(run::RunConfig config);

    const run::RunConfig& operator*() const { return config_; }
    const run::RunConfig* operator->() const { return &config_; }

private:
    run::RunConfig config_;
};

}  // namespace prunescope::train
