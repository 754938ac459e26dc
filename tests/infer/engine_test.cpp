// A deployed network answers as the trained one does, whatever the batch, the pruning and the threads.

#include "infer/engine.h"

#include "deployed.h"
#include "nn/models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <ostream>

namespace prunescope::infer {
namespace {

struct Case {
    std::string model;
    Shape input;
    double pruned;  ///< share of weights that are 0
    /// Images of a call; few kinds of calls for a large network.
    std::vector<Index> batches{1, 3, 9, 17, 40};
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
    return out << c.model << " with " << c.pruned << " pruned";
}

std::string nameOf(const testing::TestParamInfo<Case>& param) {
    const Case& c = param.param;
    std::string name = c.model + "_" + std::to_string(c.input.width) + "_" +
                       std::to_string(static_cast<int>(100 * c.pruned));
    std::replace_if(
        name.begin(), name.end(), [](unsigned char ch) { return std::isalnum(ch) == 0; }, '_');
    return name;
}

/// How far single precision leads the trained network itself astray: in a deep one of random weights further
/// than a fixed tolerance allows.
double roundingOf(const Case& c, const std::vector<float>& images, const std::vector<double>& exact) {
    auto network = nn::buildNetwork<float>({.name = c.model,
                                            .input = c.input,
                                            .classes = 10,
                                            .capacity = static_cast<Index>(images.size()) / c.input.size()});
    trainAndPrune(network, c.pruned);
    const std::vector<double> rounded = answersOf(network, images);
    double furthest = 0;
    for (std::size_t i = 0; i < exact.size(); ++i)
        furthest = std::max(furthest, std::abs(rounded[i] - exact[i]));
    return furthest;
}

class EngineTest : public testing::TestWithParam<Case> {};

TEST_P(EngineTest, AnswersAsTheTrainedNetworkDoes) {
    const Case& c = GetParam();
    for (const Index batch : c.batches) {
        SCOPED_TRACE(batch);
        auto network = nn::buildNetwork<double>(
            {.name = c.model, .input = c.input, .classes = 10, .capacity = batch, .dropout = 0.5});
        trainAndPrune(network, c.pruned);
        const std::vector<float> images = randomImages(c.input, batch);
        const std::vector<double> expected = answersOf(network, images);
        double scale = 0;
        for (const double value : expected) scale = std::max(scale, std::abs(value));
        ASSERT_GT(scale, 0);
        const double tolerance = std::max(2e-5 * scale, 4 * roundingOf(c, images, expected));
        for (const int threads : {1, 2}) {
            SCOPED_TRACE(threads);
            Engine engine(network.inferenceGraph(), {.batch = batch, .threads = threads});
            std::vector<float> results(expected.size(), std::nanf(""));
            // Twice: what the first run left in memory must not show in the second.
            for (int k = 0; k < 2; ++k) {
                engine.run(images, results);
                for (std::size_t i = 0; i < results.size(); ++i)
                    ASSERT_NEAR(static_cast<double>(results[i]), expected[i], tolerance) << "value " << i;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Networks, EngineTest,
    testing::Values(Case{"lenet-300-100", {1, 28, 28}, 0}, Case{"lenet-300-100", {1, 28, 28}, 0.95},
                    Case{"lenet-5", {1, 28, 28}, 0}, Case{"lenet-5", {1, 28, 28}, 0.9},
                    Case{"lenet-5", {3, 32, 32}, 0.5}, Case{"resnet-20", {3, 32, 32}, 0},
                    Case{"resnet-20", {3, 32, 32}, 0.95}, Case{"resnet-8:projection", {3, 32, 32}, 0.8},
                    Case{"resnet-8:projection", {1, 28, 28}, 0}, Case{"resnet-8", {2, 19, 23}, 0.7},
                    Case{"mlp:7", {1, 3, 5}, 0.5}, Case{"wrn-10-1", {3, 17, 16}, 0.8},
                    Case{"mobilenet-v2", {3, 8, 7}, 0, {1, 17}},
                    Case{"mobilenet-v2", {3, 8, 7}, 0.8, {1, 17}}),
    nameOf);

TEST(Engine, GivesTheSameBitsForAnyPartOfABatchThatIsCutAlike) {
    auto network =
        nn::buildNetwork<float>({.name = "resnet-8", .input = {3, 32, 32}, .classes = 10, .capacity = 1});
    trainAndPrune(network, 0.9);
    const Index batch = 32;
    const std::vector<float> images = randomImages({3, 32, 32}, batch);
    Engine engine(network.inferenceGraph(), {.batch = batch, .threads = 2});
    Engine alone(network.inferenceGraph(), {.batch = batch, .threads = 1});
    std::vector<float> results(static_cast<std::size_t>(batch * 10));
    std::vector<float> same(results.size());
    engine.run(images, results);
    alone.run(images, same);
    EXPECT_EQ(results, same) << "the number of threads";
    const std::size_t half = images.size() / 2;
    std::vector<float> firstHalf(results.size() / 2);
    engine.run(std::span(images).first(half), firstHalf);
    EXPECT_TRUE(std::equal(firstHalf.begin(), firstHalf.end(), results.begin()));
}

kernels::Tensor<float> tensorOf(const std::vector<float>& images, const Shape& shape, Index count) {
    kernels::Tensor<float> tensor(shape, count);
    auto value = images.begin();
    for (Index n = 0; n < count; ++n)
        for (Index c = 0; c < shape.channels; ++c)
            for (Index y = 0; y < shape.height; ++y)
                for (Index x = 0; x < shape.width; ++x) tensor.at(c, y, x, n) = *value++;
    return tensor;
}

TEST(Engine, SideBySideGivesAnImageTheSameBitsInAnyBatchOnAnyNumberOfThreads) {
    const Shape shape{3, 16, 16};
    auto network = nn::buildNetwork<float>(
        {.name = "resnet-8:projection", .input = shape, .classes = 10, .capacity = 1});
    trainAndPrune(network, 0.7);
    constexpr Index all = 130;
    const std::vector<float> images = randomImages(shape, all);
    const auto answers = [&](Index batch, int threads) {
        Engine engine(network.inferenceGraph(), {.batch = batch, .threads = threads, .sideBySide = true});
        std::vector<float> results;
        for (Index first = 0; first < all; first += batch) {
            const Index count = std::min(batch, all - first);
            const auto begin = images.begin() + first * shape.size();
            const auto in = tensorOf({begin, begin + count * shape.size()}, shape, count);
            kernels::Tensor<float> out({10, 1, 1}, count);
            engine.run(in, out);
            for (Index n = 0; n < count; ++n)
                for (Index k = 0; k < 10; ++k) results.push_back(out.at(k, 0, 0, n));
        }
        return results;
    };
    const std::vector<float> expected = answers(all, 1);
    for (const Index batch : {1, 5, 33, 64, 130})
        for (const int threads : {1, 2, 3})
            EXPECT_EQ(answers(batch, threads), expected) << batch << "," << threads;
}

TEST(Engine, CutsABatchAlikeForAnyNumberOfThreads) {
    const Shape shape{1, 12, 12};
    auto network = nn::buildNetwork<float>({.name = "mlp:30", .input = shape, .classes = 10, .capacity = 1});
    trainAndPrune(network, 0.3);
    // 100 images in tiles of 64, 48 and 32 would leave 36, 4 and 4 over, which are few enough to run alone.
    for (const Index batch : {100, 70, 40, 12, 7}) {
        const std::vector<float> images = randomImages(shape, batch);
        std::vector<std::vector<float>> results;
        for (const int threads : {1, 2, 3}) {
            results.emplace_back(static_cast<std::size_t>(batch * 10));
            Engine(network.inferenceGraph(), {.batch = batch, .threads = threads})
                .run(images, results.back());
        }
        EXPECT_EQ(results[0], results[1]) << batch;
        EXPECT_EQ(results[0], results[2]) << batch;
    }
}

TEST(Engine, LeavesOutWhatIsPruned) {
    auto network = nn::buildNetwork<float>(
        {.name = "lenet-300-100", .input = {1, 28, 28}, .classes = 10, .capacity = 1});
    nn::initialise(network, 3);
    Engine dense(network.inferenceGraph(), {.batch = 64, .threads = 1});
    EXPECT_EQ(dense.removedChannels(), 0);
    EXPECT_EQ(dense.sparseSteps(), 0);
    nn::Parameter<float>* weight = network.find("fc1.weight");
    for (Index i = 0; i < weight->size(); ++i)
        if (i / weight->fanIn() < 30 || i % 50 != 0) weight->value()[i] = 0;
    Engine pruned(network.inferenceGraph(), {.batch = 64, .threads = 1});
    EXPECT_EQ(pruned.removedChannels(), 30) << "units without any weight";
    EXPECT_GT(pruned.sparseSteps(), 0);
}

}  // namespace
}  // namespace prunescope::infer
