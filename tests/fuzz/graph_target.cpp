// An architecture from another program's file.

#include "nn/graph_json.h"
#include "support/example_networks.h"
#include "targets.h"

namespace prunescope::fuzz {
namespace {

/// A graph that is accepted reads back as it is written, and its counts do not overflow.
void readArchitecture(std::string_view text) {
    const nn::Graph graph = nn::readGraph(text, "fuzz");
    const nlohmann::json written = nn::graphToJson(graph);
    expect(nn::graphToJson(nn::graphFromJson(written)) == written, "a graph reads back as it was written");
    const run::NetworkDescription network = graph.describe();
    expect(network.parameters() >= 0 && network.parameters() <= graph.parameterCount(),
           "weights are counted");
    expect(network.macs() >= 0, "sums do not overflow");
    expect(graph.classes() >= 1, "there is a class");
    expect(graph.executionOrder().size() == graph.nodes().size(), "every node is run once");
}

std::vector<std::string> architectures() {
    std::vector<std::string> texts;
    for (const std::string& name : test::exampleNetworks()) {
        texts.push_back(
            nn::graphToJson(nn::graphOf({.name = name, .input = {2, 32, 32}, .dropout = 0.5})).dump());
    }
    return texts;
}

}  // namespace

Target graphTarget() {
    return {.name = "graph", .run = answered<readArchitecture>, .seeds = architectures, .longest = 1 << 16};
}

}  // namespace prunescope::fuzz
