// What a C compiler makes of a generated program answers as the engine does.

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

nn::InferenceGraph deployedForm(const nn::InferenceGraph& graph) {
    return infer::withoutDeadChannels(infer::folded(graph));
}

Labels plainLabels() {
    return {.name = "net", .header = "net.h", .title = "A network"};
}

/// Both answer alike for so many images: logits to 1e-5 of the largest, and so the same class.
void expectAnswersOfTheEngine(const nn::InferenceGraph& graph, const CompiledNetwork& compiled) {
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
    const nn::InferenceGraph graph = network.inferenceGraph();
    const CompiledNetwork compiled(cSourceOf(deployedForm(graph), plainLabels()), "net", c.compiler, c.flags);
    expectAnswersOfTheEngine(graph, compiled);
}

INSTANTIATE_TEST_SUITE_P(
    Networks, CompiledNetworks,
    testing::Values(NetworkCase{"lenet-300-100", {1, 28, 28}, 0, PRUNESCOPE_CC, "-O1"},
                    NetworkCase{"lenet-300-100", {1, 28, 28}, 0.95, PRUNESCOPE_CC, "-O2 -march=native"},
                    NetworkCase{"lenet-5", {1, 28, 28}, 0, PRUNESCOPE_CC, "-O2 -march=native"},
                    NetworkCase{"lenet-5", {1, 28, 28}, 0.95, PRUNESCOPE_CC, "-O3 -march=native"},
                    NetworkCase{"lenet-5", {3, 32, 32}, 0.5, PRUNESCOPE_CC, "-Os"},
                    NetworkCase{"resnet-8", {3, 32, 32}, 0, PRUNESCOPE_CC, "-O2 -march=native"},
                    NetworkCase{"resnet-20", {3, 32, 32}, 0.95, PRUNESCOPE_CC, "-O2"},
                    NetworkCase{"resnet-8:projection", {3, 32, 32}, 0.8, PRUNESCOPE_CC, "-Os"},
                    NetworkCase{"resnet-8:projection", {1, 28, 28}, 0, PRUNESCOPE_CC, "-O1"},
                    NetworkCase{"resnet-8", {2, 19, 23}, 0.7, PRUNESCOPE_CC, "-O2 -march=native"},
                    NetworkCase{"mlp:7", {1, 3, 5}, 0.5, PRUNESCOPE_CC, "-O0"}),
    caseName);

}  // namespace
}  // namespace prunescope::csource
