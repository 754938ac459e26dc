// Squared error and Huber's loss: values by hand, and their gradients beside central differences in double.

#include "nn/number_loss.h"

#include <gtest/gtest.h>

#include <vector>

namespace prunescope::nn {
namespace {

/// More images than lanes, so that there are two tiles and the last is not full.
constexpr kernels::Index numberImages = 37;

kernels::Tensor<double> outputsOf(const std::vector<double>& values) {
    kernels::Tensor<double> outputs({1, 1, 1}, static_cast<kernels::Index>(values.size()));
    outputs.setImages(static_cast<kernels::Index>(values.size()));
    for (kernels::Index n = 0; n < outputs.images(); ++n)
        outputs.channel(n / outputs.lanes(), 0)[n % outputs.lanes()] = values[static_cast<std::size_t>(n)];
    return outputs;
}

TEST(NumberLoss, OfSquaredErrorsIsTheirMean) {
    const std::vector<double> targets{1, 2, 3};
    const auto outputs = outputsOf({2, 2, 0});
    EXPECT_DOUBLE_EQ(numberLoss<double>(outputs, targets, {}, nullptr).loss, (1 + 9) / 3.0);
}

TEST(NumberLoss, OfHuberIsQuadraticUpToDeltaAndLinearBeyond) {
    const std::vector<double> targets{0, 0, 0};
    const auto outputs = outputsOf({0.5, -2, 10});
    const NumberLossOptions huber{.kind = NumberLossKind::huber, .delta = 2};
    // 0.125; at delta 2; beyond 2 (10 - 1) = 18.
    const LossResult result = numberLoss<double>(outputs, targets, huber, nullptr);
    EXPECT_DOUBLE_EQ(result.loss, (0.125 + 2 + 18) / 3);
    EXPECT_DOUBLE_EQ(result.squaredError, (0.25 + 4 + 100) / 3) << "whatever the loss";
}

TEST(NumberLoss, HasTheGradientOfCentralDifferences) {
    std::vector<double> values, targets;
    for (kernels::Index n = 0; n < numberImages; ++n) {
        values.push_back(0.37 * static_cast<double>(n % 11) - 2);
        targets.push_back(0.23 * static_cast<double>(n % 7) - 0.7);
    }
    constexpr double step = 1e-6;
    for (const NumberLossOptions& options :
         {NumberLossOptions{}, NumberLossOptions{.kind = NumberLossKind::huber, .delta = 0.8}}) {
        auto gradient = outputsOf(std::vector<double>(values.size()));
        numberLoss<double>(outputsOf(values), targets, options, &gradient);
        for (std::size_t i = 0; i < values.size(); ++i) {
            auto up = values, down = values;
            up[i] += step;
            down[i] -= step;
            const double difference = numberLoss<double>(outputsOf(up), targets, options, nullptr).loss -
                                      numberLoss<double>(outputsOf(down), targets, options, nullptr).loss;
            const auto n = static_cast<kernels::Index>(i);
            EXPECT_NEAR(gradient.channel(n / gradient.lanes(), 0)[n % gradient.lanes()],
                        difference / (2 * step), 1e-8)
                << i;
        }
    }
}

TEST(NumberLoss, OfANetworkThatKnowsNothingIsThatOfTheMean) {
    const std::vector<double> standardised{-1, 1, -1, 1};
    EXPECT_DOUBLE_EQ(lossOfZero(standardised, {}), 1);
    EXPECT_DOUBLE_EQ(lossOfZero(standardised, {.kind = NumberLossKind::huber, .delta = 0.5}),
                     0.5 * (1 - 0.25));
}

}  // namespace
}  // namespace prunescope::nn
