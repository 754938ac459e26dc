#include "train/resolved_config.h"

#include "prune/method.h"

#include <utility>

namespace prunescope::train {

ResolvedConfig::ResolvedConfig(run::RunConfig config) : config_(std::move(config)) {
    const prune::MethodEntry& method = prune::methods().get(config_.method);
    config_.methodOptions = prune::completeOptions(method.description, config_.methodOptions);
    // Whatever the schedule's defaults say.
    if (!method.prunes) config_.schedule = {.shape = "constant", .initial = 0, .target = 0};
    run::validateConfig(config_);
}

}  // namespace prunescope::train
