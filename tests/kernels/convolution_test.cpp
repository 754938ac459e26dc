#include "kernels/convolution.h"

#include "convolution_inputs.h"
#include "kernels/elementwise.h"
#include "kernels/reference_kernels.h"

#include <tbb/task_arena.h>

#include <cmath>

namespace prunescope::kernels {
namespace {

/// Everything the three passes compute for one geometry.
template <class T>
struct Passes {
    Tensor<T> out, inGradient;
    Tensor<T> added;  ///< the gradient of the data, added to the input
    std::vector<T> weightGradient, biasGradient;
};

template <class T>
Passes<T> fastPasses(const ConvolutionGeometry& g, const Inputs<T>& i) {
    const Index images = i.in.images();
    Passes<T> p{Tensor<T>(g.output(), images), Tensor<T>(g.input, images), copyOf(i.in),
                std::vector<T>(static_cast<std::size_t>(g.weights())),
                std::vector<T>(static_cast<std::size_t>(g.outputs))};
    const Convolution<T> convolution(g);
    Scratch<T> scratch;
    convolution.forward(i.in, i.weight.data(), i.bias.data(), p.out);
    convolution.backwardData(i.outGradient, i.weight.data(), p.inGradient);
    convolution.backwardData(i.outGradient, i.weight.data(), p.added, SumStart::destination);
    convolution.backwardWeights(i.in, i.outGradient, p.weightGradient.data(), scratch);
    convolution.backwardBias(i.outGradient, p.biasGradient.data());
    return p;
}

template <class T>
void expectEqualToReference(const ConvolutionGeometry& g, Index images, double epsilon) {
    SCOPED_TRACE(testing::Message() << textOf(g) << ", images " << images);
    const Inputs<T> i(g, images, 7);
    const Passes<T> fast = fastPasses(g, i);
    Tensor<T> out(g.output(), images);
    reference::convolutionForward(g, i.in, i.weight.data(), i.bias.data(), out);
    Tensor<T> inGradient(g.input, images);
    std::vector<double> weightGradient;
    reference::convolutionBackward(g, i.in, i.weight.data(), i.outGradient, inGradient, weightGradient);

    // The error of a sum of normal products grows with the square root of its length.
    expectNear(fast.out, out, epsilon * std::sqrt(static_cast<double>(g.groupInputs() * g.taps())));
    const double dataTolerance = epsilon * std::sqrt(static_cast<double>(g.groupOutputs() * g.taps()));
    expectNear(fast.inGradient, inGradient, dataTolerance);
    addPlanes(inGradient, i.in, inGradient);
    expectNear(fast.added, inGradient, dataTolerance);
    const double positions = static_cast<double>(g.output().pixels() * images);
    for (std::size_t w = 0; w < weightGradient.size(); ++w) {
        ASSERT_NEAR(static_cast<double>(fast.weightGradient[w]), weightGradient[w],
                    epsilon * std::sqrt(positions))
            << w;
    }
    for (Index o = 0; o < g.outputs; ++o) {
        double sum = 0;
        for (Index n = 0; n < images; ++n)
            for (Index y = 0; y < g.output().height; ++y)
                for (Index x = 0; x < g.output().width; ++x)
                    sum += static_cast<double>(i.outGradient.at(o, y, x, n));
        ASSERT_NEAR(static_cast<double>(fast.biasGradient[static_cast<std::size_t>(o)]), sum,
                    epsilon * std::sqrt(positions));
    }
}

TEST(Convolution, EqualsItsReferenceOnTheShapesOfTheNetworks) {
    expectEqualToReference<float>({{1, 28, 28}, 20, 5, 5, 1, 0}, 24, 2e-5);
    expectEqualToReference<float>({{20, 12, 12}, 50, 5, 5, 1, 0}, 24, 2e-5);
    expectEqualToReference<float>({{3, 32, 32}, 16, 3, 3, 1, 1}, 17, 2e-5);
    expectEqualToReference<float>({{16, 16, 16}, 32, 3, 3, 2, 1}, 17, 2e-5);
    expectEqualToReference<float>({{64, 8, 8}, 64, 3, 3, 1, 1}, 3, 2e-5);
    expectEqualToReference<float>({{16, 16, 16}, 32, 1, 1, 2, 0}, 33, 2e-5);
    expectEqualToReference<float>({{784, 1, 1}, 300, 1, 1, 1, 0}, 128, 2e-5);
    expectEqualToReference<float>({{300, 1, 1}, 10, 1, 1, 1, 0}, 129, 2e-5);
}

TEST(Convolution, EqualsItsReferenceWhereTheSumsAreCutIntoPieces) {
    // More terms than are taken at once, in whole channels and, with a large kernel, inside of one; rows
    // longer than a window; more source than a cache holds; channels and lanes that leave something over
    // everywhere.
    expectEqualToReference<float>({{70, 4, 40}, 9, 3, 3, 1, 1}, 50, 2e-5);
    expectEqualToReference<float>({{2, 24, 30}, 5, 24, 24, 1, 0}, 5, 2e-5);
    expectEqualToReference<float>({{1025, 1, 1}, 17, 1, 1, 1, 0}, 130, 2e-5);
    expectEqualToReference<double>({{33, 5, 37}, 11, 3, 3, 2, 1}, 9, 1e-12);
}

TEST(Convolution, EqualsItsReferenceOnRandomShapes) {
    Random random(11, RandomStream::test);
    for (int k = 0; k < 60; ++k) {
        const ConvolutionGeometry g = randomGeometry(random);
        expectEqualToReference<float>(g, between(random, 1, 150), 2e-5);
        expectEqualToReference<double>(g, between(random, 1, 20), 1e-12);
    }
}

TEST(Convolution, EqualsItsReferenceOnRectanglesOfTheSizeOfNetworks) {
    expectEqualToReference<float>({.input = {8, 12, 48},
                                   .outputs = 12,
                                   .kernelHeight = 3,
                                   .kernelWidth = 3,
                                   .stride = {2, 1},
                                   .padding = 1},
                                  33, 2e-5);
    expectEqualToReference<float>(
        {.input = {17, 17, 17}, .outputs = 20, .kernelHeight = 1, .kernelWidth = 7, .padding = {0, 3}}, 20,
        2e-5);
    expectEqualToReference<float>(
        {.input = {17, 17, 17}, .outputs = 20, .kernelHeight = 7, .kernelWidth = 1, .padding = {3, 0}}, 20,
        2e-5);
}

TEST(Convolution, EqualsItsReferenceInGroupsOfRandomShapes) {
    Random random(12, RandomStream::test);
    for (int k = 0; k < 60; ++k) {
        const ConvolutionGeometry g = randomGroups(random);
        expectEqualToReference<float>(g, between(random, 1, 150), 2e-5);
        expectEqualToReference<double>(g, between(random, 1, 20), 1e-12);
    }
}

TEST(Convolution, EqualsItsReferenceWhereGroupsAreCutIntoPieces) {
    // More outputs in a group than are made at once, more terms than are taken at once, and depthwise layers
    // as the networks have them.
    expectEqualToReference<float>({{140, 4, 20}, 18, 3, 3, 1, 1, 1, 2}, 50, 2e-5);
    expectEqualToReference<float>({{12, 9, 9}, 60, 5, 5, 1, 2, 2, 3}, 33, 2e-5);
    expectEqualToReference<float>({{48, 16, 16}, 48, 3, 3, 2, 1, 1, 48}, 65, 2e-5);
    expectEqualToReference<float>({{40, 1, 1}, 80, 1, 1, 1, 0, 1, 8}, 130, 2e-5);
}

TEST(Convolution, OfGroupsByHand) {
    // Two groups of one pixel: the first output is 2 a + 3 b, the second 5 c + 7 d.
    const ConvolutionGeometry g{{4, 1, 1}, 2, 1, 1, 1, 0, 1, 2};
    Tensor<float> in(g.input, 1), out(g.output(), 1);
    for (Index c = 0; c < 4; ++c) in.at(c, 0, 0, 0) = static_cast<float>(c + 1);
    const std::vector<float> weight{2, 3, 5, 7};
    Convolution<float>(g).forward(in, weight.data(), nullptr, out);
    EXPECT_EQ(out.at(0, 0, 0, 0), 2 * 1 + 3 * 2);
    EXPECT_EQ(out.at(1, 0, 0, 0), 5 * 3 + 7 * 4);
}

TEST(Convolution, WithDilationReadsEverySecondPixelByHand) {
    const ConvolutionGeometry g{{1, 1, 5}, 1, 1, 3, 1, 0, 2};
    Tensor<float> in(g.input, 1), out(g.output(), 1);
    for (Index x = 0; x < 5; ++x) in.at(0, 0, x, 0) = static_cast<float>(x + 1);
    const std::vector<float> weight{1, 10, 100};
    Convolution<float>(g).forward(in, weight.data(), nullptr, out);
    EXPECT_EQ(g.output(), (Shape{1, 1, 1}));
    EXPECT_EQ(out.at(0, 0, 0, 0), 1 + 30 + 500);
}

TEST(Convolution, WithAnotherStrideAndPaddingForColumnsByHand) {
    // Rows 1 2 3 and 4 5 6. A kernel of one row takes 1 x + 10 y of neighbours, at every second column from
    // one before the first: 0 and 1, then 2 and 3; the padding of columns adds no row.
    const ConvolutionGeometry g{
        .input = {1, 2, 3}, .kernelHeight = 1, .kernelWidth = 2, .stride = {1, 2}, .padding = {0, 1}};
    Tensor<float> in(g.input, 1), out(g.output(), 1);
    for (Index y = 0; y < 2; ++y)
        for (Index x = 0; x < 3; ++x) in.at(0, y, x, 0) = static_cast<float>(3 * y + x + 1);
    const std::vector<float> weight{1, 10};
    Convolution<float>(g).forward(in, weight.data(), nullptr, out);
    EXPECT_EQ(g.output(), (Shape{1, 2, 2}));
    EXPECT_EQ(out.at(0, 0, 0, 0), 10 * 1);
    EXPECT_EQ(out.at(0, 0, 1, 0), 2 + 10 * 3);
    EXPECT_EQ(out.at(0, 1, 0, 0), 10 * 4);
    EXPECT_EQ(out.at(0, 1, 1, 0), 5 + 10 * 6);
}

TEST(Convolution, GivesTheSameBitsOnOneAndTwoThreads) {
    for (const ConvolutionGeometry& g : {ConvolutionGeometry{{16, 32, 32}, 16, 3, 3, 1, 1},
                                         ConvolutionGeometry{{400, 1, 1}, 300, 1, 1, 1, 0},
                                         ConvolutionGeometry{{20, 12, 12}, 50, 5, 5, 1, 0},
                                         ConvolutionGeometry{{24, 12, 12}, 48, 3, 3, 1, 1, 1, 24}}) {
        const Inputs<float> inputs(g, 100, 3);
        Passes<float> one, two;
        tbb::task_arena(1).execute([&] { one = fastPasses(g, inputs); });
        tbb::task_arena(2).execute([&] { two = fastPasses(g, inputs); });
        EXPECT_EQ(one.weightGradient, two.weightGradient);
        EXPECT_EQ(one.biasGradient, two.biasGradient);
        expectNear(one.out, two.out, 0);
        expectNear(one.inGradient, two.inGradient, 0);
    }
}

TEST(Convolution, AddsPaddingAsZerosByHand) {
    // One channel of 2 x 2, a 3 x 3 kernel of ones, padding 1: every output is the sum of all four inputs.
    const ConvolutionGeometry g{{1, 2, 2}, 1, 3, 3, 1, 1};
    Tensor<float> in(g.input, 1), out(g.output(), 1);
    in.at(0, 0, 0, 0) = 1;
    in.at(0, 0, 1, 0) = 2;
    in.at(0, 1, 0, 0) = 3;
    in.at(0, 1, 1, 0) = 4;
    const std::vector<float> ones(9, 1.0F);
    const float bias = 0.5F;
    Scratch<float> scratch;
    Convolution<float>(g).forward(in, ones.data(), &bias, out);
    for (Index y = 0; y < 2; ++y)
        for (Index x = 0; x < 2; ++x) EXPECT_EQ(out.at(0, y, x, 0), 10.5F);
}

TEST(Tiling, CutsABatchIntoEvenTilesOfWholeCacheLines) {
    EXPECT_EQ(Tiling::of(1).lanes, 16);
    EXPECT_EQ(Tiling::of(128).lanes, 64);
    EXPECT_EQ(Tiling::of(128).tiles, 2);
    EXPECT_EQ(Tiling::of(129).lanes, 48);
    EXPECT_EQ(Tiling::of(129).tiles, 3);
}

}  // namespace
}  // namespace prunescope::kernels
