// A trainer whose state is written down and put into another goes on as if nothing had been: for every method
// and optimizer that there is, at any step.

#include "train/trainer_state.h"

#include "base/random.h"
#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "optim/optimizer.h"
#include "prune/method.h"
#include "support/small_run.h"
#include "support/state_parts.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstring>
#include <functional>
#include <limits>

namespace prunescope::train {
namespace {

using test::StatePart;
using test::StateParts;
using testing::HasSubstr;

/// What can be seen of a trainer, number by number.
using Sight = std::vector<double>;

void see(Sight& sight, const run::LayerStatistic& s) {
    for (const double v : {s.threshold, s.updateRatio, static_cast<double>(s.kept),
                           static_cast<double>(s.cut), static_cast<double>(s.revived)})
        sight.push_back(std::isnan(v) ? -1 : v);
    for (const double v : s.ofMethod) sight.push_back(v);
}

void see(Sight& sight, const StepResult& result) {
    sight.push_back(result.sample.loss);
    sight.push_back(result.sample.learningRate);
    sight.push_back(result.sample.targetSparsity);
    sight.push_back(result.masks ? static_cast<double>(result.masks->step.value) : -1);
    for (const run::LayerStatistic& s : result.statistics) see(sight, s);
}

void seeMasks(Sight& sight, const prune::Pruner& pruner) {
    for (std::int32_t l = 0; l < static_cast<std::int32_t>(pruner.layers()); ++l) {
        const LayerIndex layer{l};
        for (const std::uint8_t kept : pruner.previousMask(layer)) sight.push_back(kept);
        for (std::int64_t i = 0; i < pruner.parameter(layer).size(); ++i) {
            const prune::MaskChanges changes = pruner.maskChanges(layer, i);
            sight.push_back(changes.count);
            sight.push_back(changes.last ? static_cast<double>(changes.last->value) : -1);
        }
    }
}

/// All of it between two steps.
Sight sightOf(Trainer& trainer) {
    trainer.pruner().refresh();
    Sight sight{static_cast<double>(trainer.step().value)};
    for (const model::NamedTensor& tensor : trainer.weights().tensors) {
        std::visit([&](const auto& values) { sight.insert(sight.end(), values.begin(), values.end()); },
                   tensor.values);
    }
    const prune::Pruner& pruner = trainer.pruner();
    seeMasks(sight, pruner);
    for (const run::LayerStatistic& s : pruner.statistics(trainer.step())) {
        for (const std::int64_t count : {s.kept, s.cut, s.revived})
            sight.push_back(static_cast<double>(count));
    }
    const run::SparsitySchedule& schedule = pruner.schedule();
    for (const double v : {schedule.initial, schedule.target, static_cast<double>(schedule.start.value),
                           static_cast<double>(schedule.end.value),
                           static_cast<double>(schedule.freeze.value), static_cast<double>(schedule.shape),
                           static_cast<double>(schedule.knots.size()), static_cast<double>(pruner.phase())})
        sight.push_back(v);
    for (const run::ScheduleKnot& knot : schedule.knots) {
        sight.push_back(knot.position);
        sight.push_back(knot.sparsity);
    }
    sight.push_back(pruner.lastMaskUpdate() ? static_cast<double>(pruner.lastMaskUpdate()->value) : -1);
    return sight;
}

class TrainerStateTest : public testing::Test {
protected:
    TrainerStateTest() {
        test::writeTinyMnist(folder_.path());
        config_ = test::smallRun(folder_.path(), "mlp:20", 6);
        config_.pruning.maskInterval = 3;
        config_.schedule.target = 0.9;
        config_.augment = {.shift = 2, .flip = "on", .rotation = 15};
        config_.dropout = 0.25;
        config_.labelSmoothing = 0.1;
    }

    std::unique_ptr<Trainer> trainer() {
        return std::make_unique<Trainer>(ResolvedConfig(config_), data::loadDataset(config_));
    }
    /// So far, with an edit on the way where `edited_`.
    void advance(Trainer& t, std::int64_t total) const {
        for (; total > 0; --total) {
            t.advance();
            if (!edited_ || t.step() != StepIndex{4}) continue;
            run::SparsitySchedule schedule = t.pruner().schedule();
            schedule.shape = run::ScheduleShape::drawn;
            schedule.knots = {{0, schedule.initial}, {0.3, 0.5}, {1, schedule.target}};
            t.pruner().setSchedule(schedule);
            t.pruner().method().setLive("z", LayerIndex{1}, 3);
        }
    }
    /// The state after so many steps, and all that is seen from there on.
    std::pair<std::string, Sight> stateAt(std::int64_t total) {
        const auto t = trainer();
        advance(*t, total);
        std::string state = saveState(*t);
        return {std::move(state), rest(*t)};
    }
    Sight rest(Trainer& t) {
        Sight sight = sightOf(t);
        while (!t.done()) see(sight, t.advance());
        for (const run::LayerStatistic& s : t.finishMasks()) see(sight, s);
        const run::Evaluation last = t.evaluate(run::Split::test);
        sight.push_back(last.loss);
        const Sight end = sightOf(t);
        sight.insert(sight.end(), end.begin(), end.end());
        return sight;
    }
    Sight restFrom(std::string_view state) {
        const auto t = trainer();
        restoreState(*t, state, "state");
        return rest(*t);
    }
    Error refusalOf(std::string_view state) {
        return test::errorOf([&] { restFrom(state); });
    }

    test::TemporaryFolder folder_;
    run::RunConfig config_;
    bool edited_ = false;
};

/// The state with one part changed.
std::string changed(std::string_view state, const std::string& name,
                    const std::function<void(StatePart&)>& change) {
    StateParts parts(state);
    change(parts.part(name));
    std::erase_if(parts.parts, [](const StatePart& part) { return part.name.empty(); });
    return parts.bytes();
}

/// Another value that could as well be meant.
void nudge(StatePart& part) {
    if (part.kind == "f32") {
        std::vector<float> values(part.count);
        std::memcpy(values.data(), part.bytes.data(), part.size());
        for (float& v : values) v = v == 0 ? 0.125F : v * 1.5F;
        std::memcpy(part.bytes.data(), values.data(), part.size());
    } else if (part.kind == "f64") {
        part.bytes[5] = static_cast<char>(part.bytes[5] ^ 32);
    } else if (part.kind == "i64" || part.kind == "flag") {
        part.bytes[0] = static_cast<char>(part.bytes[0] ^ 1);
    } else {
        for (char& byte : part.bytes) byte = static_cast<char>(byte ^ 1);
    }
}

TEST_F(TrainerStateTest, EveryMethodAndOptimizerGoesOnBitForBit) {
    for (const prune::MethodEntry& method : prune::methods()) {
        for (const optim::OptimizerEntry& optimizer : optim::optimizers()) {
            config_.method = method.description.name;
            config_.optimizer.name = optimizer.description.name;
            const auto whole = trainer();
            const auto total = whole->totalSteps();
            ASSERT_GT(total, 17);
            // Before the first step, in the ramp on and between mask updates, frozen, at the end.
            for (const std::int64_t at :
                 {std::int64_t{0}, std::int64_t{6}, std::int64_t{8}, total - 2, total}) {
                const auto [state, expected] = stateAt(at);
                EXPECT_TRUE(restFrom(state) == expected)
                    << config_.method << ", " << config_.optimizer.name << " at step " << at;
            }
        }
    }
}

TEST_F(TrainerStateTest, AtEveryStepOfARunWithExplorationBetweenRests) {
    config_.methodOptions = {{"explore_interval", 4}};
    config_.schedule.end = 0.4;
    config_.schedule.freeze = 0.6;
    const std::int64_t total = trainer()->totalSteps();
    for (std::int64_t at = 0; at <= total; ++at) {
        const auto [state, expected] = stateAt(at);
        EXPECT_TRUE(restFrom(state) == expected) << "at step " << at;
    }
}

TEST_F(TrainerStateTest, WithBatchNormAndEditsOnTheWay) {
    config_.model = "resnet-8";
    config_.dropout = 0;
    config_.epochs = 3;
    edited_ = true;
    for (const std::int64_t at : {3, 4, 5, 9}) {
        const auto [state, expected] = stateAt(at);
        EXPECT_TRUE(restFrom(state) == expected) << "at step " << at;
    }
}

/// Each part is needed: another value of it shows, or is refused.
TEST_F(TrainerStateTest, NothingIsVisitedInVain) {
    for (const char* optimizer : {"sgd", "adamw"}) {
        config_.optimizer.name = optimizer;
        edited_ = true;
        const auto [state, expected] = stateAt(8);
        for (const StatePart& tensor : StateParts(state).parts) {
            // What is found anew in the next step, and kept only to be shown where it is not.
            const bool found = tensor.name.ends_with(".shown") || tensor.name.ends_with(".used");
            if (found || tensor.name == "pruner.resting") continue;
            const std::string other = changed(state, tensor.name, nudge);
            try {
                EXPECT_FALSE(restFrom(other) == expected) << tensor.name << " counts for nothing";
            } catch (const Error& refused) {
                EXPECT_THAT(refused.what(), HasSubstr(tensor.name.substr(0, 10)));
            }
        }
    }
}

TEST_F(TrainerStateTest, AMissingPartIsNamed) {
    const std::string state = stateAt(8).first;
    const std::string without =
        changed(state, "optimizer.fc1.weight.0", [](StatePart& part) { part.name.clear(); });
    EXPECT_THAT(
        refusalOf(without).what(),
        HasSubstr(R"(expected the part ["optimizer.fc1.weight.0","f32",15680], found ["optimizer.fc1.bias)"));
    const std::string longer = changed(state, "network.fc2.bias", [](StatePart& part) {
        part.count = 11;
        part.bytes += std::string(4, '\0');
    });
    EXPECT_THAT(refusalOf(longer).what(), HasSubstr(R"(found ["network.fc2.bias","f32",11])"));
    const std::string renamed = changed(state, "network.fc2.bias", [](StatePart& part) { part.name += "x"; });
    EXPECT_THAT(refusalOf(renamed).what(), HasSubstr(R"(found ["network.fc2.biasx")"));
    StateParts more(state);
    more.parts.push_back({"more", "u8", 1, "x"});
    EXPECT_THAT(refusalOf(more.bytes()).what(), HasSubstr(R"(a part that is not expected, ["more","u8",1])"));
    more.parts.back().count = 2;
    EXPECT_THROW(restFrom(more.bytes()), Error);
}

TEST_F(TrainerStateTest, ValuesThatNoRunCanHaveAreRefused) {
    const std::string state = stateAt(8).first;
    const auto refusedWith = [&](const std::string& name, auto value) {
        return std::string(
            refusalOf(changed(state, name, [&](StatePart& part) { test::setFirst(part, value); })).what());
    };
    EXPECT_THAT(refusedWith("step", std::int64_t{-1}), HasSubstr("'step' has a value that cannot be"));
    EXPECT_THAT(refusedWith("step", std::int64_t{1000}), HasSubstr("'step'"));
    EXPECT_THAT(refusedWith("pruner.phase", std::int64_t{2}), HasSubstr("'pruner.phase'"));
    EXPECT_THAT(refusedWith("pruner.masks_stale", std::int64_t{2}), HasSubstr("'pruner.masks_stale'"));
    EXPECT_THAT(refusedWith("pruner.schedule.shape", std::int64_t{77}), HasSubstr("'pruner.schedule.shape'"));
    EXPECT_THAT(refusedWith("pruner.schedule.knots.count", std::int64_t{1}), HasSubstr("pruner.schedule."));
    EXPECT_THAT(refusedWith("pruner.schedule.knots.count", std::int64_t{1} << 40U),
                HasSubstr("'pruner.schedule.knots.count'"));
    EXPECT_THAT(refusedWith("pruner.schedule.initial", 0.95), HasSubstr("'pruner.schedule.shape'"))
        << "above where it ends";
    EXPECT_THAT(refusedWith("pruner.sparsity_in_force", std::numeric_limits<double>::quiet_NaN()),
                HasSubstr("'pruner.sparsity_in_force'"));
    EXPECT_THAT(refusedWith("pruner.method.strength", 0.0), HasSubstr("'pruner.method.strength'"));
    const std::string cut = changed(state, "pruner.fc2.weight.mask",
                                    [](StatePart& part) { part.bytes.assign(part.size(), '\0'); });
    EXPECT_THAT(refusalOf(cut).what(), HasSubstr("'pruner.fc2.weight.mask'")) << "it keeps too few";
}

/// Whatever somebody writes into it, sum and all: it is refused with its name, or training goes on.
TEST_F(TrainerStateTest, AnyContentIsRefusedOrTrainedFrom) {
    config_.epochs = 2;
    edited_ = true;
    Random random(7, RandomStream::test);
    const std::string state = stateAt(5).first;
    const auto anything = [&](StatePart& part) {
        for (char& byte : part.bytes) {
            if (random.below(4) == 0) byte = static_cast<char>(random.below(256));
        }
    };
    for (const StatePart& part : StateParts(state).parts) {
        for (int trial = 0; trial < 4; ++trial) {
            const auto t = trainer();
            try {
                restoreState(*t, changed(state, part.name, anything), "state");
                while (!t->done()) t->advance();
            } catch (const Error& refused) {
                EXPECT_THAT(refused.what(), HasSubstr("'")) << part.name;
            }
        }
    }
}

TEST_F(TrainerStateTest, DamageShowsInTheSum) {
    const std::string state = stateAt(8).first;
    for (const std::size_t at : {state.size() / 3, state.size() / 2, state.size() - 1}) {
        std::string damaged = state;
        damaged[at] = static_cast<char>(damaged[at] ^ 4);
        EXPECT_THAT(refusalOf(damaged).what(), HasSubstr("it is damaged: its checksum is another")) << at;
    }
    for (const std::size_t length : {std::size_t{0}, std::size_t{7}, state.size() / 2, state.size() - 1})
        EXPECT_THROW(restFrom(state.substr(0, length)), Error) << length;
}

TEST_F(TrainerStateTest, AnotherRunsStateIsRefusedWithWhatDiffers) {
    const std::string state = stateAt(8).first;
    config_.optimizer.learningRate *= 2;
    EXPECT_THAT(refusalOf(state).what(),
                HasSubstr("differs first at 'configuration/optimizer/learning_rate'"));
    config_.optimizer.learningRate /= 2;
    test::writeBytes(folder_.path() / "t10k-labels-idx1-ubyte",
                     test::idxLabels(20, "\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\2"));
    EXPECT_THAT(refusalOf(state).what(), HasSubstr("it was made with another 'data'"));
    EXPECT_THAT(refusalOf("PSSTATE1 and more").what(), HasSubstr("these 17 bytes are no saved state"));
}

/// With a method or an optimizer of its own, or none: what they share goes on.
TEST_F(TrainerStateTest, ARunMayBeginWithTheStateOfAnother) {
    const run::RunConfig parent = *ResolvedConfig(config_);
    const auto [state, asItWentOn] = stateAt(5);
    const auto none = [](StateVisitor& /*visitor*/) {};
    const auto same = trainer();
    beginWith(*same, {state, "state", parent}, {}, none);
    EXPECT_EQ(rest(*same), asItWentOn);
    for (const prune::MethodEntry& method : prune::methods()) {
        for (const optim::OptimizerEntry& optimizer : optim::optimizers()) {
            if (!method.prunes) continue;
            config_.method = method.description.name;
            config_.methodOptions = nlohmann::json::object();
            config_.optimizer.name = optimizer.description.name;
            config_.optimizer.options = nlohmann::json::object();
            const auto other = trainer();
            beginWith(*other, {state, "state", parent}, {"optimizer.", "pruner.method."}, none);
            EXPECT_EQ(other->step(), StepIndex{5}) << config_.method;
            StateParts there(state);
            StateParts here(saveState(*other));
            for (const char* part :
                 {"network.fc1.weight", "pruner.fc1.weight.mask", "pruner.schedule.target"})
                EXPECT_EQ(here.part(part).bytes, there.part(part).bytes) << config_.method << " " << part;
            rest(*other);
            EXPECT_TRUE(other->done());
        }
    }
}

TEST_F(TrainerStateTest, ABranchFromAnyContentIsRefusedOrTrained) {
    config_.epochs = 2;
    const run::RunConfig parent = *ResolvedConfig(config_);
    Random random(11, RandomStream::test);
    const std::string state = stateAt(5).first;
    for (const StatePart& part : StateParts(state).parts) {
        const auto anything = [&](StatePart& changing) {
            for (char& byte : changing.bytes) {
                if (random.below(4) == 0) byte = static_cast<char>(random.below(256));
            }
        };
        const std::string other = changed(state, part.name, anything);
        const auto t = trainer();
        try {
            beginWith(*t, {other, "state", parent}, {}, [](StateVisitor& /*visitor*/) {});
            while (!t->done()) t->advance();
        } catch (const Error& refused) {
            EXPECT_THAT(refused.what(), HasSubstr("'")) << part.name;
        }
    }
}

TEST_F(TrainerStateTest, ABranchNeedsWeightsMasksDataAndTheRunsOwnState) {
    const std::string state = stateAt(5).first;
    const auto refusal = [&](const std::string& bytes, const run::RunConfig& parent) {
        return test::errorOf([&] {
            beginWith(*trainer(), {bytes, "state", parent}, {}, [](StateVisitor& /*visitor*/) {});
        });
    };
    for (const std::string name : {"step", "network.fc1.weight", "pruner.fc2.weight.mask"}) {
        const std::string without = changed(state, name, [](StatePart& part) { part.name.clear(); });
        EXPECT_THAT(refusal(without, *ResolvedConfig(config_)).what(), HasSubstr("no such '" + name + "'"));
        const std::string longer = changed(state, name, [](StatePart& part) {
            part.count += 1;
            part.bytes.resize(part.size());
        });
        EXPECT_THAT(refusal(longer, *ResolvedConfig(config_)).what(), HasSubstr("no such '" + name + "'"));
    }
    run::RunConfig other = config_;
    other.seed += 1;
    EXPECT_THAT(refusal(state, other).what(), HasSubstr("it is the state of another run"));
}

}  // namespace
}  // namespace prunescope::train
