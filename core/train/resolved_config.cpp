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

/// The network that is described in a configuration, under its own name.
nn::Graph describedNetwork(const run::RunConfig& config) {
    nn::Graph graph = describedGraph(config.graph);
    const std::string name = nn::nameByContent(graph);
    if (config.model == name) return graph;
    throw UsageError(
        "model",
        Text::of("'{}' is not the network that is described as 'graph', which is '{}'", config.model, name),
        Text::of("Leave 'graph' out, or name it as 'model'."));
}

/// A network from a file becomes part of the configuration and is called by what it is: the file may be gone
/// or changed when the run is looked at again. Gives the weights that the run starts from.
StartingWeights takeInNetwork(run::RunConfig& config) {
    const bool named = config.graph.is_null();
    if (named && !run::namesNetworkFile(config.model)) return resolveStart(config, nullptr);
    const NetworkOfFile network =
        named ? readFromFile(config.model) : NetworkOfFile{describedNetwork(config), nullptr};
    StartingWeights weights = resolveStart(config, network.weights);
    config.graph = nn::graphToJson(network.graph);
    config.model = nn::nameByContent(network.graph);
    return weights;
}

}  // namespace

run::RunConfig checkedWithoutFiles(run::RunConfig config) {
    completeOptions(config);
    if (!config.graph.is_null()) describedNetwork(config);
    // Whatever the schedule's defaults say.
    if (!prune::prunes(config.method)) config.schedule = {.shape = "constant", .initial = 0, .target = 0};
    run::validateConfig(config);
    expectClassWeights(config.classWeights);
    // Options that are each allowed may contradict one another: who is made from them says so.
    optim::makeOptimizer(config.optimizer, {});
    [[maybe_unused]] const optim::LearningRate rate(config.learningRate, config.optimizer.learningRate, 1, 1);
    return config;
}

ResolvedConfig::ResolvedConfig(run::RunConfig config) : config_(checkedWithoutFiles(std::move(config))) {
    weights_ = takeInNetwork(config_);
}

}  // namespace prunescope::train
