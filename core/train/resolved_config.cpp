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

#include <utility>

namespace prunescope::train {
namespace {

nn::Graph describedGraph(const nlohmann::json& description) {
    try {
        return nn::graphFromJson(description);
    } catch (const Error& e) {
        throw UsageError(e.where(), e.problem(), e.mend());
    }
}

/// A network as a file has it; an ONNX file brings weights along, and is read once for both.
struct NetworkOfFile {
    nn::Graph graph;
    StartingWeights weights;
};

NetworkOfFile readFromFile(const std::string& name) {
    if (run::onnxFileNamed(name).empty()) return {model::readNetworkNamed(name), nullptr};
    model::OnnxNetwork network = model::readNamedOnnx(name);
    auto weights = std::make_shared<const model::WeightsSource>(model::weightsSourceOf(network));
    return {std::move(network.graph), std::move(weights)};
}

/// A network from a file becomes part of the configuration and is called by what it is: the file may be gone
/// or changed when the run is looked at again. Gives the weights that the run starts from.
StartingWeights takeInNetwork(run::RunConfig& config) {
    const bool named = config.graph.is_null();
    if (named && !run::namesNetworkFile(config.model)) return resolveStart(config, nullptr);
    const NetworkOfFile network =
        named ? readFromFile(config.model) : NetworkOfFile{describedGraph(config.graph), nullptr};
    const std::string name = nn::nameByContent(network.graph);
    if (!named && config.model != name) {
        throw UsageError("model",
                         Text::of("'{}' is not the network that is described as 'graph', which is '{}'",
                                  config.model, name),
                         Text::of("Leave 'graph' out, or name it as 'model'."));
    }
    StartingWeights weights = resolveStart(config, network.weights);
    config.graph = nn::graphToJson(network.graph);
    config.model = name;
    return weights;
}

}  // namespace

ResolvedConfig::ResolvedConfig(run::RunConfig config) : config_(std::move(config)) {
    completeOptions(config_);
    weights_ = takeInNetwork(config_);
    // Whatever the schedule's defaults say.
    if (!prune::prunes(config_.method)) config_.schedule = {.shape = "constant", .initial = 0, .target = 0};
    run::validateConfig(config_);
    expectClassWeights(config_.classWeights);
    // Options that are each allowed may contradict one another: who is made from them says so.
    optim::makeOptimizer(config_.optimizer, {});
    optim::LearningRate(config_.learningRate, config_.optimizer.learningRate, 1, 1);
}

}  // namespace prunescope::train
