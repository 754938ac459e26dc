// What the kernels of the engine's mathematics save: each beside the same formula as array expressions of
// Eigen.
//
//     formula_bench [ROUNDS]        25 of them without it; on one thread, of an idle machine
//
// Prints a table in Markdown: the median of the rounds in microseconds, and how many times as long the
// expressions take. Both forms take turns; what they compute must agree.

#include "base/random.h"
#include "nn/arrays.h"
#include "nn/batch_norm.h"
#include "parallel/thread_arena.h"
#include "prune/attention.h"
#include "speed/quartiles.h"
#include "speed/stopwatch.h"
#include "support/random_tensor.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>

namespace {

using namespace prunescope;
using kernels::Index;
using kernels::Shape;
using Floats = kernels::Tensor<float>;
using nn::ConstFloatArray;
using nn::FloatArray;

constexpr Index images = 128;

Floats randomTensor(const Shape& shape, std::uint64_t seed) {
    Floats tensor(shape, images);
    Random random(seed, RandomStream::test);
    test::fillNormal(tensor, random);
    return tensor;
}

/// One channel of one tile.
FloatArray channelOf(Floats& tensor, Index tile, Index c) {
    return nn::planeOf(tensor, tile * tensor.shape().channels + c);
}
ConstFloatArray channelOf(const Floats& tensor, Index tile, Index c) {
    return nn::planeOf(tensor, tile * tensor.shape().channels + c);
}

double distance(const Floats& a, const Floats& b) {
    double most = 0;
    for (Index t = 0; t < a.tiles(); ++t)
        for (Index c = 0; c < a.shape().channels; ++c)
            most = std::max(most,
                            static_cast<double>((channelOf(a, t, c) - channelOf(b, t, c)).abs().maxCoeff()));
    return most;
}

class Table {
public:
    explicit Table(int rounds) : rounds_(rounds) {
        std::puts("| formula | kernel, us | Eigen, us | Eigen over kernel |\n|---|---|---|---|");
    }

    void row(const char* name, const std::function<void()>& kernel,
             const std::function<void()>& expressions) const {
        std::vector<double> own, eigen;
        for (int round = 0; round <= rounds_; ++round) {
            const double a = speed::secondsOf(kernel);
            const double b = speed::secondsOf(expressions);
            if (round == 0) continue;  // memory is touched for the first time
            own.push_back(a);
            eigen.push_back(b);
        }
        fmt::print("| {} | {:.0f} | {:.0f} | {:.2f} |\n", name, 1e6 * speed::quartilesOf(own).median,
                   1e6 * speed::quartilesOf(eigen).median, speed::quartilesOfRatios(eigen, own).median);
    }

private:
    int rounds_;
};

void expectAlike(const char* what, double difference) {
    if (difference < 1e-3) return;
    fmt::print(stderr, "{}: the two forms differ by {}\n", what, difference);
    std::exit(1);
}

/// Batch norm with a ReLU behind it, as expressions.
struct NormByExpressions {
    static constexpr double epsilon = 1e-5;
    std::vector<float> mean, factor;

    void forward(const Floats& in, Floats& out) {
        const auto n = static_cast<double>(images * in.shape().pixels());
        for (Index c = 0; c < in.shape().channels; ++c) {
            double sum = 0, squares = 0;
            for (Index t = 0; t < in.tiles(); ++t) sum += channelOf(in, t, c).cast<double>().sum();
            for (Index t = 0; t < in.tiles(); ++t)
                squares += (channelOf(in, t, c).cast<double>() - sum / n).square().sum();
            mean.push_back(static_cast<float>(sum / n));
            factor.push_back(static_cast<float>(1 / std::sqrt(squares / n + epsilon)));
            for (Index t = 0; t < in.tiles(); ++t)
                channelOf(out, t, c) = ((channelOf(in, t, c) - mean.back()) * factor.back()).max(0.0F);
        }
    }

    void backward(const Floats& in, Floats& gradient) const {
        const auto n = static_cast<double>(images * in.shape().pixels());
        for (Index c = 0; c < in.shape().channels; ++c) {
            const float m = mean[static_cast<std::size_t>(c)];
            const float f = factor[static_cast<std::size_t>(c)];
            double sum = 0, product = 0;
            for (Index t = 0; t < in.tiles(); ++t) {
                const ConstFloatArray x = channelOf(in, t, c);
                FloatArray g = channelOf(gradient, t, c);
                g = (x > m).select(g, 0.0F);
                sum += g.cast<double>().sum();
                product += (g * (x - m)).cast<double>().sum();
            }
            const auto meanGradient = static_cast<float>(sum / n);
            const auto meanProduct = static_cast<float>(product * f * f / n);
            for (Index t = 0; t < in.tiles(); ++t) {
                FloatArray g = channelOf(gradient, t, c);
                g = f * (g - meanGradient - (channelOf(in, t, c) - m) * meanProduct);
            }
        }
    }
};

void timeBatchNorm(const Table& table) {
    const Shape shape{16, 32, 32};
    const Floats in = randomTensor(shape, 1);
    const Floats upstream = randomTensor(shape, 2);
    Floats out(shape, images), byEigen(shape, images), gradientByEigen(shape, images);
    nn::BatchNorm<float> layer("norm", shape);
    layer.absorbRelu();
    nn::TensorPool<float> pool(images);
    const nn::PassContext<float> context{.training = true, .pool = &pool};
    NormByExpressions eigen;
    table.row(
        "batch norm and ReLU, forward (16 x 32 x 32 x 128)", [&] { layer.forward(in, out, context); },
        [&] {
            eigen = {};
            eigen.forward(in, byEigen);
        });
    expectAlike("batch norm forward", distance(out, byEigen));
    nn::Gradient<float> gradient;
    const auto copy = [&](Floats& to) {
        for (Index t = 0; t < to.tiles(); ++t)
            for (Index c = 0; c < shape.channels; ++c) channelOf(to, t, c) = channelOf(upstream, t, c);
    };
    table.row(
        "batch norm and ReLU, backward",
        [&] {
            gradient = pool.take(shape, images);
            copy(*gradient);
            gradient = layer.backward(in, out, std::move(gradient), true, context);
        },
        [&] {
            copy(gradientByEigen);
            eigen.backward(in, gradientByEigen);
        });
    expectAlike("batch norm backward", distance(*gradient, gradientByEigen));
}

void timeMagnitudes(const Table& table) {
    constexpr Index block = 4096;
    const Floats values = randomTensor({3300, 1, 1}, 5);
    const float* weights = values.channel(0, 0);
    const Index size = 3300 * 64 / block * block;
    std::vector<std::uint8_t> mask(static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < mask.size(); ++i) mask[i] = i % 20 == 0;
    double own = 0, eigen = 0;
    table.row(
        "magnitudes of 208,896 weights",
        [&] {
            prune::Magnitudes all;
            for (Index at = 0; at < size; at += block)
                all.add(prune::measureMagnitudes(weights + at, mask.data() + at, block));
            own = all.sumKept + static_cast<double>(all.largest);
        },
        [&] {
            double kept = 0, every = 0;
            float smallest = INFINITY, largest = 0;
            Index count = 0;
            for (Index at = 0; at < size; at += block) {
                const auto magnitudes = ConstFloatArray(weights + at, block).abs();
                const nn::MaskArray keeps(mask.data() + at, block);
                kept += (magnitudes * keeps.cast<float>()).cast<double>().sum();
                every += magnitudes.cast<double>().sum();
                smallest = std::min(smallest, magnitudes.minCoeff());
                largest = std::max(largest, magnitudes.maxCoeff());
                count += keeps.cast<Index>().sum();
            }
            eigen = kept + static_cast<double>(largest);
            if (count == 0 || every < 0 || smallest < 0) std::abort();
        });
    expectAlike("magnitudes", std::abs(own - eigen) / eigen);
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 25;
    if (rounds < 1) return std::fputs("formula_bench [ROUNDS]\n", stderr), 2;
    parallel::ThreadArena arena(1);
    arena.run([&] {
        const Table table(rounds);
        timeBatchNorm(table);
        timeMagnitudes(table);
    });
}
