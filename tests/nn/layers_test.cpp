#include "base/error.h"
#include "nn/batch_norm.h"
#include "nn/loss.h"
#include "nn/models.h"
#include "nn/pooling.h"
#include "nn/simple_layers.h"
#include "support/random_tensor.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace prunescope::nn {
namespace {

TEST(BatchNorm, NormalisesByHandAndIgnoresLanesWithoutAnImage) {
    // Two images of one pixel: 1 and 3. Mean 2, biased variance 1, unbiased 2.
    BatchNorm<double> layer("bn", {1, 1, 1});
    Tensor<double> in({1, 1, 1}, 2), out({1, 1, 1}, 2);
    in.at(0, 0, 0, 0) = 1;
    in.at(0, 0, 0, 1) = 3;
    in.channel(0, 0)[5] = 1000;  // a lane that holds no image
    layer.forward(in, out, {.training = true});
    EXPECT_NEAR(out.at(0, 0, 0, 0), -1 / std::sqrt(1 + 1e-5), 1e-12);
    EXPECT_NEAR(out.at(0, 0, 0, 1), 1 / std::sqrt(1 + 1e-5), 1e-12);

    std::vector<Parameter<double>*> parameters;
    layer.collect(parameters);
    EXPECT_DOUBLE_EQ(*parameters[2]->value(), 0.9 * 0 + 0.1 * 2) << "running mean";
    EXPECT_DOUBLE_EQ(*parameters[3]->value(), 0.9 * 1 + 0.1 * 2) << "running variance, unbiased";

    layer.forward(in, out, {.training = false});
    EXPECT_NEAR(out.at(0, 0, 0, 0), (1 - 0.2) / std::sqrt(1.1 + 1e-5), 1e-12);
}

/// A network that holds what is no number must not go on as if all were well.
TEST(Relu, HandsOnWhatIsNoNumber) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    Relu<float> layer("relu", {1, 1, 1});
    Tensor<float> in({1, 1, 1}, 4), out({1, 1, 1}, 4);
    const std::array<float, 4> values{-1, nan, 2, -0.0F};
    for (Index n = 0; n < 4; ++n) in.at(0, 0, 0, n) = values[static_cast<std::size_t>(n)];
    layer.forward(in, out, {.training = true});
    EXPECT_EQ(out.at(0, 0, 0, 0), 0);
    EXPECT_TRUE(std::isnan(out.at(0, 0, 0, 1)));
    EXPECT_EQ(out.at(0, 0, 0, 2), 2);
    EXPECT_FALSE(std::signbit(out.at(0, 0, 0, 3)));
    BatchNorm<float> norm("bn", {1, 1, 1});
    norm.absorbRelu();
    norm.forward(in, out, {.training = true});
    EXPECT_TRUE(std::isnan(out.at(0, 0, 0, 0)));
}

TEST(MaxPool, SendsTheGradientToTheFirstOfEqualLargestValues) {
    MaxPool<float> layer("pool", {.input = {1, 2, 2}, .window = 2, .stride = 2});
    Tensor<float> in({1, 2, 2}, 1), out({1, 1, 1}, 1);
    in.at(0, 0, 1, 0) = 4;
    in.at(0, 1, 0, 0) = 4;
    TensorPool<float> pool(1);
    const PassContext<float> context{.training = true, .pool = &pool};
    layer.forward(in, out, context);
    EXPECT_EQ(out.at(0, 0, 0, 0), 4);
    auto gradient = pool.take({1, 1, 1}, 1);
    gradient->at(0, 0, 0, 0) = 1;
    const auto inGradient = layer.backward(in, out, std::move(gradient), true, context);
    EXPECT_EQ(inGradient->at(0, 0, 1, 0), 1);
    EXPECT_EQ(inGradient->at(0, 1, 0, 0), 0);
}

TEST(Dropout, DropsItsShareScalesTheRestAndRestsOutsideTraining) {
    Dropout<float> layer("dropout", {2000, 1, 1}, 0.25, 0);
    Tensor<float> x({2000, 1, 1}, 16);
    const auto fill = [&] {
        test::forEachElement(x, [&](auto c, auto y, auto w, auto n) { x.at(c, y, w, n) = 3; });
    };
    fill();
    layer.forward(x, x, {.training = true, .seed = 1, .step = 4});
    int dropped = 0;
    test::forEachElement(x, [&](auto c, auto y, auto w, auto n) {
        const float v = x.at(c, y, w, n);
        EXPECT_TRUE(v == 0.0F || v == 4.0F) << v;
        dropped += v == 0.0F ? 1 : 0;
    });
    EXPECT_NEAR(dropped / 32000.0, 0.25, 0.02);
    fill();
    layer.forward(x, x, {.training = false});
    EXPECT_EQ(x.at(7, 0, 0, 3), 3.0F);
}

TEST(SoftmaxCrossEntropy, IsTheLogarithmOfTheClassesForEqualLogits) {
    Tensor<double> logits({10, 1, 1}, 1);
    const std::vector<std::int32_t> labels{3};
    EXPECT_NEAR(softmaxCrossEntropy<double>(logits, labels, {}, nullptr, nullptr).loss, std::log(10.0),
                1e-12);
    EXPECT_NEAR(softmaxCrossEntropy<double>(logits, labels, {.smoothing = 0.1}, nullptr, nullptr).loss,
                std::log(10.0), 1e-12);
}

TEST(SoftmaxCrossEntropy, WeightsEachImageByItsClassAndDividesByTheImages) {
    // Softmax (1/4, 3/4) for the first image and (1/2, 1/2) for the second.
    Tensor<double> logits({2, 1, 1}, 2), gradient({2, 1, 1}, 2);
    logits.at(1, 0, 0, 0) = std::log(3.0);
    const std::vector<std::int32_t> labels{0, 1};
    const std::vector<double> weights{3, 0.5};
    const double loss =
        softmaxCrossEntropy<double>(logits, labels, {.classWeights = weights}, &gradient, nullptr).loss;
    EXPECT_NEAR(loss, (3 * std::log(4.0) + 0.5 * std::log(2.0)) / 2, 1e-12);
    EXPECT_NEAR(gradient.at(0, 0, 0, 0), 3 * (0.25 - 1) / 2, 1e-12);
    EXPECT_NEAR(gradient.at(1, 0, 0, 1), 0.5 * (0.5 - 1) / 2, 1e-12);
}

TEST(SoftmaxCrossEntropy, WeightsASmoothedTargetAsAWhole) {
    // The target is (0.9, 0.1): half of 0.2 goes to either class.
    Tensor<double> logits({2, 1, 1}, 1), gradient({2, 1, 1}, 1);
    logits.at(1, 0, 0, 0) = std::log(3.0);
    const std::vector<std::int32_t> labels{0};
    const std::vector<double> weights{2, 7};
    const double loss = softmaxCrossEntropy<double>(
                            logits, labels, {.smoothing = 0.2, .classWeights = weights}, &gradient, nullptr)
                            .loss;
    EXPECT_NEAR(loss, 2 * (0.9 * std::log(4.0) + 0.1 * std::log(4.0 / 3)), 1e-12);
    EXPECT_NEAR(gradient.at(0, 0, 0, 0), 2 * (0.25 - 0.9), 1e-12);
}

TEST(SoftmaxCrossEntropy, HasTheSameBitsWithWeightsOfOne) {
    Random random(3, RandomStream::test);
    Tensor<float> logits({5, 1, 1}, 70), plain({5, 1, 1}, 70), weighted({5, 1, 1}, 70);
    test::fillNormal(logits, random);
    std::vector<std::int32_t> labels(70);
    for (auto& label : labels) label = static_cast<std::int32_t>(random.below(5));
    const std::vector<double> ones(5, 1);
    const auto first = softmaxCrossEntropy<float>(logits, labels, {.smoothing = 0.1}, &plain, nullptr);
    const auto second = softmaxCrossEntropy<float>(logits, labels, {.smoothing = 0.1, .classWeights = ones},
                                                   &weighted, nullptr);
    EXPECT_EQ(first.loss, second.loss);
    test::forEachElement(plain, [&](auto c, auto y, auto x, auto n) {
        EXPECT_EQ(plain.at(c, y, x, n), weighted.at(c, y, x, n));
    });
}

TEST(SoftmaxCrossEntropy, StandsHugeLogits) {
    Tensor<float> logits({2, 1, 1}, 1), gradient({2, 1, 1}, 1);
    logits.at(0, 0, 0, 0) = 1e30F;
    const std::vector<std::int32_t> labels{0};
    const LossResult result = softmaxCrossEntropy<float>(logits, labels, {}, &gradient, nullptr);
    EXPECT_EQ(result.loss, 0);
    EXPECT_EQ(result.correct, 1);
    EXPECT_EQ(gradient.at(1, 0, 0, 0), 0);
}

run::NetworkDescription describe(const std::string& name, Shape input) {
    return buildNetwork<float>({.name = name, .input = input, .classes = 10, .capacity = 1}).describe();
}

TEST(Models, HaveTheirPublishedSizes) {
    EXPECT_EQ(describe("lenet-300-100", {1, 28, 28}).parameters(), 266'610);
    EXPECT_EQ(describe("lenet-300-100", {1, 28, 28}).prunableWeights(), 784 * 300 + 300 * 100 + 100 * 10);
    EXPECT_EQ(describe("lenet-5", {1, 28, 28}).parameters(), 431'080);
    EXPECT_EQ(describe("resnet-20:projection", {3, 32, 32}).parameters(),
              269'722 + 16 * 32 + 64 + 32 * 64 + 128);
    EXPECT_EQ(describe("mlp:20,30", {1, 28, 28}).parameters(), 785 * 20 + 21 * 30 + 31 * 10);
}

TEST(Models, CountMultiplyAccumulates) {
    EXPECT_EQ(describe("lenet-5", {1, 28, 28}).macs(), 500 * 576 + 25'000 * 64 + 400'000 + 5'000);
}

run::NetworkDescription ofCifar(const std::string& name) {
    return graphOf({.name = name, .input = {3, 32, 32}, .classes = 10}).describe();
}

TEST(Models, Resnet18IsTorchvisionsButForItsEnds) {
    // torchvision 0.15: 11,689,512 parameters with 1000 classes and a first convolution of 7x7.
    EXPECT_EQ(ofCifar("resnet-18").parameters(), 11'689'512 - 990 * 513 - 64 * 3 * (49 - 9));
}

TEST(Models, WideResidualNetworksMultiplyInEveryConvolutionOfTheirStages) {
    // Of each stage seven convolutions from k to k channels, the one before them, and its shortcut.
    const auto stage = [](std::int64_t before, std::int64_t k, std::int64_t pixels) {
        return (7 * 9 * k * k + 9 * before * k + before * k) * pixels;
    };
    EXPECT_EQ(ofCifar("wrn-28-10").macs(),
              3 * 16 * 9 * 1024 + stage(16, 160, 1024) + stage(160, 320, 256) + stage(320, 640, 64) + 6400);
}

TEST(Models, Vgg16IsTorchvisionsFeaturesWithOneDenseLayer) {
    // torchvision 0.15: 14,723,136 parameters before the classifier.
    EXPECT_EQ(ofCifar("vgg-16-bn").parameters(), 14'723'136 + 513 * 10);
}

TEST(Models, MobileNetIsTorchvisionsButForItsStridesAndClasses) {
    // torchvision 0.15: 3,504,872 parameters with 1000 classes.
    const run::NetworkDescription network = ofCifar("mobilenet-v2");
    EXPECT_EQ(network.parameters(), 3'504'872 - 990 * 1281);
    const auto layer = std::find_if(network.layers.begin(), network.layers.end(),
                                    [](const auto& l) { return l.name == "features.2.conv.1.0"; });
    ASSERT_NE(layer, network.layers.end());
    EXPECT_EQ(layer->weightShape, (std::vector<std::int64_t>{96, 1, 3, 3}));
    EXPECT_EQ(layer->macs, 96 * 9 * 32 * 32);
}

TEST(Models, RefuseWhatCannotBeBuiltAndSayWhatCan) {
    const auto message = [](const std::string& name, Shape input) -> std::string {
        try {
            describe(name, input);
        } catch (const UsageError& e) {
            return e.what();
        }
        return "built";
    };
    EXPECT_NE(message("lenet5", {1, 28, 28}).find("Did you mean 'lenet-5'?"), std::string::npos);
    EXPECT_NE(message("resnet-21", {3, 32, 32}).find("6n+2"), std::string::npos);
    EXPECT_NE(message("resnet-:projection", {3, 32, 32}).find("6n+2"), std::string::npos);
    for (const char* name : {"wrn-", "wrn-28", "wrn-28-", "wrn-27-10", "wrn-28-0", "wrn-28-10-3", "wrn-4-1"})
        EXPECT_NE(message(name, {3, 32, 32}).find("6n+4"), std::string::npos) << name;
    EXPECT_NE(message("vgg-16-bn", {1, 28, 28}).find("does not fit"), std::string::npos);
    EXPECT_NE(message("mlp:", {1, 28, 28}).find("widths"), std::string::npos);
    EXPECT_NE(message("mlp:0", {1, 28, 28}).find("widths"), std::string::npos);
    EXPECT_NE(message("mlp:99999999999999999999", {1, 28, 28}).find("widths"), std::string::npos);
    EXPECT_NE(message("lenet-5", {1, 8, 8}).find("does not fit"), std::string::npos);
}

TEST(Initialise, IsHesAndTheSameForTheSameSeed) {
    const ModelRequest request{.name = "lenet-300-100", .input = {1, 28, 28}, .classes = 10, .capacity = 1};
    auto a = buildNetwork<float>(request);
    auto b = buildNetwork<float>(request);
    initialise(a, 5);
    initialise(b, 5);
    const auto* weight = a.find("fc1.weight");
    double squares = 0;
    for (Index i = 0; i < weight->size(); ++i) {
        EXPECT_EQ(weight->value()[i], b.find("fc1.weight")->value()[i]);
        squares += static_cast<double>(weight->value()[i]) * static_cast<double>(weight->value()[i]);
    }
    EXPECT_NEAR(squares / static_cast<double>(weight->size()), 2.0 / 784, 0.02 * 2 / 784);
    initialise(b, 6);
    EXPECT_NE(weight->value()[0], b.find("fc1.weight")->value()[0]);
}

}  // namespace
}  // namespace prunescope::nn
