// What the C interface gives of arrays of another program, and what the engine gives of its own parameters:
// bit for bit.

#include "foreign_training.h"
#include "parallel/thread_arena.h"
#include "prune/pruner.h"
#include "run/config_io.h"

#include <cstring>

namespace prunescope::pruner {
namespace {

constexpr std::int64_t steps = 120;

struct Case {
    std::string method;
    std::string options;
};

/// The same training by the engine itself: `prune::Pruner` on parameters of the engine, which alone moves
/// what may move.
class EngineTraining {
public:
    EngineTraining(const Case& of, std::vector<ForeignArrays>& initial) {
        config_ = run::configFromText(of.options, "options");
        config_.method = of.method;
        for (ForeignArrays& t : initial) {
            owned_.push_back(
                std::make_unique<prune::FloatParameter>(t.name, t.shape, nn::ParameterRole::weight));
            std::memcpy(owned_.back()->value(), t.weights(), t.size * sizeof(float));
            parameters.push_back(owned_.back().get());
        }
        pruner = std::make_unique<prune::Pruner>(config_, parameters,
                                                 run::resolvedSchedule(config_.schedule, steps));
    }

    void begin(std::int64_t step) { pruner->beginStep(StepIndex{step}); }
    void learn(std::int64_t step) {
        for (prune::FloatParameter* p : parameters) {
            for (std::int64_t i = 0; i < p->size(); ++i)
                p->gradient()[i] =
                    ForeignTraining::gradientOf(p->used()[i], static_cast<std::size_t>(i), step);
        }
        pruner->formGradients();
        for (prune::FloatParameter* p : parameters) {
            for (std::int64_t i = 0; i < p->size(); ++i) {
                if (p->movable() != nullptr && p->movable()[i] == 0) continue;
                float& w = p->value()[i];
                w = ForeignTraining::moved(w, p->gradient()[i] + 0.01F * w);
            }
        }
    }

private:
    run::RunConfig config_;
    std::vector<std::unique_ptr<prune::FloatParameter>> owned_;

public:
    std::vector<prune::FloatParameter*> parameters;
    std::unique_ptr<prune::Pruner> pruner;
};

void expectSameBits(const float* found, const float* expected, std::size_t size, const std::string& what) {
    for (std::size_t i = 0; i < size; ++i)
        ASSERT_EQ(std::memcmp(found + i, expected + i, sizeof(float)), 0)
            << what << "[" << i << "]: " << found[i] << " and not " << expected[i];
}

void expectSame(ForeignTraining& foreign, const EngineTraining& engine) {
    for (std::size_t t = 0; t < foreign.tensors.size(); ++t) {
        ForeignArrays& arrays = foreign.tensors[t];
        const prune::FloatParameter& own = *engine.parameters[t];
        const LayerIndex layer{static_cast<std::int32_t>(t)};
        ASSERT_EQ(foreign.mask(t), engine.pruner->mask(layer)) << arrays.name;
        expectSameBits(arrays.weights(), own.value(), arrays.size, arrays.name + " weights");
        ASSERT_EQ(prunescope_pruner_kept(foreign.pruner.get(), t), static_cast<std::size_t>(own.kept()));
    }
    ASSERT_EQ(prunescope_pruner_sparsity(foreign.pruner.get()), engine.pruner->sparsity());
}

class SameAsTheEngine : public testing::TestWithParam<Case> {};

TEST_P(SameAsTheEngine, InEveryStepOfATraining) {
    ForeignTraining foreign(GetParam().method, GetParam().options, steps);
    EngineTraining engine(GetParam(), foreign.tensors);
    for (std::int64_t step = 0; step < steps; ++step) {
        foreign.begin(step);
        engine.begin(step);
        for (std::size_t t = 0; t < foreign.tensors.size(); ++t)
            expectSameBits(foreign.tensors[t].effective(), engine.parameters[t]->used(),
                           foreign.tensors[t].size,
                           foreign.tensors[t].name + " effective in step " + std::to_string(step));
        foreign.learn(step);
        engine.learn(step);
        expectSame(foreign, engine);
        if (HasFatalFailure()) return;
    }
    expectDone(prunescope_pruner_finish(foreign.pruner.get(), steps));
    const bool masksMove = engine.pruner->prunes() && engine.pruner->phase() == run::Phase::exploration;
    if (masksMove) engine.pruner->updateMasks(StepIndex{steps});
    expectSame(foreign, engine);
}

const char* const short_ = R"("pruning": {"mask_interval": 4}, "schedule": {"target": 0.9, "freeze": 0.85})";
const char* const unfrozen = R"("pruning": {"mask_interval": 7}, "schedule": {"target": 0.8, "freeze": 1})";

INSTANTIATE_TEST_SUITE_P(
    All, SameAsTheEngine,
    testing::Values(
        Case{"map", std::string("{") + short_ + "}"}, Case{"map", std::string("{") + unfrozen + "}"},
        Case{"map",
             std::string(R"({"method_options": {"z": 0.5, "attention_norm": "none", "explore_interval": 3,
                                               "layer_z": "fc1=2"}, )") +
                 short_ + "}"},
        Case{"gmp", std::string("{") + short_ + "}"},
        Case{"gmp", std::string(R"({"method_options": {"keep_pruned_values": true}, )") + unfrozen + "}"},
        Case{"dpf", std::string("{") + short_ + "}"}, Case{"dense", "{}"}),
    [](const auto& of) { return of.param.method + std::to_string(of.index); });

TEST(PrunerInAnotherProgram, GivesTheSameBitsOnAnyNumberOfThreads) {
    const std::string options = std::string("{") + short_ + "}";
    ForeignTraining one("map", options, steps, 1), all("map", options, steps, 0);
    for (std::int64_t step = 0; step < 20; ++step) {
        one.step(step);
        all.step(step);
    }
    for (std::size_t t = 0; t < one.tensors.size(); ++t) {
        EXPECT_EQ(one.mask(t), all.mask(t));
        expectSameBits(one.tensors[t].weights(), all.tensors[t].weights(), one.tensors[t].size,
                       one.tensors[t].name);
    }
}

}  // namespace
}  // namespace prunescope::pruner
