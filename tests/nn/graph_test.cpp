// Architectures as data: what a graph refuses, and that its JSON is read as it was written.

#include "base/error.h"
#include "nn/graph_builder.h"
#include "nn/graph_json.h"
#include "nn/shortcut.h"
#include "nn/simple_layers.h"
#include "support/example_networks.h"

#include <gmock/gmock.h>

namespace prunescope::nn {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

TEST(GraphJson, ReadsEveryNetworkOfTheRegistryAsItWasWritten) {
    for (const std::string& name : test::exampleNetworks()) {
        SCOPED_TRACE(name);
        const Graph graph = graphOf({.name = name, .input = {3, 32, 32}, .classes = 7, .dropout = 0.1});
        const Json written = graphToJson(graph);
        const Graph read = readGraph(written.dump(), "test");
        EXPECT_EQ(graphToJson(read), written);
        EXPECT_EQ(read.parameterCount(), graph.parameterCount());
        EXPECT_EQ(read.describe().macs(), graph.describe().macs());
        EXPECT_EQ(read.classes(), 7);
    }
}

TEST(Graph, CountsAsTheNetworkThatIsCompiledFromIt) {
    for (const std::string& name : test::exampleNetworks()) {
        SCOPED_TRACE(name);
        const ModelRequest request{.name = name, .input = {3, 32, 32}, .classes = 7, .capacity = 1};
        const auto network = buildNetwork<float>(request);
        Index all = 0;
        Index prunable = 0;
        for (const auto* p : network.parameters()) {
            all += p->size();
            if (p->role() == ParameterRole::weight) prunable += p->size();
        }
        EXPECT_EQ(graphOf(request).parameterCount(), all);
        EXPECT_EQ(graphOf(request).describe().prunableWeights(), prunable);
    }
}

Json tiny() {
    return Json::parse(R"({"format": "prunescope.graph.1", "name": "tiny", "input": [1, 4, 4], "nodes": [
        {"name": "conv", "kind": "convolution", "inputs": ["input"],
         "attributes": {"outputs": 2, "kernel": 3, "stride": 1, "padding": 1, "bias": true}},
        {"name": "pool", "kind": "global average pool", "inputs": ["conv"], "attributes": {}}]})");
}

std::string refusalOf(const Json& json) {
    try {
        graphFromJson(json);
    } catch (const Error& e) {
        EXPECT_FALSE(e.mend().english().empty());
        return e.what();
    }
    return "read";
}

/// The tiny network with one change.
std::string refusalOf(const char* pointer, const Json& value) {
    Json json = tiny();
    json[Json::json_pointer(pointer)] = value;
    return refusalOf(json);
}

TEST(GraphJson, HasNumbersForColumnsOnlyWhereTheyAreOthers) {
    const Json square = graphToJson(graphFromJson(tiny()));
    EXPECT_EQ(square.at("nodes"), tiny().at("nodes")) << "what is square is written as it ever was";
    Json other = tiny();
    Json& attributes = other["nodes"][0]["attributes"];
    attributes["kernel_columns"] = 2;
    attributes["padding_columns"] = 0;
    attributes["stride_columns"] = 1;  // as for rows, so that nothing need be said of it
    const Graph graph = graphFromJson(other);
    EXPECT_EQ(graph.nodes()[0].output, (Shape{2, 4, 3}));
    EXPECT_EQ(graph.describe().layers[0].weightShape, (std::vector<std::int64_t>{2, 1, 3, 2}));
    EXPECT_EQ(graph.describe().layers[0].macs, 2 * 3 * 2 * 4 * 3);
    attributes.erase("stride_columns");
    EXPECT_EQ(graphToJson(graph).at("nodes")[0].at("attributes"), attributes);
}

TEST(GraphJson, SaysOfPoolsWhatIsNotAsUsual) {
    Json pooled = tiny();
    const Json attributes{{"window", 2},          {"window_columns", 3}, {"stride", 2},
                          {"padding", 1},         {"ceil", true},        {"count_padding", true},
                          {"padding_columns", 2}, {"stride_columns", 1}};
    pooled["nodes"].push_back(
        {{"name", "mean"}, {"kind", "average pool"}, {"inputs", {"conv"}}, {"attributes", attributes}});
    pooled["nodes"][1]["inputs"] = {"mean"};
    std::swap(pooled["nodes"][1], pooled["nodes"][2]);
    const Graph graph = graphFromJson(pooled);
    EXPECT_EQ(graph.nodes()[1].output, (Shape{2, 3, 6}));
    EXPECT_EQ(graphToJson(graph), pooled);
    pooled["nodes"][1]["attributes"] = {{"window", 2}, {"stride", 2}};
    EXPECT_EQ(graphToJson(graphFromJson(pooled)), pooled);
}

TEST(GraphJson, RefusesPaddingThatLeavesAWindowNothingElse) {
    const auto refusalOfPool = [](const Json& attributes) {
        Json pooled = tiny();
        pooled["nodes"][0] = {
            {"name", "conv"}, {"kind", "max pool"}, {"inputs", {"input"}}, {"attributes", attributes}};
        return refusalOf(pooled);
    };
    EXPECT_THAT(refusalOfPool({{"window", 2}, {"stride", 2}, {"padding", 2}}), HasSubstr("the padding of 2"));
    EXPECT_THAT(refusalOfPool({{"window", 3}, {"stride", 2}, {"padding", 1}, {"window_columns", 1}}),
                HasSubstr("the padding of 1 is not below its kernel of 1"));
    EXPECT_THAT(refusalOfPool({{"window", 2}, {"stride", 2}, {"window_columns", 5}}),
                HasSubstr("reads a window of 2 x 5 where 4 x 4 are left"));
    EXPECT_THAT(refusalOfPool({{"window", 2}, {"stride", 2}, {"window_columns", -1}}),
                HasSubstr("window_columns"));
    EXPECT_THAT(refusalOfPool({{"window", 2}, {"stride", 2}, {"count_padding", true}}),
                HasSubstr("count_padding"));
    EXPECT_THAT(refusalOf("/nodes/0/attributes/padding_columns", 3), HasSubstr("the padding of 3"));
}

TEST(GraphJson, SaysWhatIsWrongWithAnObjectFromOutside) {
    EXPECT_EQ(refusalOf(tiny()), "read");
    EXPECT_THAT(refusalOf(Json(3)), HasSubstr("graph: is not an object"));
    EXPECT_THAT(refusalOf("/format", "other"), HasSubstr("graph.format"));
    EXPECT_THAT(refusalOf("/extra", 1), HasSubstr("unknown member 'extra'"));
    EXPECT_THAT(refusalOf("/input", {1, 4}), HasSubstr("graph.input"));
    EXPECT_THAT(refusalOf("/input", {1, 0, 4}), HasSubstr("cannot read images of this size"));
    EXPECT_THAT(refusalOf("/input", {1 << 20, 1 << 20, 1 << 20}), HasSubstr("cannot read images"));
    EXPECT_THAT(refusalOf("/name", ""), HasSubstr("graph.name"));
    EXPECT_THAT(refusalOf("/nodes", Json::array()), HasSubstr("has no node"));
    EXPECT_THAT(refusalOf("/nodes/0/kind", "convolutoin"), HasSubstr("Did you mean 'convolution'"));
    EXPECT_THAT(refusalOf("/nodes/0/name", "input"), HasSubstr("stands for the images"));
    EXPECT_THAT(refusalOf("/nodes/1/name", "conv"), HasSubstr("two nodes of the name 'conv'"));
    EXPECT_THAT(refusalOf("/nodes/0/name", "a\nb"), HasSubstr("graph.nodes[0].name"));
    EXPECT_THAT(refusalOf("/nodes/1/inputs", {"later"}), HasSubstr("names 'later'"));
    EXPECT_THAT(refusalOf("/nodes/1/inputs", {"conv", "conv"}), HasSubstr("has 2 names where 1"));
    EXPECT_THAT(refusalOf("/nodes/1/inputs", {"input"}), HasSubstr("nobody reads what conv makes"));
    EXPECT_THAT(refusalOf("/nodes/1/attributes/size", 1), HasSubstr("has no option 'size'"));
    EXPECT_THAT(refusalOf("/nodes/0/attributes/outputs", 0), HasSubstr("outputs"));
    EXPECT_THAT(refusalOf("/nodes/0/attributes/outputs", 2.5), HasSubstr("outputs"));
    EXPECT_THAT(refusalOf("/nodes/0/attributes/kernel", 9), HasSubstr("does not fit images of this size"));
    EXPECT_THAT(refusalOf("/nodes/0/attributes/padding", 3), HasSubstr("padding"));
    Json incomplete = tiny();
    incomplete["nodes"][0]["attributes"].erase("bias");
    EXPECT_THAT(refusalOf(incomplete), HasSubstr("bias: is missing"));
    Json planes = tiny();
    planes["nodes"].erase(1);
    EXPECT_THAT(refusalOf(planes), HasSubstr("4 x 4 pixels for each class"));
    planes["nodes"][0] = {
        {"name", "drop"}, {"kind", "dropout"}, {"inputs", {"input"}}, {"attributes", {{"rate", 0.5}}}};
    EXPECT_THAT(refusalOf(planes), HasSubstr("has nothing to learn"));
}

TEST(GraphJson, RefusesMoreThanAnyMachineHolds) {
    Json json = tiny();
    json["input"] = {1 << 27, 1, 1};
    json["nodes"] = {
        {{"name", "fc"}, {"kind", "dense"}, {"inputs", {"input"}}, {"attributes", {{"outputs", 100'000}}}}};
    EXPECT_THAT(refusalOf(json), HasSubstr("more parameters than are expected"));
    json = tiny();
    json["input"] = {1, 1 << 14, 1 << 14};
    json["nodes"][0]["attributes"]["outputs"] = 100'000;
    EXPECT_THAT(refusalOf(json), HasSubstr("what conv makes is too large"));
}

TEST(Graph, NamesTheNodeThatDoesNotSuitWhatItReads) {
    const auto refusal = [](const auto& build) -> std::string {
        try {
            build();
        } catch (const UsageError& e) {
            return e.what();
        }
        return "";
    };
    const auto dense = std::make_shared<DenseOperation>(4);
    EXPECT_THAT(refusal([&] {
                    GraphBuilder({1, 3, 3}, "net").add("fc", dense);
                }),
                HasSubstr("net: fc reads planes of 3 x 3, not single values"));
    EXPECT_THAT(refusal([&] {
                    GraphBuilder({1, 3, 3}, "net").flatten().batchNorm("bn");
                }),
                HasSubstr("bn (batch norm) cannot stand right behind a flattening"));
    EXPECT_EQ(refusal([&] {
                  GraphBuilder({1, 3, 3}, "net").flatten().relu().dense("fc", 2).batchNorm("bn");
              }),
              "");
    EXPECT_THAT(refusal([&] {
                    GraphBuilder({8, 4, 4}, "net").add("half", std::make_shared<SubsampleOperation>(4, 2));
                }),
                HasSubstr("half cannot make 4 channels of 8"));
    Graph graph("net", {2, 4, 4});
    const TensorIndex small =
        graph.add("pool", std::make_shared<MaxPoolOperation>(PoolingOptions{}), {Graph::input()});
    EXPECT_THAT(refusal([&] {
                    graph.add("sum", std::make_shared<AddOperation>(), {small, Graph::input()});
                }),
                HasSubstr("sum adds tensors of two shapes"));
}

}  // namespace
}  // namespace prunescope::nn
