#include "train/resolved_config.h"

#include "optim/learning_rate.h"
#include "optim/optimizer.h"
#include "prune/method.h"
#include "train/choices.h"
#include "train/class_weights.h"

#include <utility>

namespace prunescope::train {

ResolvedConfig::ResolvedConfig(run::RunConfig config) : config_(std::move(config)) {
    completeOptions(config_);
    // Whatever the schedule's defaults say.
    if (!prune::prunes(config_.method)) config_.schedule = {.shape = "constant", .initial = 0, .target = 0};
    run::validateConfig(config_);
    expectClassWeights(config_.classWeights);
    // Options that are each allowed may contradict one another: who is made from them says so.
    optim::makeOptimizer(config_.optimizer, {});
    optim::LearningRate(config_.learningRate, config_.optimizer.learningRate, 1, 1);
}

}  // namespace prunescope::train
