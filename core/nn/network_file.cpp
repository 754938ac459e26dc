#include "nn/network_file.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "nn/graph_json.h"
#include "nn/networks.h"
#include "run/run_config.h"

#include <fmt/format.h>

namespace prunescope::nn {
namespace {

constexpr std::uint64_t largestNetworkFile = std::uint64_t{1} << 20U;
constexpr std::size_t digitsOfHash = 8;

std::string shapeText(const Shape& shape) {
    return fmt::format("{}x{}x{}", shape.channels, shape.height, shape.width);
}

/// `"key": value`
std::string member(const nlohmann::json& object, const char* key) {
    return fmt::format("\"{}\": {}", key, object.at(key).dump());
}

}  // namespace

Graph readNetworkFile(const std::filesystem::path& file, Index parameterLimit) {
    return readGraph(readFile(file, largestNetworkFile), file.string(), parameterLimit);
}

std::string networkFileText(const Graph& graph) {
    const nlohmann::json json = graphToJson(graph);
    std::string text = "{\n";
    for (const char* key : {"format", "name", "input"}) text += "  " + member(json, key) + ",\n";
    constexpr const char* list = "nodes";
    text += fmt::format("  \"{}\": [", list);
    const char* separator = "\n    {";
    for (const nlohmann::json& node : json.at(list)) {
        text += separator;
        for (const char* key : {"name", "kind", "inputs"}) text += member(node, key) + ", ";
        text += member(node, "attributes") + "}";
        separator = ",\n    {";
    }
    return text + "\n  ]\n}\n";
}

std::string nameByContent(const Graph& graph) {
    return fmt::format("{}@{}", graph.name(), sha256Hex(graphToJson(graph).dump()).substr(0, digitsOfHash));
}

void expectFit(const Graph& graph, const ModelRequest& request) {
    if (!(graph.inputShape() == request.input)) {
        throw UsageError("model",
                         Text::of("{} reads images of {}, and the data set has images of {}", graph.name(),
                                  shapeText(graph.inputShape()), shapeText(request.input)),
                         Text::of("Change its 'input', or choose another data set."));
    }
    if (graph.classes() != request.classes) {
        throw UsageError("model",
                         Text::of("{} tells {} classes apart, and the data set has {}", graph.name(),
                                  graph.classes(), request.classes),
                         Text::of("Change the outputs of its last layer, or choose another data set."));
    }
    if (request.dropout > 0) {
        throw UsageError("dropout", Text::of("a network from a file says itself where it drops what"),
                         Text::of("Put a node of the kind dropout into the file."));
    }
}

NetworkEntry networkFileEntry() {
    return {.description = {.name = "FILE.json",
                            .title = "Network from a file",
                            .summary = "A network of your own: a JSON file, as `network` writes one of any "
                                       "network, or FILE.onnx with its weights."},
            .isMeantBy = run::namesNetworkFile,
            .graph = [](const ModelRequest& r) {
                Graph graph = readNetworkFile(r.name, r.mostParameters);
                expectFit(graph, r);
                return graph;
            }};
}

}  // namespace prunescope::nn
