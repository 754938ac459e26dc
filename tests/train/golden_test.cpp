// Ten goldenSteps of training against the golden files that PyTorch made (golden/make_golden.py).
#include "support/golden.h"

#include "kernels/tensor.h"
#include "nn/models.h"
#include "optim/optimizer.h"
#include "support/random_tensor.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace prunescope::train {
namespace {

using test::relativeDistance;

/// A fifth of what is asked for: weight decay on a bias would move it by less than the whole.
constexpr double tolerance = 2e-5;
constexpr int goldenSteps = 10;

/// "3x8x8"
kernels::Shape shapeFrom(const std::string& text) {
    const auto first = text.find('x');
    const auto second = text.find('x', first + 1);
    return {std::stoll(text), std::stoll(text.substr(first + 1)), std::stoll(text.substr(second + 1))};
}

class Golden : public testing::TestWithParam<std::string> {
protected:
    Golden() : golden(GetParam()), images(static_cast<kernels::Index>(golden.setting("batch"))) {}

    nn::Network<float> networkFor(const kernels::Shape& shape) const {
        auto network = nn::buildNetwork<float>({GetParam(), shape, 10, images});
        for (auto* p : network.parameters()) {
            const auto start = golden.formula().initial(p->name(), p->shape());
            std::copy(start.begin(), start.end(), p->value());
        }
        return network;
    }

    kernels::Tensor<float> batch(const std::string& name, const kernels::Shape& shape) const {
        const auto values = golden.formula().images(name, static_cast<std::size_t>(shape.size() * images));
        kernels::Tensor<float> tensor(shape, images);
        std::size_t next = 0;
        test::forEachElement(tensor,
                             [&](auto c, auto y, auto x, auto n) { tensor.at(c, y, x, n) = values[next++]; });
        return tensor;
    }

    /// Forward and backward on the batch of that name; the mean loss.
    float differentiate(nn::Network<float>& network, const std::string& name) const {
        const auto labels = golden.formula().labels(name, static_cast<std::size_t>(images));
        return static_cast<float>(
            network.differentiate(batch(name, network.inputShape()), labels, {}, 1, 0).loss);
    }

    void expectClose(std::span<const float> values, const std::string& name) const {
        EXPECT_LT(relativeDistance(values, golden.floats(name)), tolerance) << name;
    }

    test::GoldenFile golden;
    kernels::Index images;
};

TEST_P(Golden, FirstGradientsAreThoseOfPyTorch) {
    auto network = networkFor(shapeFrom(golden.metadata("image_shape")));
    differentiate(network, "1");
    for (const auto* p : network.parameters()) {
        if (!p->trained()) continue;
        const std::span<const float> gradient(p->gradient(), static_cast<std::size_t>(p->size()));
        double squares = 0;
        for (const float g : gradient) squares += static_cast<double>(g) * static_cast<double>(g);
        expectClose(std::vector<float>{static_cast<float>(std::sqrt(squares))}, "gradient_norm." + p->name());
        expectClose(gradient.first(std::min<std::size_t>(16, gradient.size())),
                    "gradient_sample." + p->name());
    }
}

TEST_P(Golden, TenStepsOfTrainingEndWherePyTorchEnds) {
    const kernels::Shape shape = shapeFrom(golden.metadata("image_shape"));
    auto network = networkFor(shape);
    run::OptimizerConfig config;
    config.options["momentum"] = golden.setting("momentum");
    config.weightDecay = golden.setting("weight_decay");
    const auto optimizer = optim::makeOptimizer(config, network.parameters());

    std::vector<float> losses;
    for (int step = 1; step <= goldenSteps; ++step) {
        losses.push_back(differentiate(network, std::to_string(step)));
        optimizer->update(golden.setting("learning_rate"));
    }
    expectClose(losses, "loss");
    for (const auto* p : network.parameters()) {
        expectClose({p->value(), static_cast<std::size_t>(p->size())}, p->name());
    }
    const auto& logits = network.infer(batch("1", shape));
    std::vector<float> byImage;
    for (kernels::Index n = 0; n < images; ++n)
        for (kernels::Index k = 0; k < network.classes(); ++k) byImage.push_back(logits.at(k, 0, 0, n));
    expectClose(byImage, "logits.evaluation");
}

TEST_P(Golden, LossOfFullSizeImagesIsThatOfPyTorch) {
    if (golden.content().find("loss.full_size") == nullptr)
        return;  // the other networks train on theirs above
    auto network = networkFor({3, 32, 32});
    expectClose(std::vector<float>{differentiate(network, "full_size")}, "loss.full_size");
}

INSTANTIATE_TEST_SUITE_P(Networks, Golden,
                         testing::Values("lenet-300-100", "lenet-5", "resnet-20", "resnet-8:projection"));

}  // namespace
}  // namespace prunescope::train
