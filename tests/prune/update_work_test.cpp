// The pruner's work done along with the optimizer's sweep, against the same work step by step.

#include "base/random.h"
#include "optim/optimizer.h"
#include "prune/pruner.h"

#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <bit>
#include <cmath>
#include <utility>

namespace prunescope::prune {
namespace {

using run::Phase;

enum class Way : std::uint8_t { together, apart };

struct Case {
    const char* method;
    const char* optimizer;
    int exploreInterval = 1;  ///< of map
};

/// Layers of several blocks, of one, and of less than a vector; gradients are random.
class Training {
public:
    Training(const Case& c, Way way)
        : way_(way), random_(5, RandomStream::test), pruner_(config(c), list(), schedule()) {
        for (FloatParameter* p : parameters_) {
            for (nn::Index i = 0; i < p->size(); ++i)
                p->value()[i] = 0.1F * static_cast<float>(random_.normal());
        }
        optimizer_ = optim::makeOptimizer(config(c).optimizer, parameters_);
    }

    void step() {
        const MaskUpdate masks = pruner_.beginStep(step_);
        if (masks.stilled) optimizer_->clearFrozenState();
        for (FloatParameter* p : parameters_) {
            for (nn::Index i = 0; i < p->size(); ++i) p->gradient()[i] = static_cast<float>(random_.normal());
        }
        if (way_ == Way::together) {
            optimizer_->update(rate, &pruner_.beginUpdate());
        } else {
            pruner_.formGradients();
            optimizer_->update(rate);
        }
        ++step_;
        pruner_.refresh();
    }

    const Pruner& pruner() const { return pruner_; }
    const std::vector<FloatParameter*>& parameters() const { return parameters_; }
    const FloatParameter& weights() const { return first_; }

    static std::vector<float> copy(const float* values, nn::Index size) { return {values, values + size}; }

    static constexpr double rate = 0.01;
    static constexpr std::int64_t freeze = 12;

private:
    static run::RunConfig config(const Case& c) {
        run::RunConfig config;
        config.method = c.method;
        if (config.method == "map") config.methodOptions["explore_interval"] = c.exploreInterval;
        config.optimizer.name = c.optimizer;
        config.pruning.maskInterval = 4;
        return config;
    }
    static run::SparsitySchedule schedule() {
        return {.target = 0.95, .start = StepIndex{2}, .end = StepIndex{8}, .freeze = StepIndex{freeze}};
    }
    std::vector<FloatParameter*> list() {
        parameters_ = {&first_, &bias_, &second_, &third_};
        return parameters_;
    }

    Way way_;
    Random random_;
    FloatParameter first_{"a.weight", {100, 203}, nn::ParameterRole::weight};
    FloatParameter bias_{"a.bias", {100}, nn::ParameterRole::bias};
    FloatParameter second_{"b.weight", {31, 100}, nn::ParameterRole::weight};
    FloatParameter third_{"c.weight", {3, 3}, nn::ParameterRole::weight};
    std::vector<FloatParameter*> parameters_;
    Pruner pruner_;
    std::unique_ptr<optim::Optimizer> optimizer_;
    StepIndex step_{0};
};

class UpdateWork : public testing::TestWithParam<Case> {};

TEST_P(UpdateWork, TogetherOrApartGivesTheSameBitsOnAnyNumberOfThreads) {
    Training together(GetParam(), Way::together);
    Training apart(GetParam(), Way::apart);
    tbb::task_arena one(1);
    tbb::task_arena four(4);
    for (std::int64_t step = 0; step < 20; ++step) {
        four.execute([&] { together.step(); });
        one.execute([&] { apart.step(); });
        for (std::size_t k = 0; k < together.parameters().size(); ++k) {
            const FloatParameter& a = *together.parameters()[k];
            const FloatParameter& b = *apart.parameters()[k];
            ASSERT_EQ(Training::copy(a.value(), a.size()), Training::copy(b.value(), b.size()))
                << a.name() << " step " << step;
            ASSERT_EQ(Training::copy(a.used(), a.size()), Training::copy(b.used(), b.size()))
                << a.name() << " step " << step;
        }
    }
    ASSERT_EQ(together.pruner().phase(),
              std::string(GetParam().method) == "dense" ? Phase::exploration : Phase::exploitation);
}

INSTANTIATE_TEST_SUITE_P(Methods, UpdateWork,
                         testing::Values(Case{"map", "sgd"}, Case{"map", "adamw"}, Case{"map", "sgd", 3},
                                         Case{"map", "adamw", 5}, Case{"gmp", "sgd"}, Case{"dpf", "sgd"},
                                         Case{"dense", "sgd"}));

TEST(UpdateWorkOfMap, FindsTheAttentionOfItsDefinitionInBothPhases) {
    Training training({"map", "sgd"}, Way::together);
    for (std::int64_t step = 0; step < 20; ++step) {
        training.step();
        const double p = step < 2 ? 0 : training.pruner().requestedSparsity(StepIndex{step});
        const FloatParameter& layer = training.weights();
        double smallest = 1e9, largest = 0, kept = 0, all = 0;
        for (nn::Index i = 0; i < layer.size(); ++i) {
            const double magnitude = std::abs(static_cast<double>(layer.value()[i]));
            smallest = std::min(smallest, magnitude);
            largest = std::max(largest, magnitude);
            all += magnitude;
            kept += layer.mask()[i] != 0 ? magnitude : 0;
        }
        const auto mean = [&](double sum, nn::Index count) {
            const double n = (sum / static_cast<double>(count) - smallest) / (largest - smallest);
            return (1 - p) + p * n;  // floor b = 1 - p, because z = 1
        };
        const run::LayerMeasures measures = training.pruner().method().measures(LayerIndex{0});
        EXPECT_NEAR(measures[0], mean(kept, layer.kept()), 1e-5) << step;
        EXPECT_NEAR(measures[1], mean(all, layer.size()), 1e-5) << step;
        EXPECT_NEAR(measures[2], 1 - p, 1e-12) << step;
        for (nn::Index i = 0; i < layer.size(); i += 7) {
            const double magnitude = std::abs(static_cast<double>(layer.value()[i]));
            const double a = ((1 - p) + p * (magnitude - smallest) / (largest - smallest)) / measures[0];
            const double effective = layer.mask()[i] != 0 ? a * static_cast<double>(layer.value()[i]) : 0.0;
            ASSERT_NEAR(static_cast<double>(layer.used()[i]), effective, 1e-5) << step << ' ' << i;
        }
    }
}

TEST(UpdateWorkOfMap, ADenseNetworkComputesWithTheLatentWeightsThemselves) {
    Training training({"map", "sgd"}, Way::together);
    training.step();
    EXPECT_EQ(training.weights().used(), training.weights().value());
    for (int k = 0; k < 10; ++k) training.step();
    EXPECT_NE(training.weights().used(), training.weights().value());
}

/// FNV-1a over the bits of every latent weight.
std::uint64_t hashOf(const Training& training) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const FloatParameter* p : training.parameters()) {
        for (nn::Index i = 0; i < p->size(); ++i)
            hash = (hash ^ std::bit_cast<std::uint32_t>(p->value()[i])) * 0x100000001b3;
    }
    return hash;
}

/// Golden: what the engine gave before pruned weights could rest (commit 9c07a16), after 20 steps that
/// explore, prune and freeze.
TEST(UpdateWorkOfMap, WithoutRestTheBitsAreThoseOfEver) {
    for (const auto& [optimizer, golden] : {std::pair{"sgd", std::uint64_t{4736600884487416138}},
                                            std::pair{"adamw", std::uint64_t{53631505444267741}}}) {
        Training training({"map", optimizer}, Way::together);
        for (std::int64_t step = 0; step < 20; ++step) training.step();
        EXPECT_EQ(hashOf(training), golden) << optimizer;
    }
}

TEST(UpdateWorkOfMap, PrunedWeightsMoveInTheirOwnStepsAlone) {
    Training training({"map", "sgd", 5}, Way::together);
    const FloatParameter& layer = training.weights();
    for (std::int64_t step = 0; step < Training::freeze; ++step) {
        const std::vector<float> before = Training::copy(layer.value(), layer.size());
        training.step();
        nn::Index moved = 0;
        nn::Index keptMoved = 0;
        for (nn::Index i = 0; i < layer.size(); ++i) {
            const bool changed = layer.value()[i] != before[static_cast<std::size_t>(i)];
            (layer.mask()[i] != 0 ? keptMoved : moved) += changed ? 1 : 0;
        }
        const nn::Index pruned = layer.size() - layer.kept();
        EXPECT_GT(keptMoved, layer.kept() / 2) << step;
        if (step % 5 == 4) {
            EXPECT_GT(pruned, 0) << step;
            EXPECT_GT(moved, pruned / 2) << step;
        } else {
            EXPECT_EQ(moved, 0) << step;
        }
    }
}

TEST(UpdateWorkOfMap, WeightsThatStandStillKeepTheirBits) {
    Training training({"map", "sgd"}, Way::together);
    for (std::int64_t k = 0; k <= Training::freeze; ++k) training.step();
    const FloatParameter& layer = training.weights();
    ASSERT_FALSE(layer.movableList().empty());
    const std::vector<float> before = Training::copy(layer.value(), layer.size());
    training.step();
    nn::Index moved = 0;
    for (nn::Index i = 0; i < layer.size(); ++i) {
        const bool changed = layer.value()[i] != before[static_cast<std::size_t>(i)];
        ASSERT_LE(changed, layer.mask()[i] != 0) << i;
        moved += changed;
    }
    EXPECT_GT(moved, layer.kept() / 2);
}

}  // namespace
}  // namespace prunescope::prune
