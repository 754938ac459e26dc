// Layers with a mask: dense and sparse kernels give the same bits, and gradients are those of the kept
// weights.

#include "nn/graph_builder.h"
#include "nn/tape.h"
#include "support/random_tensor.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace prunescope::nn {
namespace {

/// Layers whose weights are masked at random, on random images, under a loss that is a fixed projection of
/// the output.
template <class T>
class MaskedNet {
public:
    MaskedNet(const GraphBuilder& builder, Index capacity, double density)
        : layers_(builder.build()),
          pool_(capacity),
          in_(layers_.inputShape(), capacity),
          projection_(layers_.outputShape(), capacity) {
        layers_.prepare(capacity);
        layers_.collect(parameters_);
        test::fillNormal(in_, random_);
        test::fillNormal(projection_, random_);
        for (auto* p : parameters_) {
            if (!p->trained()) continue;
            for (Index i = 0; i < p->size(); ++i) p->value()[i] = static_cast<T>(0.5 * random_.normal());
            if (p->role() == ParameterRole::weight) masks_.push_back({p, {}, {}});
        }
        mask(density);
    }

    /// Another random mask for every weight.
    void mask(double density) {
        for (Masked& m : masks_) {
            const auto size = static_cast<std::size_t>(m.parameter->size());
            m.kept.assign(size, 0);
            m.effective.assign(size, T(0));
            Index count = 0;
            for (std::size_t i = 0; i < size; ++i) {
                if (random_.uniform() >= density) continue;
                m.kept[i] = 1;
                m.effective[i] = m.parameter->value()[i];
                ++count;
            }
            m.parameter->setEffective(m.effective.data());
            m.parameter->setMask(m.kept.data(), count);
        }
    }

    void freeze() {
        for (Masked& m : masks_) m.parameter->setMovable(m.kept.data(), {}, true);
    }

    void setImages(Index images) {
        in_.setImages(images);
        projection_.setImages(images);
    }

    const Tensor<T>& forward(kernels::KernelPolicy kernels) { return layers_.forward(in_, context(kernels)); }

    /// Forward and backward; the gradient of the input.
    Gradient<T> differentiate(kernels::KernelPolicy kernels) {
        forward(kernels);
        Gradient<T> outGradient = pool_.take(layers_.outputShape(), in_.images());
        outGradient->clear();
        test::forEachElement(projection_, [&](auto c, auto y, auto x, auto n) {
            outGradient->at(c, y, x, n) = projection_.at(c, y, x, n);
        });
        return layers_.backward(in_, std::move(outGradient), true, context(kernels));
    }

    double loss(kernels::KernelPolicy kernels) {
        double sum = 0;
        const Tensor<T>& out = forward(kernels);
        test::forEachElement(out, [&](auto c, auto y, auto x, auto n) {
            sum += static_cast<double>(out.at(c, y, x, n)) * static_cast<double>(projection_.at(c, y, x, n));
        });
        return sum;
    }

    std::vector<T> gradients() const {
        std::vector<T> all;
        for (const auto* p : parameters_)
            if (p->trained()) all.insert(all.end(), p->gradient(), p->gradient() + p->size());
        return all;
    }

    struct Masked {
        Parameter<T>* parameter;
        std::vector<std::uint8_t> kept;
        std::vector<T> effective;
    };
    std::vector<Masked>& masks() { return masks_; }
    Tensor<T>& in() { return in_; }
    Random& random() { return random_; }

private:
    PassContext<T> context(kernels::KernelPolicy kernels) {
        return {
            .training = true, .seed = 5, .step = 2, .scratch = &scratch_, .pool = &pool_, .kernels = kernels};
    }

    Random random_{23, RandomStream::test};
    Tape<T> layers_;
    TensorPool<T> pool_;
    kernels::Scratch<T> scratch_;
    Tensor<T> in_;
    Tensor<T> projection_;
    std::vector<Parameter<T>*> parameters_;
    std::vector<Masked> masks_;
};

template <class T>
std::vector<T> valuesOf(const Tensor<T>& tensor) {
    std::vector<T> values;
    test::forEachElement(tensor,
                         [&](auto c, auto y, auto x, auto n) { values.push_back(tensor.at(c, y, x, n)); });
    return values;
}

GraphBuilder convolutions() {
    GraphBuilder net({3, 9, 8}, "test");
    net.convolution("conv1", {6, 3, 1, 1, true})
        .batchNorm("bn")
        .relu()
        .convolution("conv2", {8, 5, 2, 2, false})
        .convolution("conv3", {7, 1, 1, 0, true});
    return net;
}

/// Central differences in double, at the kept weights of every layer and at the input.
void checkGradients(const GraphBuilder& builder) {
    constexpr double step = 1e-5;
    MaskedNet<double> net(builder, 19, 0.35);
    net.freeze();
    const auto difference = [&](double& value) {
        const double before = value;
        value = before + step;
        const double above = net.loss(kernels::KernelPolicy::dense);
        value = before - step;
        const double below = net.loss(kernels::KernelPolicy::dense);
        value = before;
        return (above - below) / (2 * step);
    };
    const auto expectClose = [](double computed, double measured) {
        EXPECT_NEAR(computed, measured, 1e-6 * std::max(1.0, std::abs(measured)));
    };
    const Gradient<double> inGradient = net.differentiate(kernels::KernelPolicy::sparse);
    for (auto& m : net.masks()) {
        for (std::size_t i = 0; i < m.kept.size(); i += 3) {
            SCOPED_TRACE(testing::Message() << m.parameter->name() << "[" << i << "]");
            const double gradient = m.parameter->gradient()[i];
            if (m.kept[i] != 0) {
                expectClose(gradient, difference(m.effective[i]));
            } else {
                EXPECT_EQ(gradient, 0) << "a pruned weight that stands still";
            }
        }
    }
    const Shape s = net.in().shape();
    for (Index k = 0; k < s.size(); k += 5) {
        const Index c = k / s.pixels(), y = k % s.pixels() / s.width, x = k % s.width, n = k % 19;
        SCOPED_TRACE(testing::Message() << "input " << c << "," << y << "," << x << "," << n);
        expectClose(inGradient->at(c, y, x, n), difference(net.in().at(c, y, x, n)));
    }
}

TEST(SparseLayers, GradientsOfAMaskedConvolutionAreThoseOfItsKeptWeights) {
    GraphBuilder net({3, 6, 7}, "test");
    checkGradients(net.convolution("conv1", {5, 3, 1, 1, true}).convolution("conv2", {4, 3, 2, 1, false}));
}

TEST(SparseLayers, GradientsOfAMaskedDenseLayerAreThoseOfItsKeptWeights) {
    GraphBuilder net({31, 1, 1}, "test");
    checkGradients(net.dense("fc1", 20).dense("fc2", 9));
}

TEST(SparseLayers, GiveTheBitsOfDenseLayersForAnyNumberOfImages) {
    auto builder = convolutions();
    MaskedNet<float> net(builder, 130, 0.3);
    for (const Index images : {130, 129, 17, 3, 1}) {
        net.setImages(images);
        net.mask(0.2);
        const std::vector<float> dense = valuesOf(*net.differentiate(kernels::KernelPolicy::dense));
        const std::vector<float> gradients = net.gradients();
        EXPECT_FALSE(net.masks()[0].parameter->runsSparse());
        const std::vector<float> sparse = valuesOf(*net.differentiate(kernels::KernelPolicy::sparse));
        EXPECT_TRUE(net.masks()[0].parameter->runsSparse());
        EXPECT_EQ(sparse, dense) << images << " images";
        EXPECT_EQ(net.gradients(), gradients) << "pruned weights that learn have their gradients too";
        EXPECT_EQ(valuesOf(net.forward(kernels::KernelPolicy::sparse)),
                  valuesOf(net.forward(kernels::KernelPolicy::dense)));
    }
}

TEST(SparseLayers, FollowTheMaskAtEveryChange) {
    auto builder = convolutions();
    MaskedNet<float> net(builder, 32, 0.4);
    for (const double density : {0.4, 0.1, 0.3, 0.9, 0.2}) {
        net.mask(density);
        const std::vector<float> sparse = valuesOf(*net.differentiate(kernels::KernelPolicy::sparse));
        EXPECT_EQ(sparse, valuesOf(*net.differentiate(kernels::KernelPolicy::dense))) << density;
    }
}

TEST(SparseLayers, LeaveNothingInTheGradientsOfPrunedWeightsThatStandStill) {
    auto builder = convolutions();
    MaskedNet<float> net(builder, 32, 0.3);
    net.differentiate(kernels::KernelPolicy::dense);
    for (auto& m : net.masks())
        std::fill_n(m.parameter->gradient(), m.parameter->size(), std::numeric_limits<float>::quiet_NaN());
    net.freeze();
    for (int change = 0; change < 2; ++change) {
        net.differentiate(kernels::KernelPolicy::measured);
        for (const auto& m : net.masks()) {
            for (std::size_t i = 0; i < m.kept.size(); ++i) {
                const float g = m.parameter->gradient()[i];
                ASSERT_TRUE(m.kept[i] != 0 ? std::isfinite(g) : g == 0) << m.parameter->name() << i;
            }
        }
        net.differentiate(kernels::KernelPolicy::dense);  // writes them all, also those that stand still
        net.mask(0.2);
    }
}

TEST(SparseLayers, StayDenseWhileMoreThanHalfIsKeptAndWithoutAMask) {
    auto builder = convolutions();
    MaskedNet<float> net(builder, 16, 0.8);
    net.forward(kernels::KernelPolicy::sparse);
    EXPECT_FALSE(net.masks()[0].parameter->runsSparse());
    net.mask(0.1);
    net.forward(kernels::KernelPolicy::sparse);
    EXPECT_TRUE(net.masks()[0].parameter->runsSparse());
    for (auto& m : net.masks()) m.parameter->setMask(nullptr, m.parameter->size());
    net.forward(kernels::KernelPolicy::sparse);
    EXPECT_FALSE(net.masks()[0].parameter->runsSparse());
}

}  // namespace
}  // namespace prunescope::nn
