// Steps of training under a pruning method with sparse kernels, against the same steps with dense ones.

#include "nn/graph_builder.h"
#include "nn/network.h"
#include "optim/optimizer.h"
#include "prune/pruner.h"
#include "support/random_tensor.h"

#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>

namespace prunescope::train {
namespace {

using kernels::Index;
using kernels::KernelPolicy;
using run::Phase;

constexpr Index images = 24;
constexpr Index classes = 5;
constexpr std::int64_t steps = 40;
constexpr std::int64_t freeze = 24;

using Build = void (*)(nn::GraphBuilder&);

/// Every layer has several pixels, so that forward and the gradient of the data give the bits of the dense
/// kernels.
void convolutions(nn::GraphBuilder& net) {
    net.convolution("conv1", {8, 3, 1, 1, true}).batchNorm("bn1").relu();
    net.residualBlock("block", 12, 2, {".shortcut.conv", ".shortcut.bn"});
    net.convolution("conv2", {classes, 3, 1, 1, true}).globalAveragePool();
}

void convolutionsAndDenseLayers(nn::GraphBuilder& net) {
    net.convolution("conv1", {6, 5, 1, 0, true}).relu().maxPool({2, 2}).flatten();
    net.dense("fc1", 40).relu().dense("fc2", classes);
}

/// A network with everything that trains and prunes it, on random images.
class Training {
public:
    Training(Build build, const run::RunConfig& config, KernelPolicy kernels)
        : network_(makeNetwork(build)),
          in_(network_.inputShape(), images),
          pruner_(config, network_.parameters(),
                  {.target = 0.9, .start = StepIndex{0}, .end = StepIndex{16}, .freeze = StepIndex{freeze}}),
          optimizer_(optim::makeOptimizer(config.optimizer, network_.parameters())) {
        network_.setKernels(kernels);
        Random random(11, RandomStream::test);
        test::fillNormal(in_, random);
        for (Index i = 0; i < images; ++i)
            labels_.push_back(static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(classes))));
    }

    void advance(std::int64_t count) {
        for (; count > 0; --count, ++step_) {
            const prune::MaskUpdate masks = pruner_.beginStep(step_);
            if (masks.stilled) optimizer_->clearFrozenState();
            network_.differentiate(in_, labels_, {}, 1, static_cast<std::uint64_t>(step_.value));
            optimizer_->update(0.05, &pruner_.beginUpdate());
        }
    }

    /// Latent values of every parameter, one after another.
    std::vector<float> latent() const {
        std::vector<float> all;
        for (const auto* p : network_.parameters()) all.insert(all.end(), p->value(), p->value() + p->size());
        return all;
    }

    bool anyRunsSparse() const {
        const auto& all = network_.parameters();
        return std::any_of(all.begin(), all.end(), [](const auto* p) { return p->runsSparse(); });
    }

    const prune::Pruner& pruner() const { return pruner_; }

private:
    static nn::Network<float> makeNetwork(Build build) {
        nn::GraphBuilder builder({3, 12, 10}, "test");
        build(builder);
        nn::Network<float> network(builder.build(), images);
        nn::initialise(network, 3);
        return network;
    }

    nn::Network<float> network_;
    kernels::Tensor<float> in_;
    std::vector<std::int32_t> labels_;
    prune::Pruner pruner_;
    std::unique_ptr<optim::Optimizer> optimizer_;
    StepIndex step_;
};

class SparseTraining : public testing::TestWithParam<const char*> {
protected:
    SparseTraining() {
        config_.method = GetParam();
        config_.pruning.maskInterval = 3;
    }

    std::vector<float> trained(Build build, KernelPolicy kernels, std::int64_t count) const {
        Training training(build, config_, kernels);
        training.advance(count);
        if (kernels != KernelPolicy::measured) {
            EXPECT_EQ(training.anyRunsSparse(), kernels == KernelPolicy::sparse);
        }
        return training.latent();
    }

    run::RunConfig config_;
};

/// Of methods whose pruned weights learn until the freeze: the gradient of all weights is wanted.
class SparseExploration : public SparseTraining {
protected:
    SparseExploration() {
        // Where pruned weights rest, nobody wants their gradients.
        if (config_.method == "map") config_.methodOptions["explore_interval"] = 1;
    }
};

TEST_P(SparseExploration, GivesConvolutionsTheWeightsOfDenseTrainingBitForBit) {
    for (const char* optimizer : {"sgd", "adamw"}) {
        config_.optimizer.name = optimizer;
        const std::vector<float> dense = trained(convolutions, KernelPolicy::dense, freeze);
        EXPECT_EQ(trained(convolutions, KernelPolicy::sparse, freeze), dense) << optimizer;
        EXPECT_EQ(trained(convolutions, KernelPolicy::measured, freeze), dense) << optimizer;
    }
}

TEST_P(SparseTraining, GivesTheSameBitsWhicheverKernelIsMeasuredToBeFaster) {
    for (const Build build : {convolutions, convolutionsAndDenseLayers}) {
        EXPECT_EQ(trained(build, KernelPolicy::sparse, steps), trained(build, KernelPolicy::measured, steps));
    }
}

TEST_P(SparseTraining, GivesTheWeightsOfDenseTrainingUpToRounding) {
    for (const Build build : {convolutions, convolutionsAndDenseLayers}) {
        const std::vector<float> dense = trained(build, KernelPolicy::dense, steps);
        const std::vector<float> sparse = trained(build, KernelPolicy::sparse, steps);
        ASSERT_EQ(sparse.size(), dense.size());
        for (std::size_t i = 0; i < dense.size(); ++i) ASSERT_NEAR(sparse[i], dense[i], 2e-3) << i;
    }
}

TEST_P(SparseTraining, GivesTheSameBitsOnOneAndTwoThreads) {
    for (const KernelPolicy kernels : {KernelPolicy::sparse, KernelPolicy::measured}) {
        std::vector<float> one;
        std::vector<float> two;
        tbb::task_arena(1).execute([&] { one = trained(convolutionsAndDenseLayers, kernels, steps); });
        tbb::task_arena(2).execute([&] { two = trained(convolutionsAndDenseLayers, kernels, steps); });
        EXPECT_EQ(one, two);
    }
}

TEST_P(SparseTraining, MovesNoPrunedWeightOnceTheMaskIsFrozen) {
    Training training(convolutionsAndDenseLayers, config_, KernelPolicy::sparse);
    training.advance(freeze + 1);
    ASSERT_EQ(training.pruner().phase(), Phase::exploitation);
    std::vector<std::vector<float>> before;
    for (std::size_t l = 0; l < training.pruner().layers(); ++l) {
        const auto& p = training.pruner().parameter(LayerIndex{static_cast<std::int32_t>(l)});
        before.emplace_back(p.value(), p.value() + p.size());
    }
    training.advance(steps - freeze);
    std::int64_t moved = 0;
    for (std::size_t l = 0; l < training.pruner().layers(); ++l) {
        const LayerIndex layer{static_cast<std::int32_t>(l)};
        const auto& p = training.pruner().parameter(layer);
        for (std::size_t i = 0; i < before[l].size(); ++i) {
            const bool same = before[l][i] == p.value()[i];
            if (training.pruner().mask(layer)[i] == 0)
                ASSERT_TRUE(same) << p.name() << "[" << i << "]";
            else
                moved += same ? 0 : 1;
        }
    }
    EXPECT_GT(moved, 0);
}

TEST_P(SparseTraining, LayersRunDenseAgainWhenThePrunerIsGone) {
    nn::GraphBuilder builder({3, 12, 10}, "test");
    convolutions(builder);
    nn::Network<float> network(builder.build(), images);
    nn::initialise(network, 3);
    network.setKernels(KernelPolicy::sparse);
    const kernels::Tensor<float> in(network.inputShape(), images);
    const auto runsSparse = [&] {
        network.infer(in);
        return network.find("conv1.weight")->runsSparse();
    };
    {
        prune::Pruner pruner(config_, network.parameters(),
                             {.shape = run::ScheduleShape::constant, .target = 0.9, .freeze = StepIndex{4}});
        pruner.updateMasks(StepIndex{1});
        EXPECT_TRUE(runsSparse());
        EXPECT_EQ(network.find("conv1.weight")->mask(), pruner.mask(LayerIndex{0}).data());
    }
    EXPECT_FALSE(runsSparse());
    EXPECT_EQ(network.find("conv1.weight")->mask(), nullptr);
}

INSTANTIATE_TEST_SUITE_P(Methods, SparseExploration, testing::Values("map", "dpf"));
INSTANTIATE_TEST_SUITE_P(Methods, SparseTraining, testing::Values("map", "gmp", "dpf"),
                         [](const auto& method) { return std::string(method.param); });

}  // namespace
}  // namespace prunescope::train
