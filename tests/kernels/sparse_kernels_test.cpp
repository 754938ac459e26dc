// The sparse kernels compute what the dense ones do when the pruned weights are zero: forward and the
// gradient of the data to the last bit, so that which of them runs is a matter of time alone. The gradient of
// the kept weights adds up in an order of its own; there the mask alone decides which kernel runs.

#include "convolution_inputs.h"
#include "kernels/sparse_gather.h"
#include "kernels/sparse_weight_gradient.h"

#include <tbb/task_arena.h>

#include <cmath>

namespace prunescope::kernels {
namespace {

std::vector<std::uint8_t> randomMask(Index size, double density, std::uint64_t seed) {
    Random random(seed, RandomStream::test);
    std::vector<std::uint8_t> mask(static_cast<std::size_t>(size));
    for (auto& m : mask) m = random.uniform() < density ? 1 : 0;
    return mask;
}

/// What the sparse kernel leaves where a weight is pruned.
constexpr double untouched = -12345;

template <class T>
struct Results {
    Tensor<T> out, inGradient;
    Tensor<T> added;  ///< the gradient of the data, added to the input
    std::vector<T> weightGradient;
};

template <class T>
Results<T> sparsePasses(const ConvolutionGeometry& g, const Inputs<T>& i,
                        const std::vector<std::uint8_t>& mask, const std::vector<T>& weight) {
    const Index images = i.in.images();
    Results<T> r{Tensor<T>(g.output(), images), Tensor<T>(g.input, images), copyOf(i.in),
                 std::vector<T>(weight.size(), T(untouched))};
    auto forward = SparseGather<T>::forward(g);
    forward.setMask(mask.data(), i.in);
    forward.run(i.in, weight.data(), i.bias.data(), r.out);
    auto backward = SparseGather<T>::backwardData(g);
    backward.setMask(mask.data(), i.outGradient);
    backward.run(i.outGradient, weight.data(), nullptr, r.inGradient);
    backward.addTo(i.outGradient, weight.data(), r.added);
    SparseWeightGradient<T> weights(g);
    Scratch<T> scratch;
    weights.setMask(mask.data(), i.in);
    weights.run(i.in, i.outGradient, r.weightGradient.data(), scratch);
    return r;
}

template <class T>
void expectEqualToDense(const ConvolutionGeometry& g, Index images, double density) {
    SCOPED_TRACE(testing::Message() << textOf(g) << ", images " << images << ", density " << density);
    const Inputs<T> i(g, images, 5);
    const auto mask = randomMask(g.weights(), density, 9);
    std::vector<T> weight = i.weight;
    for (std::size_t w = 0; w < weight.size(); ++w) weight[w] = mask[w] != 0 ? weight[w] : T(0);

    Tensor<T> out(g.output(), images);
    Tensor<T> inGradient(g.input, images);
    std::vector<T> weightGradient(weight.size());
    const Convolution<T> dense(g);
    Scratch<T> scratch;
    dense.forward(i.in, weight.data(), i.bias.data(), out);
    dense.backwardData(i.outGradient, weight.data(), inGradient);
    Tensor<T> added = copyOf(i.in);
    dense.backwardData(i.outGradient, weight.data(), added, SumStart::destination);
    dense.backwardWeights(i.in, i.outGradient, weightGradient.data(), scratch);

    const Results<T> sparse = sparsePasses(g, i, mask, weight);
    expectNear(sparse.out, out, 0);
    expectNear(sparse.inGradient, inGradient, 0);
    expectNear(sparse.added, added, 0);
    const double epsilon = std::is_same_v<T, float> ? 2e-6 : 1e-14;
    const double tolerance = epsilon * static_cast<double>(images * g.output().pixels());
    for (std::size_t w = 0; w < weight.size(); ++w) {
        const double expected = mask[w] != 0 ? static_cast<double>(weightGradient[w]) : untouched;
        ASSERT_NEAR(static_cast<double>(sparse.weightGradient[w]), expected, tolerance) << w;
    }
}

TEST(SparseKernels, EqualsTheDenseKernelsOnTheShapesOfTheNetworks) {
    for (const double density : {0.02, 0.3}) {
        expectEqualToDense<float>({{1, 28, 28}, 20, 5, 5, 1, 0}, 128, density);
        expectEqualToDense<float>({{20, 12, 12}, 50, 5, 5, 1, 0}, 128, density);
        expectEqualToDense<float>({{16, 32, 32}, 16, 3, 3, 1, 1}, 128, density);
        expectEqualToDense<float>({{16, 32, 32}, 32, 3, 3, 2, 1}, 129, density);
        expectEqualToDense<float>({{16, 32, 32}, 32, 1, 1, 2, 0}, 17, density);
        expectEqualToDense<float>({{64, 8, 8}, 64, 3, 3, 1, 1}, 1, density);
        expectEqualToDense<float>({{784, 1, 1}, 300, 1, 1, 1, 0}, 128, density);
        expectEqualToDense<float>({{300, 1, 1}, 100, 1, 1, 1, 0}, 3, density);
    }
}

TEST(SparseKernels, EqualsTheDenseKernelsWhereADenseLayerIsCutIntoSlices) {
    for (const double density : {0.0, 0.05, 0.5}) {
        expectEqualToDense<float>({{1900, 1, 1}, 37, 1, 1, 1, 0}, 128, density);
        expectEqualToDense<float>({{37, 1, 1}, 1900, 1, 1, 1, 0}, 128, density);
        expectEqualToDense<float>({{2500, 1, 1}, 70, 1, 1, 1, 0}, 65, density);
    }
}

TEST(SparseKernels, EqualsTheDenseKernelsOnRandomShapes) {
    Random random(21, RandomStream::test);
    for (int k = 0; k < 60; ++k) {
        const ConvolutionGeometry g = randomGeometry(random);
        const double density = static_cast<double>(between(random, 0, 4)) / 4;
        expectEqualToDense<float>(g, between(random, 1, 150), density);
        expectEqualToDense<double>(g, between(random, 1, 20), density);
    }
}

TEST(SparseKernels, EqualsTheDenseKernelsInGroupsOfRandomShapes) {
    Random random(22, RandomStream::test);
    for (int k = 0; k < 60; ++k) {
        const ConvolutionGeometry g = randomGroups(random);
        const double density = static_cast<double>(between(random, 0, 4)) / 4;
        expectEqualToDense<float>(g, between(random, 1, 150), density);
        expectEqualToDense<double>(g, between(random, 1, 20), density);
    }
}

TEST(SparseKernels, FollowsAMaskThatChanges) {
    const ConvolutionGeometry g{{4, 6, 6}, 5, 3, 3, 1, 1};
    const Inputs<float> i(g, 20, 3);
    auto sparse = SparseGather<float>::forward(g);
    const Convolution<float> dense(g);
    Scratch<float> scratch;
    Tensor<float> out(g.output(), 20);
    Tensor<float> expected(g.output(), 20);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto mask = randomMask(g.weights(), 0.4, seed);
        std::vector<float> weight = i.weight;
        for (std::size_t w = 0; w < weight.size(); ++w) weight[w] *= static_cast<float>(mask[w]);
        sparse.setMask(mask.data(), i.in);
        sparse.run(i.in, weight.data(), nullptr, out);
        dense.forward(i.in, weight.data(), nullptr, expected);
        expectNear(out, expected, 0);
    }
}

TEST(SparseKernels, GivesTheSameBitsOnOneAndTwoThreads) {
    for (const ConvolutionGeometry& g : {ConvolutionGeometry{{16, 32, 32}, 16, 3, 3, 1, 1},
                                         ConvolutionGeometry{{400, 1, 1}, 300, 1, 1, 1, 0},
                                         ConvolutionGeometry{{24, 12, 12}, 48, 3, 3, 1, 1, 1, 24}}) {
        const Inputs<float> inputs(g, 100, 3);
        const auto mask = randomMask(g.weights(), 0.1, 4);
        Results<float> one, two;
        tbb::task_arena(1).execute([&] { one = sparsePasses(g, inputs, mask, inputs.weight); });
        tbb::task_arena(2).execute([&] { two = sparsePasses(g, inputs, mask, inputs.weight); });
        EXPECT_EQ(one.weightGradient, two.weightGradient);
        expectNear(one.out, two.out, 0);
        expectNear(one.inGradient, two.inGradient, 0);
    }
}

}  // namespace
}  // namespace prunescope::kernels
