// What a C compiler makes of a generated program answers as the engine does.

#include "base/error.h"
#include "base/random.h"
#include "compiled_network.h"
#include "infer/dead_channels.h"
#include "infer/engine.h"
#include "infer/fold.h"
#include "nn/models.h"
#include "nn/network.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <ostream>

namespace prunescope::csource {
namespace {

using kernels::Index;
using kernels::Shape;
using nn::InferenceGraph;
using nn::TensorIndex;

struct NetworkCase {
    std::string model;
    Shape input;
    double pruned;  ///< share of weights that are 0
    std::string compiler;
    std::string flags;
};

std::ostream& operator<<(std::ostream& out, const NetworkCase& c) {
    return out << c.model << " with " << c.pruned << " pruned, " << c.compiler << " " << c.flags;
}

std::string caseName(const testing::TestParamInfo<NetworkCase>& param) {
    const NetworkCase& c = param.param;
    std::string name = fmt::format("{}_{}_{:.0f}_{}", c.model, c.input.width, 100 * c.pruned, c.flags);
    std::replace_if(
        name.begin(), name.end(), [](unsigned char ch) { return std::isalnum(ch) == 0; }, '_');
    return name;
}

/// Weights drawn, statistics and shifts of batch norm moved from their start, some weights 0, and with them
/// some whole output channels.
void drawAndPrune(nn::Network<float>& network, double pruned) {
    nn::initialise(network, 3);
    Random random(11, RandomStream::weights);
    for (nn::Parameter<float>* p : network.parameters()) {
        for (Index i = 0; i < p->size(); ++i) {
            const double u = random.uniform();
            float& value = p->value()[i];
            switch (p->role()) {
                case nn::ParameterRole::weight:
                    if (u < pruned || (pruned > 0 && i / p->fanIn() % 5 == 1)) value = 0;
                    break;
                case nn::ParameterRole::normScale:
                    value = static_cast<float>(0.5 + u);
                    break;
                case nn::ParameterRole::statistic:
                    value = static_cast<float>(0.2 + u);
                    break;
                default:
                    value = static_cast<float>(u - 0.5);
            }
        }
    }
}

std::vector<float> someImages(const Shape& shape, Index count) {
    Random random(5, RandomStream::augmentation);
    std::vector<float> images(static_cast<std::size_t>(count * shape.size()));
    for (float& value : images) value = static_cast<float>(random.normal());
    return images;
}

InferenceGraph deployedForm(const InferenceGraph& graph) {
    return infer::withoutDeadChannels(infer::folded(graph));
}

Labels plainLabels() {
    return {.name = "net", .header = "net.h", .subject = "A network"};
}

/// Both answer alike for so many images: logits to 1e-5 of the largest, and so the same class.
void expectAnswersOfTheEngine(const InferenceGraph& graph, const CompiledNetwork& compiled) {
    constexpr Index images = 20;
    infer::Engine engine(graph, {.batch = 1, .threads = 1});
    const Shape& shape = engine.inputShape();
    const auto outputs = static_cast<std::size_t>(engine.outputs());
    const std::vector<float> all = someImages(shape, images);
    std::vector<float> expected(outputs);
    std::vector<float> found(outputs, std::nanf(""));
    for (Index n = 0; n < images; ++n) {
        const std::span<const float> image(all.data() + n * shape.size(),
                                           static_cast<std::size_t>(shape.size()));
        engine.run(image, expected);
        const int answer = compiled.predict(image.data(), found.data());
        const auto largest = std::max_element(expected.begin(), expected.end());
        float scale = 0;
        for (const float value : expected) scale = std::max(scale, std::abs(value));
        ASSERT_GT(scale, 0);
        for (std::size_t k = 0; k < outputs; ++k)
            ASSERT_NEAR(found[k], expected[k], 1e-5F * scale) << n << "," << k;
        ASSERT_EQ(answer, largest - expected.begin());
    }
}

class CompiledNetworks : public testing::TestWithParam<NetworkCase> {};

TEST_P(CompiledNetworks, AnswerAsTheEngineDoes) {
    const NetworkCase& c = GetParam();
    auto network = nn::buildNetwork<float>({.name = c.model, .input = c.input, .classes = 10, .capacity = 1});
    drawAndPrune(network, c.pruned);
    const InferenceGraph graph = network.inferenceGraph();
    const CompiledNetwork compiled(cSourceOf(deployedForm(graph), plainLabels()), "net", c.compiler, c.flags);
    expectAnswersOfTheEngine(graph, compiled);
}

INSTANTIATE_TEST_SUITE_P(
    Networks, CompiledNetworks,
    testing::Values(NetworkCase{"lenet-300-100", {1, 28, 28}, 0.95, PRUNESCOPE_CC, "-O2 -march=native"},
                    NetworkCase{"lenet-5", {1, 16, 16}, 0, PRUNESCOPE_CC, "-O2 -march=native"},
                    NetworkCase{"lenet-5", {1, 28, 28}, 0.95, PRUNESCOPE_CC, "-O3 -march=native"},
                    NetworkCase{"lenet-5", {3, 20, 20}, 0.5, PRUNESCOPE_CC, "-Os"},
                    NetworkCase{"resnet-8", {3, 32, 32}, 0, PRUNESCOPE_CC, "-O2 -march=native"},
                    NetworkCase{"resnet-20", {3, 32, 32}, 0.95, PRUNESCOPE_CC, "-O2"},
                    NetworkCase{"resnet-8:projection", {3, 32, 32}, 0.8, PRUNESCOPE_CC, "-Os"},
                    NetworkCase{"resnet-8:projection", {1, 28, 28}, 0, PRUNESCOPE_CC, "-O1"},
                    NetworkCase{"resnet-8", {2, 19, 23}, 0.7, PRUNESCOPE_CC, "-O2 -march=native"},
                    NetworkCase{"mobilenet-v2", {3, 16, 16}, 0.9, PRUNESCOPE_CC, "-O1"},
                    NetworkCase{"mlp:40,20", {1, 9, 7}, 0, PRUNESCOPE_CC, "-O2"},
                    NetworkCase{"mlp:7", {1, 3, 5}, 0.5, PRUNESCOPE_CC, "-O0"}),
    caseName);

/// Values that are drawn, `kept` of them other than 0.
std::vector<float> drawn(Index count, double kept, std::uint64_t seed) {
    Random random(seed, RandomStream::weights);
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values) value = random.uniform() < kept ? static_cast<float>(random.normal()) : 0.0F;
    return values;
}

TensorIndex convolved(InferenceGraph& graph, TensorIndex in, kernels::ConvolutionGeometry g, double kept) {
    g.input = graph.shape(in);
    return graph.convolution(in, g, drawn(g.weights(), kept, 3), drawn(g.outputs, 1, 4));
}

kernels::ConvolutionGeometry squareKernel(Index outputs, Index kernel, Index stride, Index padding) {
    return {.input = {},
            .outputs = outputs,
            .kernelHeight = kernel,
            .kernelWidth = kernel,
            .stride = stride,
            .padding = padding};
}

/// A graph with one kind of node in its middle, and a dense layer at its end.
struct NodeCase {
    const char* name;
    void (*build)(InferenceGraph& graph);
};

std::ostream& operator<<(std::ostream& out, const NodeCase& c) {
    return out << c.name;
}

void classify(InferenceGraph& graph, TensorIndex in) {
    const Index inputs = graph.shape(in).size();
    graph.convolution(in, {.input = {inputs, 1, 1}, .outputs = 4}, drawn(4 * inputs, 1, 9), drawn(4, 1, 10));
}

constexpr TensorIndex image{0};

void addThroughMap(InferenceGraph& graph) {
    const TensorIndex a = convolved(graph, image, squareKernel(5, 3, 1, 1), 0.3);
    const TensorIndex part = graph.sample(image, 1, {0, nn::noChannel, 1, nn::noChannel, 2}, {5, 9, 11});
    classify(graph, graph.relu(graph.sum(a, part)));
}

void poolNegative(InferenceGraph& graph, const kernels::PoolGeometry& geometry, bool largest) {
    // Only negative values: the largest is none of the zeros around.
    const TensorIndex below = graph.affine(graph.relu(image), {-1, -2, -3}, {-0.5F, -0.25F, -1});
    classify(graph, graph.pool(below, geometry, largest));
}

constexpr kernels::PoolGeometry overlapping{.input = {3, 9, 11}, .window = {3, 2}, .stride = 2};

/// Windows that reach outside on every side, on the right and below beyond the padding, too.
constexpr kernels::PoolGeometry outside{
    .input = {3, 9, 11}, .window = {3, 4}, .stride = {3, 2}, .padding = {1, 2}, .ceil = true};

using Function = nn::ActivationFunction::Kind;

/// Over values on both sides of every corner that a function has.
void activated(InferenceGraph& graph, const nn::ActivationFunction& function) {
    const TensorIndex wide = graph.affine(image, {1, 4, 9}, {0, 0.5F, -1});
    classify(graph, graph.activation(wide, function));
}

void padTwoWaysAtOnce(InferenceGraph& graph) {
    const TensorIndex a = graph.relu(convolved(graph, image, squareKernel(4, 1, 1, 0), 1));
    const TensorIndex wide = convolved(graph, a, squareKernel(3, 5, 1, 2), 0.2);
    const TensorIndex narrow = convolved(graph, a, squareKernel(3, 3, 1, 1), 1);
    classify(graph, graph.sum(wide, narrow));
}

const std::vector<NodeCase> nodeCases{
    {"DenseConvolution",
     [](InferenceGraph& g) { classify(g, convolved(g, image, squareKernel(6, 3, 1, 1), 1)); }},
    {"SparseConvolution",
     [](InferenceGraph& g) { classify(g, convolved(g, image, squareKernel(7, 4, 1, 0), 0.1)); }},
    {"PaddedBeyondItsKernel",
     [](InferenceGraph& g) { classify(g, convolved(g, image, squareKernel(2, 2, 1, 3), 0.5)); }},
    {"StrideTwo", [](InferenceGraph& g) { classify(g, convolved(g, image, squareKernel(5, 3, 2, 1), 0.4)); }},
    {"StrideBeyondItsKernel",
     [](InferenceGraph& g) { classify(g, convolved(g, image, squareKernel(5, 2, 3, 0), 1)); }},
    {"Depthwise",
     [](InferenceGraph& g) {
         auto kernel = squareKernel(6, 3, 1, 1);
         kernel.groups = 3;
         classify(g, convolved(g, image, kernel, 1));
     }},
    {"GroupsWithStrideAndDilation",
     [](InferenceGraph& g) {
         auto kernel = squareKernel(6, 3, 2, 2);
         kernel.groups = 3;
         kernel.dilation = 2;
         classify(g, convolved(g, image, kernel, 0.5));
     }},
    {"Dilation",
     [](InferenceGraph& g) {
         auto kernel = squareKernel(4, 3, 1, 3);
         kernel.dilation = 3;
         classify(g, convolved(g, image, kernel, 1));
     }},
    {"Clip",
     [](InferenceGraph& g) {
         const TensorIndex sum = g.sum(image, g.activation(image, {.low = -0.5, .high = 0.25}));
         classify(g, g.activation(convolved(g, sum, squareKernel(4, 3, 1, 1), 1), {.low = 0, .high = 6}));
     }},
    {"LeakyRelu", [](InferenceGraph& g) { activated(g, {.kind = Function::leakyRelu, .slope = 0.1}); }},
    {"Sigmoid", [](InferenceGraph& g) { activated(g, {.kind = Function::sigmoid}); }},
    {"Tanh", [](InferenceGraph& g) { activated(g, {.kind = Function::tanh}); }},
    {"HardSigmoid", [](InferenceGraph& g) { activated(g, {.kind = Function::hardSigmoid}); }},
    {"HardSwish", [](InferenceGraph& g) { activated(g, {.kind = Function::hardSwish}); }},
    {"ProductOfPlanes",
     [](InferenceGraph& g) {
         // One of them has a border and so another pitch, and neither is what was made last.
         const TensorIndex a = g.relu(convolved(g, image, squareKernel(4, 3, 1, 1), 1));
         const TensorIndex b = convolved(g, a, squareKernel(4, 1, 1, 0), 1);
         const TensorIndex wide = convolved(g, a, squareKernel(4, 5, 1, 2), 0.3);
         classify(g, g.sum(g.product(a, b), wide));
     }},
    {"ProductByChannel",
     [](InferenceGraph& g) {
         const TensorIndex planes = convolved(g, image, squareKernel(4, 3, 1, 1), 1);
         const TensorIndex mean = g.pool(planes, {.input = g.shape(planes), .window = {9, 11}}, false);
         const TensorIndex weights =
             g.activation(convolved(g, mean, squareKernel(4, 1, 1, 0), 1), {.kind = Function::hardSigmoid});
         classify(g, g.relu(g.product(planes, weights)));
     }},
    {"Concatenation",
     [](InferenceGraph& g) {
         const TensorIndex a = convolved(g, image, squareKernel(4, 3, 1, 1), 1);
         classify(g, g.concatenation(a, g.activation(image, {.kind = Function::tanh})));
     }},
    {"ZeroMargins",
     [](InferenceGraph& g) {
         const TensorIndex wide = g.zeroPadded(image, {.top = 2, .left = 1, .right = 3});
         classify(g, convolved(g, wide, squareKernel(4, 3, 2, 0), 1));
     }},
    {"AddendThroughAMap", addThroughMap},
    {"RectangularKernel",
     [](InferenceGraph& g) {
         classify(
             g, convolved(g, image,
                          {.input = {}, .outputs = 5, .kernelHeight = 1, .kernelWidth = 5, .padding = {0, 2}},
                          1));
     }},
    {"RectangularStrides",
     [](InferenceGraph& g) {
         const kernels::ConvolutionGeometry kernel{.input = {},
                                                   .outputs = 6,
                                                   .kernelHeight = 3,
                                                   .kernelWidth = 2,
                                                   .stride = {1, 3},
                                                   .padding = {2, 1},
                                                   .dilation = {2, 1},
                                                   .groups = 3};
         classify(g, convolved(g, image, kernel, 0.5));
     }},
    {"MeanOfOverlappingWindows", [](InferenceGraph& g) { poolNegative(g, overlapping, false); }},
    {"LargestOfOverlappingWindows", [](InferenceGraph& g) { poolNegative(g, overlapping, true); }},
    {"MeanOfWindowsThatReachOutside", [](InferenceGraph& g) { poolNegative(g, outside, false); }},
    {"LargestOfWindowsThatReachOutside", [](InferenceGraph& g) { poolNegative(g, outside, true); }},
    {"MeanThatCountsThePadding",
     [](InferenceGraph& g) {
         kernels::PoolGeometry counted = outside;
         counted.countsPadding = true;
         poolNegative(g, counted, false);
     }},
    {"TwoPaddingsOfOneTensor", padTwoWaysAtOnce},
    {"DenseLayerBehindGaps",
     [](InferenceGraph& g) {
         const TensorIndex a = convolved(g, image, squareKernel(3, 3, 1, 1), 1);
         const TensorIndex rest = convolved(g, a, squareKernel(2, 3, 1, 1), 1);
         classify(g, g.sum(a, g.sample(rest, 1, {0, 1, nn::noChannel}, g.shape(a))));
     }},
    {"SubsampledPixels",
     [](InferenceGraph& g) {
         classify(g, g.sample(image, 2, {2, nn::noChannel, 0}, {3, 5, 6}));
     }},
    {"ConvolutionAtTheEnd",
     [](InferenceGraph& g) {
         convolved(g, convolved(g, image, squareKernel(3, 3, 1, 1), 1),
                   {.input = {}, .outputs = 5, .kernelHeight = 9, .kernelWidth = 11}, 0.1);
     }},
};

class CompiledNodes : public testing::TestWithParam<NodeCase> {};

TEST_P(CompiledNodes, AnswerAsTheEngineDoes) {
    InferenceGraph graph({3, 9, 11});
    GetParam().build(graph);
    // Vectors of every width, and none; memory errors would be seen.
    for (const char* flags : {"-O1", "-O2 -march=native"}) {
        SCOPED_TRACE(flags);
        const CompiledNetwork compiled(cSourceOf(deployedForm(graph), plainLabels()), "net", PRUNESCOPE_CC,
                                       flags);
        expectAnswersOfTheEngine(graph, compiled);
    }
}

INSTANTIATE_TEST_SUITE_P(Nodes, CompiledNodes, testing::ValuesIn(nodeCases),
                         [](const auto& param) { return std::string(param.param.name); });

TEST(Compiled, ANetworkOfWhichNothingIsKeptAnswersItsBiases) {
    InferenceGraph graph({1, 6, 6});
    const TensorIndex a = graph.relu(
        graph.convolution(image, {.input = {1, 6, 6}, .outputs = 3, .kernelHeight = 3, .kernelWidth = 3},
                          std::vector<float>(27), {-1, 0, -2}));
    graph.convolution(a, {.input = {48, 1, 1}, .outputs = 3}, std::vector<float>(3 * 48, 1.0F),
                      {0.5F, 2, -1});
    const CompiledNetwork compiled(cSourceOf(deployedForm(graph), plainLabels()), "net", PRUNESCOPE_CC,
                                   "-O1");
    std::vector<float> output(3);
    EXPECT_EQ(compiled.predict(std::vector<float>(36, 1.0F).data(), output.data()), 1);
    EXPECT_THAT(output, testing::ElementsAre(0.5F, 2, -1));
}

TEST(Compiled, AStrideMayLeavePixelsUnread) {
    InferenceGraph graph({1, 3, 3});
    graph.convolution(image,
                      {.input = {1, 3, 3}, .outputs = 1, .kernelHeight = 2, .kernelWidth = 2, .stride = 2},
                      {1, 10, 100, 1000}, {0.5F});
    const CompiledNetwork compiled(cSourceOf(graph, plainLabels()), "net", PRUNESCOPE_CC, "-O1");
    const std::vector<float> pixels{1, 2, 3, 4, 5, 6, 7, 8, 9};
    float output = 0;
    EXPECT_EQ(compiled.predict(pixels.data(), &output), 0);
    EXPECT_EQ(output, 1 + 20 + 400 + 5000 + 0.5F);
}

TEST(Compiled, PutsBuffersIntoOnePlaceThatAreNotNeededTogether) {
    auto network =
        nn::buildNetwork<float>({.name = "resnet-20", .input = {3, 32, 32}, .classes = 10, .capacity = 1});
    drawAndPrune(network, 0);
    const CSource source = cSourceOf(deployedForm(network.inferenceGraph()), plainLabels());
    // A block needs its input, which is added in the end, what its first convolution makes, and its result:
    // 16 channels of 34 rows and 33 columns, three times.
    EXPECT_LE(source.scratchBytes, 4U * (3 * 16 * (34 * 33 + 1) + 16));
}

TEST(Compiled, RefusesValuesThatAreNotFinite) {
    InferenceGraph graph({1, 1, 1});
    graph.convolution(image, {.input = {1, 1, 1}, .outputs = 2}, {1, 2}, {std::nanf(""), 0});
    EXPECT_THROW(cSourceOf(graph, plainLabels()), Error);
    InferenceGraph infinite({1, 1, 1});
    infinite.convolution(image, {.input = {1, 1, 1}, .outputs = 2}, {INFINITY, 0}, {0, 0});
    EXPECT_THROW(cSourceOf(infinite, plainLabels()), Error);
}

}  // namespace
}  // namespace prunescope::csource
