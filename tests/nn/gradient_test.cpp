// Every layer's backward pass against central differences, in double.
//
// The loss is a fixed random projection of the output, so that every output element counts with a weight of
// its own. 19 images leave padding lanes in the last tile: a gradient that leaks out of them would show.

#include "nn/activation_layers.h"
#include "nn/graph_builder.h"
#include "nn/loss.h"
#include "nn/pair_layers.h"
#include "nn/shortcut.h"
#include "nn/simple_layers.h"
#include "nn/tape.h"
#include "nn/zero_pad.h"
#include "support/random_tensor.h"

#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::nn {
namespace {

constexpr Index oddImages = 19;
constexpr double halfStep = 1e-5;

class GradientCheck {
public:
    explicit GradientCheck(const GraphBuilder& builder) : GradientCheck(builder.build()) {}
    explicit GradientCheck(const Graph& graph)
        : layers_(graph),
          pool_(oddImages),
          in_(layers_.inputShape(), oddImages),
          weights_(layers_.outputShape(), oddImages) {
        layers_.prepare(oddImages);
        layers_.collect(parameters_);
        test::fillNormal(in_, random_);
        test::fillNormal(weights_, random_);
        for (auto* p : parameters_) {
            if (!p->trained()) continue;
            for (Index i = 0; i < p->size(); ++i)
                p->value()[i] = 0.5 * random_.normal() + (p->role() == ParameterRole::normScale ? 1 : 0);
        }
    }

    void run() {
        layers_.forward(in_, context());
        Gradient<double> outGradient = pool_.take(layers_.outputShape(), oddImages);
        outGradient->clear();
        test::forEachElement(weights_, [&](auto c, auto y, auto x, auto n) {
            outGradient->at(c, y, x, n) = weights_.at(c, y, x, n);
        });
        const Gradient<double> inGradient = layers_.backward(in_, std::move(outGradient), true, context());
        checkInput(*inGradient);
        for (auto* p : parameters_) {
            if (p->trained()) checkParameter(*p);
        }
    }

private:
    PassContext<double> context() {
        return {.training = true, .seed = 5, .step = 2, .scratch = &scratch_, .pool = &pool_};
    }

    double loss() {
        const Tensor<double>& out = layers_.forward(in_, context());
        double sum = 0;
        test::forEachElement(out, [&](auto c, auto y, auto x, auto n) {
            sum += out.at(c, y, x, n) * weights_.at(c, y, x, n);
        });
        return sum;
    }

    double difference(double& value) {
        const double kept = value;
        value = kept + halfStep;
        const double above = loss();
        value = kept - halfStep;
        const double below = loss();
        value = kept;
        return (above - below) / (2 * halfStep);
    }

    static void expectClose(double computed, double measured) {
        EXPECT_NEAR(computed, measured, 1e-6 * std::max(1.0, std::abs(measured)));
    }

    void checkInput(const Tensor<double>& gradient) {
        for (int k = 0; k < 60; ++k) {
            const Shape s = in_.shape();
            const auto pick = [&](Index bound) {
                return static_cast<Index>(random_.below(static_cast<std::uint64_t>(bound)));
            };
            const Index c = pick(s.channels), y = pick(s.height), x = pick(s.width), n = pick(oddImages);
            SCOPED_TRACE(testing::Message() << "input " << c << "," << y << "," << x << "," << n);
            expectClose(gradient.at(c, y, x, n), difference(in_.at(c, y, x, n)));
        }
    }

    void checkParameter(Parameter<double>& p) {
        for (int k = 0; k < 40; ++k) {
            const auto i = static_cast<Index>(random_.below(static_cast<std::uint64_t>(p.size())));
            SCOPED_TRACE(testing::Message() << p.name() << "[" << i << "]");
            expectClose(p.gradient()[i], difference(p.value()[i]));
        }
    }

    Random random_{17, RandomStream::test};
    Tape<double> layers_;
    TensorPool<double> pool_;
    kernels::Scratch<double> scratch_;
    Tensor<double> in_;
    Tensor<double> weights_;
    std::vector<Parameter<double>*> parameters_;
};

GraphBuilder on(Shape shape) {
    return {shape, "test"};
}

TEST(Gradient, OfADenseLayer) {
    auto net = on({7, 1, 1});
    GradientCheck(net.dense("fc", 5)).run();
}

TEST(Gradient, OfConvolutionsOfEveryKind) {
    for (const ConvolutionOptions& o :
         {ConvolutionOptions{3, 3, 1, 1, true}, ConvolutionOptions{5, 3, 2, 1, false},
          ConvolutionOptions{2, 1, 2, 0, false}, ConvolutionOptions{6, 5, 1, 0, true},
          ConvolutionOptions{4, 3, 3, 2, true}}) {
        SCOPED_TRACE(testing::Message() << "kernel " << o.kernel.rows << " stride " << o.stride.rows
                                        << " padding " << o.padding.rows);
        auto net = on({3, 6, 7});
        GradientCheck(net.convolution("conv", o)).run();
    }
}

TEST(Gradient, OfConvolutionsWithDilationAndInGroups) {
    for (const ConvolutionOptions& o :
         {ConvolutionOptions{4, 3, 1, 2, true, 2, 1}, ConvolutionOptions{6, 3, 2, 1, false, 1, 2},
          ConvolutionOptions{4, 3, 1, 1, true, 1, 4}, ConvolutionOptions{12, 3, 2, 3, true, 2, 4}}) {
        SCOPED_TRACE(testing::Message() << "dilation " << o.dilation.rows << " groups " << o.groups);
        auto net = on({4, 7, 6});
        GradientCheck(net.convolution("conv", o)).run();
    }
}

TEST(Gradient, OfConvolutionsThatAreOtherForColumnsThanForRows) {
    for (const ConvolutionOptions& o : {ConvolutionOptions{.outputs = 4, .kernel = {1, 5}, .padding = {0, 2}},
                                        ConvolutionOptions{.outputs = 4, .kernel = {3, 2}, .stride = {2, 1}},
                                        ConvolutionOptions{.outputs = 8,
                                        .kernel = {2, 3},
                                        .stride = {1, 3},
                                        .padding = {1, 2},
                                        .dilation = {3, 1},
                                        .groups = 4}}) {
        SCOPED_TRACE(testing::Message() << "kernel " << o.kernel.rows << " x " << o.kernel.columns);
        auto net = on({4, 7, 6});
        GradientCheck(net.convolution("conv", o)).run();
    }
}

std::shared_ptr<const Operation> clipOf(double low, double high) {
    return std::make_shared<ActivationOperation>(
        ActivationFunction{.kind = ActivationFunction::Kind::clip, .low = low, .high = high});
}

TEST(Gradient, OfAClipBehindALayerAndBehindABatchNorm) {
    for (const auto& [low, high] : {std::pair(-0.5, 0.7), std::pair(0.0, 0.6), std::pair(0.1, 1.0)}) {
        auto net = on({5, 1, 1});
        GradientCheck(net.dense("fc", 3).add("clip", clipOf(low, high))).run();
        auto normed = on({3, 4, 4});
        GradientCheck(normed.batchNorm("bn").add("clip", clipOf(low, high))).run();
    }
}

TEST(Gradient, OfEveryActivationFunction) {
    using Function = ActivationFunction::Kind;
    for (const Function kind : {Function::leakyRelu, Function::sigmoid, Function::tanh, Function::hardSigmoid,
                                Function::hardSwish}) {
        SCOPED_TRACE(static_cast<int>(kind));
        auto net = on({5, 1, 1});
        const ActivationFunction function{.kind = kind, .slope = 0.2};
        GradientCheck(net.dense("fc", 4).add("f", std::make_shared<ActivationOperation>(function))).run();
    }
}

TEST(Gradient, OfGlobalMaxPooling) {
    auto net = on({4, 3, 5});
    GradientCheck(net.add("pool", std::make_shared<GlobalMaxPoolOperation>())).run();
}

TEST(Gradient, OfZeroPadding) {
    auto net = on({2, 3, 4});
    const Margins margins{.top = 1, .left = 2, .right = 1};
    GradientCheck(net.add("pad", std::make_shared<ZeroPadOperation>(margins))).run();
}

TEST(Gradient, OfProductsAlikeByChannelAndWithItself) {
    const auto product = std::make_shared<MultiplyOperation>();
    auto alike = on({3, 4, 4});
    const TensorIndex a = alike.convolution("a", {3, 3, 1, 1, true}).here();
    GradientCheck(alike.from(Graph::input()).convolution("b", {3, 1, 1, 0, true}).combine(product, a)).run();
    auto excited = on({3, 4, 5});
    const TensorIndex weights = excited.globalAveragePool().convolution("w", {3, 1, 1, 0, true}).here();
    GradientCheck(excited.from(Graph::input()).batchNorm("bn").relu().combine(product, weights)).run();
    auto square = on({3, 2, 2});
    const TensorIndex x = square.convolution("c", {2, 1, 1, 0, true}).here();
    GradientCheck(square.combine(product, x)).run();
}

TEST(Gradient, OfChannelsPutBehindOthers) {
    auto net = on({3, 4, 4});
    const TensorIndex a = net.convolution("a", {2, 3, 1, 1, true}).here();
    net.from(Graph::input()).convolution("b", {4, 1, 1, 0, true}).relu();
    GradientCheck(net.combine(std::make_shared<ConcatOperation>(), a)).run();
}

TEST(Gradient, OfAnInvertedResidual) {
    auto net = on({3, 5, 4});
    const TensorIndex in = net.here();
    net.convolution("a", {6, 1, 1, 0, false}).batchNorm("bn1").relu6();
    net.convolution("b", {6, 3, 1, 1, false, 1, 6}).batchNorm("bn2").relu6();
    GradientCheck(net.convolution("c", {3, 1, 1, 0, false}).batchNorm("bn3").plus(in)).run();
}

TEST(Gradient, OfBatchNorm) {
    auto net = on({3, 4, 5});
    GradientCheck(net.batchNorm("bn")).run();
}

TEST(Gradient, OfAReluBehindALayer) {
    auto net = on({3, 4, 4});
    GradientCheck(net.batchNorm("bn").relu()).run();
}

/// Windows that reach outside on every side, and below and on the right beyond the padding.
std::vector<PoolingOptions> windowsThatReachOutside() {
    return {{.window = 3, .stride = 2, .padding = 1},
            {.window = {3, 2}, .stride = {3, 2}, .ceil = true},
            {.window = {2, 4}, .stride = {3, 3}, .padding = {1, 3}, .ceil = true}};
}

TEST(Gradient, OfMaxPoolingWithWindowsThatReachOutside) {
    for (const PoolingOptions& o : windowsThatReachOutside()) {
        auto net = on({2, 7, 6});
        GradientCheck(net.maxPool(o)).run();
    }
}

TEST(Gradient, OfAveragePoolingWithWindowsThatReachOutside) {
    for (PoolingOptions o : windowsThatReachOutside()) {
        for (const bool counts : {false, true}) {
            o.countPadding = counts;
            auto net = on({2, 7, 6});
            GradientCheck(net.averagePool(o)).run();
        }
    }
}

TEST(Gradient, OfMaxPoolingWithApartAndOverlappingWindows) {
    for (const PoolingOptions& o : {PoolingOptions{2, 2}, PoolingOptions{3, 2}, PoolingOptions{3, 1}}) {
        auto net = on({2, 7, 6});
        GradientCheck(net.maxPool(o)).run();
    }
}

TEST(Gradient, OfAveragePoolingWithApartAndOverlappingWindows) {
    for (const PoolingOptions& o : {PoolingOptions{2, 2}, PoolingOptions{3, 2}}) {
        auto net = on({2, 7, 6});
        GradientCheck(net.averagePool(o)).run();
    }
}

TEST(Gradient, OfGlobalAveragePooling) {
    auto net = on({4, 3, 5});
    GradientCheck(net.globalAveragePool()).run();
}

TEST(Gradient, OfFlatten) {
    auto net = on({2, 3, 4});
    GradientCheck(net.flatten().dense("fc", 3)).run();
}

TEST(Gradient, OfDropout) {
    auto net = on({20, 1, 1});
    GradientCheck(net.dense("fc1", 12).dropout(0.4).dense("fc2", 3)).run();
}

TEST(Gradient, OfAResidualBlockWithTheIdentity) {
    auto net = on({3, 4, 4});
    GradientCheck(net.residualBlock("block", 3, 1, {})).run();
}

TEST(Gradient, OfAResidualBlockThatHalvesAndWidensWithoutParameters) {
    auto net = on({2, 5, 6});
    GradientCheck(net.residualBlock("block", 6, 2, {})).run();
}

TEST(Gradient, OfAResidualBlockWithAProjection) {
    auto net = on({2, 5, 6});
    GradientCheck(net.residualBlock("block", 6, 2, {".shortcut.conv", ".shortcut.bn"})).run();
}

TEST(Gradient, OfAPlainSumOfTwoPathsThatShareTheirStart) {
    auto net = on({3, 4, 4});
    net.convolution("conv1", {4, 3, 1, 1, true}).relu();
    Graph graph = net.build();
    const TensorIndex fork = graph.output();
    const TensorIndex a = graph.add(
        "conv2", std::make_shared<ConvolutionOperation>(ConvolutionOptions{4, 1, 1, 0, true}), {fork});
    const TensorIndex b = graph.add("pool", std::make_shared<MaxPoolOperation>(PoolingOptions{1, 1}), {fork});
    const TensorIndex relu = graph.add("relu2", std::make_shared<ReluOperation>(), {b});
    const TensorIndex dropout = graph.add("dropout", std::make_shared<DropoutOperation>(0.3), {relu});
    const TensorIndex sum = graph.add("add", std::make_shared<AddOperation>(), {a, dropout});
    graph.add("twice", std::make_shared<AddOperation>(), {sum, sum});
    GradientCheck(graph).run();
}

TEST(Gradient, OfSoftmaxCrossEntropyWithSmoothingAndClassWeights) {
    const std::vector<double> weights{0.5, 2, 0, 1.25};
    for (const LossOptions& options : {LossOptions{},
                                       {.smoothing = 0.2},
                                       {.classWeights = weights},
                                       {.smoothing = 0.2, .classWeights = weights}}) {
        Random random(3, RandomStream::test);
        Tensor<double> logits({4, 1, 1}, oddImages), gradient({4, 1, 1}, oddImages);
        test::fillNormal(logits, random);
        std::vector<std::int32_t> labels(oddImages);
        for (auto& label : labels) label = static_cast<std::int32_t>(random.below(4));
        const auto loss = [&] {
            return softmaxCrossEntropy<double>(logits, labels, options, nullptr, nullptr).loss;
        };
        softmaxCrossEntropy<double>(logits, labels, options, &gradient, nullptr);
        test::forEachElement(logits, [&](auto c, auto y, auto x, auto n) {
            double& value = logits.at(c, y, x, n);
            const double kept = value;
            value = kept + halfStep;
            const double above = loss();
            value = kept - halfStep;
            const double below = loss();
            value = kept;
            EXPECT_NEAR(gradient.at(c, y, x, n), (above - below) / (2 * halfStep), 1e-8);
        });
    }
}

}  // namespace
}  // namespace prunescope::nn
