#include "train/resolved_config.h"

#include "base/error.h"
#include "model/network_source.h"
#include "nn/graph_json.h"
#include "nn/network_file.h"
#include "optim/learning_rate.h"
#include "optim/optimizer.h"
#include "prune/method.h"
#include "train/choices.h"
#include "train/class_weights.h"
#include "train/initial_weights.h"

#include <utility>

namespace prunescope::train {
namespace {

nn::Graph graphOf(const run::RunConfig& config) {
    if (config.graph.is_null()) return model::readNetworkNamed(config.model);
    try {
        return nn::graphFromJson(config.graph);
    } catch (const Error& e) {
        throw UsageError(e.where(), e.problem(), e.mend());
    }
}

/// A network from a file becomes part of the configuration and is called by what it is: the file may be gone
/// or changed when the run is looked at again.
void takeInNetwork(run::RunConfig& config) {
    // Only a network that is still a file brings its weights along.
    resolveStart(config,
                 config.graph.is_null() && !run::onnxFileNamed(config.model).empty() ? config.model : "");
    const bool named = config.graph.is_null();
    if (named && !run::namesNetworkFile(config.model)) return;
    const nn::Graph graph = graphOf(config);
    const std::string name = nn::nameByContent(graph);
    if (!named && config.model != name) {
        throw UsageError("model",
                         Text::of("'{}' is not the network that is described as 'graph', which is '{}'",
                                  config.model, name),
                         Text::of("Leave 'graph' out, or name it as 'model'."));
    }
    config.graph = nn::graphToJson(graph);
    config.model = name;
}

}  // namespace

ResolvedConfig::ResolvedConfig(run::RunConfig config) : config_(std::move(config)) {
    completeOptions(config_);
    takeInNetwork(config_);
    // Whatever the schedule's defaults say.
    if (!prune::prunes(config_.method)) config_.schedule = {.shape = "constant", .initial = 0, .target = 0};
    run::validateConfig(config_);
    expectClassWeights(config_.classWeights);
    // Options that are each allowed may contradict one another: who is made from them says so.
    optim::makeOptimizer(config_.optimizer, {});
    optim::LearningRate(config_.learningRate, config_.optimizer.learningRate, 1, 1);
}

}  // namespace prunescope::train
