#include "optim/optimizers.h"

namespace prunescope::optim {

/// A new optimizer is one file and one line here.
Registry<OptimizerEntry>& optimizers() {
    static Registry<OptimizerEntry> all("unknown optimizer '{}'", "optimizer.name", {sgd(), adamw()});
    return all;
}

std::unique_ptr<Optimizer> makeOptimizer(const run::OptimizerConfig& config,
                                         const std::vector<FloatParameter*>& parameters) {
    const OptimizerEntry& entry = optimizers().get(config.name);
    run::OptimizerConfig complete = config;
    complete.options = run::completedOptions(entry.description, {.prefix = "optimizer", .field = "optimizer"},
                                             config.options);
    return entry.make(complete, parameters);
}

}  // namespace prunescope::optim
