// Batch norm with what stands behind it done in the same sweeps, against the layers one by one, and against a
// batch norm in double written down from its formula.

#include "nn/batch_norm.h"
#include "nn/graph_builder.h"
#include "nn/simple_layers.h"
#include "nn/tape.h"
#include "support/random_tensor.h"

#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <cmath>
#include <optional>

namespace prunescope::nn {
namespace {

template <class T>
class FusedLayers : public testing::Test {
protected:
    static constexpr double tolerance = std::is_same_v<T, double> ? 1e-12 : 1e-5;

    /// Tensors of the pool shall be cut into tiles as those of the test are.
    void setBatch(Index images) {
        pool.emplace(images);
        context.pool = &*pool;
    }

    /// Values with a mean far from 0, where a careless variance loses its digits.
    Tensor<T> normalTensor(Index images, double mean = 0) {
        Tensor<T> tensor(shape, images);
        test::forEachElement(tensor, [&](auto c, auto y, auto x, auto n) {
            tensor.at(c, y, x, n) = static_cast<T>(mean + random.normal());
        });
        return tensor;
    }

    Gradient<T> copyOf(const Tensor<T>& from) {
        Gradient<T> copy = pool->take(shape, from.images());
        copy->clear();
        test::forEachElement(
            from, [&](auto c, auto y, auto x, auto n) { copy->at(c, y, x, n) = from.at(c, y, x, n); });
        return copy;
    }

    /// Scale and shift that are not 1 and 0, and the same for both layers.
    static void setParameters(BatchNorm<T>& layer) {
        std::vector<Parameter<T>*> parameters;
        layer.collect(parameters);
        for (Index c = 0; c < shape.channels; ++c) {
            parameters[0]->value()[c] = static_cast<T>(0.5 + 0.3 * static_cast<double>(c));
            parameters[1]->value()[c] = static_cast<T>(0.2 - 0.1 * static_cast<double>(c));
        }
    }

    static void expectEqual(const Tensor<T>& a, const Tensor<T>& b, const char* what) {
        double worst = 0;
        test::forEachElement(a, [&](auto c, auto y, auto x, auto n) {
            worst = std::max(worst, std::abs(static_cast<double>(a.at(c, y, x, n) - b.at(c, y, x, n))));
        });
        EXPECT_LE(worst, tolerance) << what;
    }

    static void expectParametersEqual(BatchNorm<T>& a, BatchNorm<T>& b) {
        std::vector<Parameter<T>*> left, right;
        a.collect(left);
        b.collect(right);
        for (std::size_t k = 0; k < left.size(); ++k) {
            for (Index i = 0; i < left[k]->size(); ++i) {
                EXPECT_EQ(left[k]->value()[i], right[k]->value()[i]) << left[k]->name();
                if (!left[k]->trained()) continue;
                const auto want = static_cast<double>(right[k]->gradient()[i]);
                EXPECT_NEAR(left[k]->gradient()[i], want, tolerance * 100 * (1 + std::abs(want)));
            }
        }
    }

    static void expectPaddingZero(Tensor<T>& gradient) {
        const Index last = gradient.tiles() - 1;
        for (Index c = 0; c < shape.channels; ++c) {
            for (Index p = 0; p < shape.pixels(); ++p) {
                for (Index l = gradient.imagesIn(last); l < gradient.lanes(); ++l)
                    ASSERT_EQ(gradient.channel(last, c)[p * gradient.lanes() + l], T(0));
            }
        }
    }

    static constexpr Shape shape{3, 9, 11};
    static constexpr std::array<Index, 5> batches{1, 3, 17, 64, 129};
    Random random{23, RandomStream::test};
    std::optional<TensorPool<T>> pool;
    PassContext<T> context{.training = true};
};

using Types = testing::Types<float, double>;
TYPED_TEST_SUITE(FusedLayers, Types);

TYPED_TEST(FusedLayers, BatchNormWithAReluIsBatchNormAndThenARelu) {
    using T = TypeParam;
    for (const Index images : this->batches) {
        SCOPED_TRACE(images);
        this->setBatch(images);
        BatchNorm<T> fused("bn", this->shape), plain("bn", this->shape);
        this->setParameters(fused);
        this->setParameters(plain);
        fused.absorbRelu();
        Relu<T> relu("relu", this->shape);
        const Tensor<T> in = this->normalTensor(images), outGradient = this->normalTensor(images);
        Tensor<T> out(this->shape, images), expected(this->shape, images);
        for (const bool training : {true, false}) {
            this->context.training = training;
            fused.forward(in, out, this->context);
            plain.forward(in, expected, this->context);
            relu.forward(expected, expected, this->context);
            this->expectEqual(out, expected, training ? "training" : "inference");
        }
        this->context.training = true;
        fused.forward(in, out, this->context);
        plain.forward(in, expected, this->context);
        relu.forward(expected, expected, this->context);
        const auto gradient = fused.backward(in, out, this->copyOf(outGradient), true, this->context);
        const auto wanted = plain.backward(
            in, expected, relu.backward(expected, expected, this->copyOf(outGradient), true, this->context),
            true, this->context);
        this->expectEqual(*gradient, *wanted, "gradient");
        this->expectPaddingZero(*gradient);
        this->expectParametersEqual(fused, plain);
    }
}

TYPED_TEST(FusedLayers, JoinedBatchNormIsBatchNormASumAndARelu) {
    using T = TypeParam;
    for (const Index images : this->batches) {
        SCOPED_TRACE(images);
        this->setBatch(images);
        BatchNorm<T> fused("bn", this->shape), plain("bn", this->shape);
        this->setParameters(fused);
        this->setParameters(plain);
        Relu<T> relu("relu", this->shape);
        const Tensor<T> in = this->normalTensor(images), shortcut = this->normalTensor(images),
                        outGradient = this->normalTensor(images);
        Tensor<T> out(this->shape, images), expected(this->shape, images);
        fused.forwardJoined(in, shortcut, out, this->context);
        plain.forward(in, expected, this->context);
        test::forEachElement(expected, [&](auto c, auto y, auto x, auto n) {
            expected.at(c, y, x, n) += shortcut.at(c, y, x, n);
        });
        relu.forward(expected, expected, this->context);
        this->expectEqual(out, expected, "output");

        const auto shortcutGradient = this->copyOf(outGradient);
        const auto inGradient = this->pool->take(this->shape, images);
        fused.backwardJoined(in, out, *shortcutGradient, *inGradient);
        const auto wantedShortcut =
            relu.backward(expected, expected, this->copyOf(outGradient), true, this->context);
        const auto wantedIn =
            plain.backward(in, expected, this->copyOf(*wantedShortcut), true, this->context);
        this->expectEqual(*shortcutGradient, *wantedShortcut, "gradient of the shortcut");
        this->expectEqual(*inGradient, *wantedIn, "gradient of the main path");
        this->expectPaddingZero(*inGradient);
        this->expectPaddingZero(*shortcutGradient);
        this->expectParametersEqual(fused, plain);
    }
}

TYPED_TEST(FusedLayers, MeanFarFromZeroCostsNoDigits) {
    using T = TypeParam;
    BatchNorm<T> layer("bn", this->shape);
    const Tensor<T> in = this->normalTensor(129, 100);
    Tensor<T> out(this->shape, 129);
    layer.forward(in, out, this->context);
    for (Index c = 0; c < this->shape.channels; ++c) {
        double sum = 0, squares = 0, count = 0;
        const auto onChannel = [&](const auto& body) {
            test::forEachElement(in, [&](auto k, auto y, auto x, auto n) {
                if (k == c) body(y, x, n);
            });
        };
        onChannel([&](auto y, auto x, auto n) { sum += static_cast<double>(in.at(c, y, x, n)), ++count; });
        const double mean = sum / count;
        onChannel([&](auto y, auto x, auto n) {
            squares += std::pow(static_cast<double>(in.at(c, y, x, n)) - mean, 2);
        });
        onChannel([&](auto y, auto x, auto n) {
            const double wanted =
                (static_cast<double>(in.at(c, y, x, n)) - mean) / std::sqrt(squares / count + 1e-5);
            ASSERT_NEAR(out.at(c, y, x, n), wanted, this->tolerance * 10);
        });
    }
}

TYPED_TEST(FusedLayers, GiveTheSameBitsOnOneThreadAndOnTwo) {
    using T = TypeParam;
    this->setBatch(129);
    const Tensor<T> in = this->normalTensor(129), outGradient = this->normalTensor(129);
    const auto run = [&](int threads) {
        std::vector<T> bits;
        tbb::task_arena arena(threads);
        arena.execute([&] {
            GraphBuilder builder(this->shape, "test");
            Tape<T> layers(
                builder.residualBlock("block1", 3, 1, {}).residualBlock("block2", 3, 1, {}).build());
            layers.prepare(129);
            std::vector<Parameter<T>*> parameters;
            layers.collect(parameters);
            for (auto* p : parameters) {
                for (Index i = 0; p->role() == ParameterRole::weight && i < p->size(); ++i)
                    p->value()[i] = static_cast<T>(0.1 * std::sin(static_cast<double>(i)));
            }
            kernels::Scratch<T> scratch;
            PassContext<T> pass = this->context;
            pass.scratch = &scratch;
            const Tensor<T>& out = layers.forward(in, pass);
            const auto gradient = layers.backward(in, this->copyOf(outGradient), true, pass);
            test::forEachElement(out, [&](auto c, auto y, auto x, auto n) {
                bits.push_back(out.at(c, y, x, n));
                bits.push_back(gradient->at(c, y, x, n));
            });
            for (auto* p : parameters) {
                if (p->trained()) bits.insert(bits.end(), p->gradient(), p->gradient() + p->size());
            }
        });
        return bits;
    };
    EXPECT_EQ(run(1), run(2));
}

TEST(GraphBuilder, KeepsOrderAndNamesOfWhatTrainingFuses) {
    GraphBuilder builder({3, 8, 8}, "test");
    const Graph graph = builder.convolution("conv", {4, 3, 1, 1, false})
                            .batchNorm("bn")
                            .relu()
                            .residualBlock("block", 8, 2, {".shortcut.conv", ".shortcut.bn"})
                            .build();
    std::vector<std::string> names;
    for (const auto& layer : graph.describe().layers) names.push_back(layer.name);
    EXPECT_EQ(names, (std::vector<std::string>{"conv", "bn", "block.conv1", "block.bn1", "block.conv2",
                                               "block.bn2", "block.shortcut.conv", "block.shortcut.bn"}));
    Tape<float> layers(graph);
    std::vector<Parameter<float>*> parameters;
    layers.collect(parameters);
    EXPECT_EQ(parameters[1]->name(), "bn.weight");
    EXPECT_EQ(parameters[11]->name(), "block.bn2.weight");
    EXPECT_EQ(parameters[15]->name(), "block.shortcut.conv.weight");
}

}  // namespace
}  // namespace prunescope::nn
