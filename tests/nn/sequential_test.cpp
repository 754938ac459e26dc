#include "nn/sequential.h"

#include "nn/linear_layers.h"
#include "nn/simple_layers.h"
#include "support/random_tensor.h"

#include <gtest/gtest.h>

namespace prunescope::nn {
namespace {

/// Counts how often its gradient is asked for.
class CountedFlatten : public Flatten<double> {
public:
    CountedFlatten(const Shape& shape, int& calls) : Flatten(shape), calls_(calls) {}
    Gradient<double> backward(const Tensor<double>& in, const Tensor<double>& out,
                              Gradient<double> outGradient, bool inputWanted,
                              const PassContext<double>& context) override {
        ++calls_;
        return Flatten::backward(in, out, std::move(outGradient), inputWanted, context);
    }

private:
    int& calls_;
};

struct Passed {
    int flattenCalls = 0;
    bool gave = false;  ///< a gradient of the input
    std::vector<double> weightGradient{};
};

Passed passOf(bool inputWanted) {
    constexpr Index images = 3;
    const Shape shape{2, 3, 3};
    Passed passed;
    std::vector<std::unique_ptr<Layer<double>>> layers;
    layers.push_back(std::make_unique<CountedFlatten>(shape, passed.flattenCalls));
    layers.push_back(std::make_unique<Dense<double>>("fc", Shape{18, 1, 1}, 4));
    Sequential<double> network(std::move(layers));
    network.prepare(images);
    std::vector<Parameter<double>*> parameters;
    network.collect(parameters);
    Parameter<double>& weight = *parameters.front();
    for (Index i = 0; i < weight.size(); ++i) weight.value()[i] = static_cast<double>(i % 7) - 3;

    kernels::Scratch<double> scratch;
    TensorPool<double> pool(images);
    const PassContext<double> context{.training = true, .scratch = &scratch, .pool = &pool};
    Random random(4, RandomStream::test);
    Tensor<double> in(shape, images);
    test::forEachElement(in, [&](auto c, auto y, auto x, auto n) { in.at(c, y, x, n) = random.normal(); });
    network.forward(in, context);
    Gradient<double> gradient = pool.take({4, 1, 1}, images);
    gradient->clear();
    test::forEachElement(*gradient,
                         [&](auto c, auto y, auto x, auto n) { gradient->at(c, y, x, n) = random.normal(); });
    passed.gave = network.backward(in, std::move(gradient), inputWanted, context) != nullptr;
    passed.weightGradient.assign(weight.gradient(), weight.gradient() + weight.size());
    return passed;
}

TEST(Sequential, TakesNoGradientOfWhatPrecedesTheFirstParametersUnlessItIsWanted) {
    const Passed unwanted = passOf(false);
    EXPECT_EQ(unwanted.flattenCalls, 0);
    EXPECT_FALSE(unwanted.gave);
    const Passed wanted = passOf(true);
    EXPECT_EQ(wanted.flattenCalls, 1);
    EXPECT_TRUE(wanted.gave);
    EXPECT_EQ(unwanted.weightGradient, wanted.weightGradient);
}

}  // namespace
}  // namespace prunescope::nn
