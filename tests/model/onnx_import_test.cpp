#include "model/onnx_import.h"

#include "base/error.h"
#include "base/sha256.h"
#include "infer/engine.h"
#include "model/network_format.h"
#include "model/onnx_fixtures.h"
#include "model/onnx_import_file.h"
#include "nn/graph_json.h"
#include "support/every_kind.h"
#include "support/trained_model.h"

#include <gmock/gmock.h>

#include <cmath>

namespace prunescope::model {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string onnxBytesOf(const TrainedModel& model) {
    const NetworkFormat& format = networkFormats().get("onnx");
    const nlohmann::json options =
        run::completedOptions(format.description, formatOptions, nlohmann::json::object());
    return format.make(model, options, "net.onnx").front().bytes;
}

std::vector<float> logitsOfGraph(const nn::Graph& graph, const WeightsFile& weights, std::int64_t images) {
    const nn::InferenceGraph deployed = nn::inferenceGraph(graph, [&](const std::string& name) {
        return std::get<std::vector<float>>(weights.find(name)->values);
    });
    infer::Engine engine(deployed, {.batch = images, .sideBySide = true});
    std::vector<float> logits(static_cast<std::size_t>(images * engine.outputs()));
    engine.run(test::randomInputs(graph.inputShape(), images), logits);
    return logits;
}

/// A network with weights that are quickly made, however many there are.
TrainedModel withWeights(nn::Graph graph) {
    const std::string name = graph.name();
    TrainedModel model{.name = name, .graph = std::move(graph), .weights = {}};
    std::uint32_t state = 1;
    for (const nn::Node& node : model.graph.nodes()) {
        for (const nn::ParameterShape& p : node.operation->parameters(node.place.input())) {
            std::vector<float> values(static_cast<std::size_t>(p.size()));
            const float spread = 2.0F / std::sqrt(static_cast<float>(p.size() / p.shape.front()));
            for (float& value : values) {
                state = state * 1664525U + 1013904223U;
                value = spread * (static_cast<float>(state) / 4294967296.0F - 0.5F);
                if (p.suffix == ".running_var") value = 1 + std::abs(value);
            }
            model.weights.tensors.push_back({node.place.name + p.suffix, p.shape, std::move(values)});
        }
    }
    model.weights.metadata = {{"model", name}};
    return model;
}

TrainedModel networkWithWeights(const std::string& name, const kernels::Shape& input) {
    return withWeights(nn::graphOf({.name = name, .input = input, .classes = 10}));
}

void expectNear(const std::vector<float>& found, const std::vector<float>& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        ASSERT_NEAR(found[i], expected[i], 1e-5F * (1 + std::abs(expected[i]))) << "at " << i;
}

TEST(OnnxImport, ReadsBackEveryNetworkThatIsExported) {
    const std::map<std::string, kernels::Shape> networks{
        {"lenet-5", {1, 28, 28}},   {"mlp:12,7", {1, 20, 20}},           {"resnet-8", {3, 16, 16}},
        {"resnet-18", {3, 16, 16}}, {"vgg-16-bn", {3, 32, 32}},          {"mobilenet-v2", {3, 32, 32}},
        {"wrn-10-1", {3, 16, 16}},  {"resnet-8:projection", {1, 20, 20}}};
    for (const auto& [name, input] : networks) {
        SCOPED_TRACE(name);
        const TrainedModel model = networkWithWeights(name, input);
        const OnnxNetwork read = parseOnnxNetwork(onnxBytesOf(model), "net.onnx");
        EXPECT_EQ(read.graph.describe().parameters(), model.graph.describe().parameters());
        EXPECT_EQ(read.graph.describe().macs(), model.graph.describe().macs());
        EXPECT_EQ(run::prunableNames(read.graph.describe()), run::prunableNames(model.graph.describe()));
        expectNear(logitsOfGraph(read.graph, read.weights, 1), logitsOfGraph(model.graph, model.weights, 1));
    }
}

/// `tests/golden/make_onnx_import.py`: most operations in one network, as PyTorch writes them in three ways.
/// Squeeze and excitation repeats what weighs the channels over their planes, since not every runtime does.
TEST(OnnxImport, ReadsBackANetworkOfEveryKind) {
    const TrainedModel model = withWeights(test::graphOfEveryKind({3, 17, 15}));
    const OnnxNetwork read = parseOnnxNetwork(onnxBytesOf(model), "net.onnx");
    EXPECT_EQ(read.graph.countOf("multiply"), model.graph.countOf("multiply"));
    expectNear(logitsOfGraph(read.graph, read.weights, 2), logitsOfGraph(model.graph, model.weights, 2));
}

TEST(OnnxImport, GivesPyTorchsAnswers) {
    const std::filesystem::path golden = std::filesystem::path(PRUNESCOPE_TEST_DATA) / "golden";
    const WeightsFile expected = readWeights(golden / "pytorch_answers.safetensors");
    const auto& images = std::get<std::vector<float>>(expected.find("images")->values);
    for (const char* name : {"folded", "as_written", "opset_16"}) {
        SCOPED_TRACE(name);
        const OnnxNetwork read = readOnnxNetwork(golden / fmt::format("pytorch_{}.onnx", name));
        EXPECT_EQ(read.producer, "pytorch 1.13.0");
        const nn::InferenceGraph deployed = nn::inferenceGraph(read.graph, [&](const std::string& p) {
            return std::get<std::vector<float>>(read.weights.find(p)->values);
        });
        infer::Engine engine(deployed, {.batch = 3, .sideBySide = true});
        std::vector<float> answers(12);
        engine.run(images, answers);
        expectNear(answers, std::get<std::vector<float>>(expected.find("answers")->values));
    }
}

/// Not folded, the layers have PyTorch's names and so the tensors of its state_dict.
TEST(OnnxImport, CallsLayersAsPyTorchDoes) {
    const std::filesystem::path golden = std::filesystem::path(PRUNESCOPE_TEST_DATA) / "golden";
    const WeightsFile expected = readWeights(golden / "pytorch_answers.safetensors");
    const OnnxNetwork read = readOnnxNetwork(golden / "pytorch_as_written.onnx");
    int found = 0;
    for (const NamedTensor& tensor : expected.tensors) {
        if (!tensor.name.starts_with("weights.")) continue;
        const NamedTensor* own = read.weights.find(tensor.name.substr(8));
        if (own == nullptr) continue;
        ++found;
        EXPECT_EQ(own->shape, tensor.shape) << tensor.name;
    }
    EXPECT_EQ(found, 25);
}

TEST(OnnxImport, SaysWhatWroteTheFileAndWhatItHashesTo) {
    const std::string bytes = onnxBytesOf(test::trainedModel("mlp:5", {1, 4, 4}));
    const OnnxNetwork read = parseOnnxNetwork(bytes, "folder/net.onnx");
    EXPECT_THAT(read.producer, HasSubstr("prunescope "));
    ASSERT_EQ(read.files.size(), 1U);
    EXPECT_EQ(read.files.front().name, "net.onnx");
    EXPECT_EQ(read.files.front().sha256, sha256Hex(bytes));
    EXPECT_EQ(read.files.front().bytes, static_cast<std::int64_t>(bytes.size()));
}

TEST(OnnxImport, MakesAGraphThatIsWrittenAndReadAsJson) {
    const OnnxNetwork read =
        parseOnnxNetwork(onnxBytesOf(test::trainedModel("resnet-8", {3, 8, 8})), "net.onnx");
    const nlohmann::json json = nn::graphToJson(read.graph);
    EXPECT_EQ(nn::graphToJson(nn::graphFromJson(json)), json);
}

std::vector<std::string> kindsOf(const nn::Graph& graph) {
    std::vector<std::string> kinds;
    for (const nn::Node& node : graph.nodes()) kinds.emplace_back(node.operation->kind());
    return kinds;
}

TEST(OnnxImport, NamesNodeAndOperationThatIsNotKnown) {
    ModelInTheMaking net;
    net.node("Erf", {"x"}, "error");
    EXPECT_THAT(onnxRefusalOf(net.bytesWithDense("error")),
                AllOf(HasSubstr("net.onnx"), HasSubstr("the error"), HasSubstr("Erf"), HasSubstr("Conv, Div"),
                      HasSubstr("GlobalAveragePool")));
}

TEST(OnnxImport, RepeatsValuesForAProductAlone) {
    ModelInTheMaking net;
    net.array("scales", {4}, {1, 1, 4, 4});
    net.node("Resize", {"x", "", "scales"}, "larger");
    EXPECT_THAT(onnxRefusalOf(net.bytesWithDense("larger")), HasSubstr("changes the size of images"));
    ModelInTheMaking other;
    other.array("scales", {4}, {1, 1, 4, 4});
    other.node("GlobalAveragePool", {"x"}, "means");
    other.node("Resize", {"means", "", "scales"}, "larger");
    EXPECT_THAT(onnxRefusalOf(other.bytesWithDense("larger")),
                HasSubstr("reads values that were repeated, and is no product"));
}

TEST(OnnxImport, TakesTheMeanOfTheInputsIntoALayerOfItsOwn) {
    ModelInTheMaking net;
    net.array("mean", {1, 2, 1, 1}, {1, 2});
    net.array("deviation", {2, 1, 1}, {2, 4});
    net.node("Sub", {"x", "mean"}, "centred");
    net.node("Div", {"centred", "deviation"}, "scaled");
    const OnnxNetwork read = parseOnnxNetwork(net.bytesWithDense("scaled"), "net.onnx");
    EXPECT_EQ(kindsOf(read.graph), (std::vector<std::string>{"convolution", "flatten", "dense"}));
    // (x - 1) / 2 and (x - 2) / 4, and a quarter of the sum of all 32 values.
    const std::string name = read.graph.nodes().front().place.name;
    EXPECT_EQ(std::get<std::vector<float>>(read.weights.find(name + ".weight")->values),
              (std::vector<float>{0.5F, 0.25F}));
    EXPECT_EQ(std::get<std::vector<float>>(read.weights.find(name + ".bias")->values),
              (std::vector<float>{-0.5F, -0.5F}));
}

TEST(OnnxImport, TakesABiasThatIsAddedIntoTheLayerBefore) {
    ModelInTheMaking net;
    net.node("Flatten", {"x"}, "flat");
    net.array("w", {32, 3}, std::vector<float>(96, 0.5F));
    net.array("b", {3}, {1, 2, 3});
    net.node("MatMul", {"flat", "w"}, "product");
    net.node("Add", {"b", "product"}, "logits");
    const OnnxNetwork read = parseOnnxNetwork(net.bytes("logits"), "net.onnx");
    EXPECT_EQ(kindsOf(read.graph), (std::vector<std::string>{"flatten", "dense"}));
    EXPECT_EQ(std::get<std::vector<float>>(read.weights.find("the.product.bias")->values),
              (std::vector<float>{1, 2, 3}));
}

TEST(OnnxImport, KnowsHardSwishAsItIsWrittenOut) {
    ModelInTheMaking net;
    net.array("three", {}, {3});
    net.array("six", {}, {6});
    net.array("zero", {}, {0});
    net.node("Add", {"x", "three"}, "moved");
    net.node("Clip", {"moved", "zero", "six"}, "ramp");
    net.node("Mul", {"x", "ramp"}, "product");
    net.node("Div", {"product", "six"}, "swish");
    const OnnxNetwork read = parseOnnxNetwork(net.bytesWithDense("swish"), "net.onnx");
    EXPECT_EQ(kindsOf(read.graph), (std::vector<std::string>{"hard swish", "flatten", "dense"}));
}

/// Shape, Gather, Unsqueeze, Concat: what PyTorch writes of `x.view(x.size(0), -1)`.
TEST(OnnxImport, ComputesShapesBeforehand) {
    ModelInTheMaking net;
    net.node("Shape", {"x"}, "shape");
    net.array("unused", {1}, {0});
    net.numbers("axes", {0});
    onnx::TensorProto& first = *net.graph().add_initializer();
    first.set_name("first");
    first.set_data_type(onnx::TensorProto::INT64);
    first.add_int64_data(0);
    net.node("Gather", {"shape", "first"}, "images");
    net.node("Unsqueeze", {"images", "axes"}, "list");
    net.numbers("rest", {-1});
    net.node("Concat", {"list", "rest"}, "asked");
    net.node("Reshape", {"x", "asked"}, "vector");
    const OnnxNetwork read = parseOnnxNetwork(net.bytesWithDense("vector"), "net.onnx");
    EXPECT_EQ(kindsOf(read.graph), (std::vector<std::string>{"flatten", "dense"}));
}

TEST(OnnxImport, LeavesOutWhatNobodyReadsAndTheSoftmaxAtTheEnd) {
    ModelInTheMaking net;
    net.node("Sigmoid", {"x"}, "unread");
    net.node("Flatten", {"x"}, "flat");
    net.array("w", {32, 3}, std::vector<float>(96, 0.5F));
    net.node("MatMul", {"flat", "w"}, "product");
    net.node("Softmax", {"product"}, "shares");
    const OnnxNetwork read = parseOnnxNetwork(net.bytes("shares"), "net.onnx");
    EXPECT_EQ(kindsOf(read.graph), (std::vector<std::string>{"flatten", "dense"}));
    net.node("Relu", {"shares"}, "behind");
    net.graph().clear_output();
    EXPECT_THAT(onnxRefusalOf(net.bytes("behind")), HasSubstr("softmax"));
}

TEST(OnnxImport, AsksForTheImagesThatTheFileLeavesOpen) {
    ModelInTheMaking net;
    auto& shape = *net.graph().mutable_input(0)->mutable_type()->mutable_tensor_type()->mutable_shape();
    shape.mutable_dim(2)->set_dim_param("rows");
    const std::string bytes = net.bytesWithDense("x");
    EXPECT_THAT(onnxRefusalOf(bytes), AllOf(HasSubstr("2x?x4"), HasSubstr("net.onnx:3x48x192")));
    EXPECT_EQ(parseOnnxNetwork(bytes, "net.onnx", nn::Shape{2, 4, 4}).graph.inputShape(),
              (nn::Shape{2, 4, 4}));
    EXPECT_THROW(parseOnnxNetwork(bytes, "net.onnx", nn::Shape{3, 4, 4}), UsageError);
}

}  // namespace
}  // namespace prunescope::model
