// Every operation of a graph computes when deployed what it does in the trained network, on random shapes.

#include "deployed.h"
#include "infer/engine.h"
#include "nn/activation_layers.h"
#include "nn/graph_builder.h"
#include "nn/pair_layers.h"
#include "nn/shortcut.h"
#include "nn/simple_layers.h"
#include "nn/zero_pad.h"

#include <gtest/gtest.h>

#include <cctype>
#include <cmath>
#include <ostream>

namespace prunescope::infer {
namespace {

using nn::ActivationFunction;
using nn::ActivationOperation;
using nn::ConvolutionOptions;
using nn::GraphBuilder;
using nn::TensorIndex;
using Kind = ActivationFunction::Kind;

/// Something that stands between a convolution of six channels and a dense layer.
struct OperationCase {
    std::string name;
    void (*add)(GraphBuilder& net);
};

std::ostream& operator<<(std::ostream& out, const OperationCase& c) {
    return out << c.name;
}

void activate(GraphBuilder& net, const ActivationFunction& function) {
    net.add("function", std::make_shared<ActivationOperation>(function));
}

/// Squeeze and excitation: the plane's mean decides how much of each channel passes.
void exciteChannels(GraphBuilder& net) {
    const TensorIndex planes = net.here();
    net.globalAveragePool().convolution("squeeze", {3, 1, 1, 0, true}).relu();
    net.convolution("excite", {6, 1, 1, 0, true});
    activate(net, {.kind = Kind::hardSigmoid});
    const TensorIndex weights = net.here();
    net.from(planes).combine(std::make_shared<nn::MultiplyOperation>(), weights);
}

void multiplyBranches(GraphBuilder& net) {
    const TensorIndex in = net.here();
    net.convolution("gate", {6, 3, 1, 1, true});
    activate(net, {.kind = Kind::sigmoid});
    net.combine(std::make_shared<nn::MultiplyOperation>(), in).relu();
}

void concatenateBranches(GraphBuilder& net) {
    const TensorIndex in = net.here();
    const TensorIndex wide = net.convolution("wide", {4, 3, 1, 2, true, 2}).relu().here();
    net.from(in).convolution("narrow", {3, 1, 1, 0, true});
    net.combine(std::make_shared<nn::ConcatOperation>(), wide).batchNorm("bn").relu();
}

const std::vector<OperationCase>& operationCases() {
    static const std::vector<OperationCase> cases{
        {"dilation",
         [](GraphBuilder& net) {
             net.convolution("c", {5, 3, 1, 2, true, 2}).relu();
         }},
        {"dilation with a stride",
         [](GraphBuilder& net) {
             net.convolution("c", {5, 2, 2, 1, true, 3});
         }},
        {"row kernel",
         [](GraphBuilder& net) {
             net.convolution("c", {.outputs = 5, .kernel = {1, 4}, .padding = {0, 2}}).relu();
         }},
        {"column kernel",
         [](GraphBuilder& net) {
             net.convolution("c", {.outputs = 5, .kernel = {4, 1}, .padding = {2, 0}}).relu();
         }},
        {"another stride for columns",
         [](GraphBuilder& net) {
             net.convolution(
                 "c", {.outputs = 6, .kernel = {2, 3}, .stride = {1, 2}, .padding = {0, 1}, .groups = 3});
         }},
        {"another stride for rows and another dilation",
         [](GraphBuilder& net) {
             net.convolution(
                 "c",
                 {.outputs = 5, .kernel = {2, 2}, .stride = {3, 1}, .padding = {1, 2}, .dilation = {2, 3}});
         }},
        {"two groups",
         [](GraphBuilder& net) {
             net.convolution("c", {8, 3, 1, 1, false, 1, 2}).relu();
         }},
        {"groups without padding",
         [](GraphBuilder& net) {
             net.convolution("c", {9, 2, 1, 0, true, 1, 3});
         }},
        {"depthwise",
         [](GraphBuilder& net) {
             net.convolution("c", {6, 3, 1, 1, true, 1, 6}).relu6();
         }},
        {"depthwise that multiplies",
         [](GraphBuilder& net) {
             net.convolution("c", {12, 3, 2, 1, false, 1, 6}).batchNorm("bn").relu6();
             net.convolution("d", {4, 1, 1, 0, true});
         }},
        {"depthwise with a sum",
         [](GraphBuilder& net) {
             const TensorIndex in = net.here();
             net.convolution("c", {6, 3, 1, 1, true, 1, 6}).plus(in).relu();
         }},
        {"clip", [](GraphBuilder& net) { activate(net, {.kind = Kind::clip, .low = -0.3, .high = 0.4}); }},
        {"clip behind a pool",
         [](GraphBuilder& net) {
             net.maxPool({2, 2});
             activate(net, {.kind = Kind::clip, .low = 0, .high = 0.4});
         }},
        {"leaky relu", [](GraphBuilder& net) { activate(net, {.kind = Kind::leakyRelu, .slope = 0.1}); }},
        {"sigmoid", [](GraphBuilder& net) { activate(net, {.kind = Kind::sigmoid}); }},
        {"tanh", [](GraphBuilder& net) { activate(net, {.kind = Kind::tanh}); }},
        {"hard sigmoid", [](GraphBuilder& net) { activate(net, {.kind = Kind::hardSigmoid}); }},
        {"hard swish", [](GraphBuilder& net) { activate(net, {.kind = Kind::hardSwish}); }},
        {"multiply", multiplyBranches},
        {"multiply by channel", exciteChannels},
        {"concat", concatenateBranches},
        {"global max pool",
         [](GraphBuilder& net) { net.add("p", std::make_shared<nn::GlobalMaxPoolOperation>()); }},
        {"average pool",
         [](GraphBuilder& net) {
             net.averagePool({2, 1});
         }},
        {"padded max pool",
         [](GraphBuilder& net) {
             net.maxPool({.window = {3, 4}, .stride = {2, 3}, .padding = {1, 2}, .ceil = true});
         }},
        {"padded average pool",
         [](GraphBuilder& net) {
             net.averagePool({.window = 3, .stride = {1, 3}, .padding = {2, 1}, .ceil = true});
         }},
        {"average pool that counts its padding",
         [](GraphBuilder& net) {
             net.averagePool(
                 {.window = {2, 4}, .stride = 3, .padding = {1, 2}, .ceil = true, .countPadding = true});
         }},
        {"zero pad",
         [](GraphBuilder& net) {
             net.add("pad",
                     std::make_shared<nn::ZeroPadOperation>(nn::Margins{.top = 2, .left = 1, .right = 3}));
             net.convolution("c", {5, 3, 2, 0, true}).relu();
         }},
        {"subsample",
         [](GraphBuilder& net) { net.add("s", std::make_shared<nn::SubsampleOperation>(9, 2)); }},
        {"dropout", [](GraphBuilder& net) { net.dropout(0.5); }},
        {"convolution that strides over all", [](GraphBuilder& net) {
             net.convolution("c", {5, 3, 63, 0, true}).relu();
         }}};
    return cases;
}

class OperationTest : public testing::TestWithParam<OperationCase> {};

nn::Graph graphAround(const OperationCase& operation, const Shape& input) {
    GraphBuilder net(input, "test");
    net.convolution("first", {6, 3, 1, 1, true});
    operation.add(net);
    return net.flatten().dense("last", 4).build();
}

void expectAnswersAlike(const OperationCase& operation, const Shape& input, Index batch, double pruned) {
    SCOPED_TRACE(testing::Message() << input.channels << "x" << input.height << "x" << input.width
                                    << ", batch " << batch << ", pruned " << pruned);
    nn::Network<double> network(graphAround(operation, input), batch);
    trainAndPrune(network, pruned);
    const std::vector<float> images = randomImages(input, batch);
    const std::vector<double> expected = answersOf(network, images);
    double scale = 1;
    for (const double value : expected) scale = std::max(scale, std::abs(value));
    Engine engine(network.inferenceGraph(), {.batch = batch});
    std::vector<float> results(expected.size(), std::nanf(""));
    // Twice: what the first run left in memory must not show in the second.
    for (int k = 0; k < 2; ++k) {
        engine.run(images, results);
        for (std::size_t i = 0; i < results.size(); ++i)
            ASSERT_NEAR(static_cast<double>(results[i]), expected[i], 2e-5 * scale) << "value " << i;
    }
}

TEST_P(OperationTest, AnswersWhenDeployedAsInTraining) {
    Random random(31, RandomStream::test);
    for (const double pruned : {0.0, 0.6}) {
        for (const Index batch : {1, 3, 17}) {
            const auto extent = [&] { return 4 + static_cast<Index>(random.below(8)); };
            const Shape input{1 + static_cast<Index>(random.below(3)), extent(), extent()};
            expectAnswersAlike(GetParam(), input, batch, pruned);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Operations, OperationTest, testing::ValuesIn(operationCases()),
                         [](const testing::TestParamInfo<OperationCase>& param) {
                             std::string name = param.param.name;
                             std::replace(name.begin(), name.end(), ' ', '_');
                             return name;
                         });

}  // namespace
}  // namespace prunescope::infer
