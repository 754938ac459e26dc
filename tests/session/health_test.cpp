// What the guard of a live run finds, and what the run does about it.

#include "session/health.h"

#include "run/moments.h"
#include "session/tiny_session.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::session {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr float nan = std::numeric_limits<float>::quiet_NaN();

class HealthTest : public TinySession {
protected:
    std::unique_ptr<train::Trainer> trainer() const {
        return std::make_unique<train::Trainer>(train::ResolvedConfig(config_), data::loadDataset(config_));
    }

    /// A run whose network was changed before it began.
    template <class Change>
    run::RunOutcome runAfter(const Change& change) {
        auto changed = trainer();
        change(changed->network());
        return Session(std::move(changed), sink_, clock_, SessionOptions{}).wait();
    }

    const run::AuditEvent* eventOf(const std::string& kind) const {
        const auto& events = sink_.kept().events;
        const auto found =
            std::find_if(events.begin(), events.end(), [&](const auto& e) { return e.kind == kind; });
        return found == events.end() ? nullptr : &*found;
    }

    static void shrinkLastLayer(const nn::Network<float>& network) {
        nn::Parameter<float>* weights = network.find("fc2.weight");
        for (nn::Index i = 0; i < weights->size(); ++i) weights->value()[i] *= 1e-6F;
    }

    MemorySink sink_;
};

TEST_F(HealthTest, AWeightThatIsNoNumberEndsTheRunAsFailedAndSaysWhere) {
    for (const char* method : {"map", "dpf", "gmp", "dense"}) {
        config_.method = method;
        sink_ = {};
        const run::RunOutcome outcome =
            runAfter([](const auto& network) { network.find("fc1.weight")->value()[5] = nan; });
        EXPECT_EQ(outcome.state, run::RunState::failed) << method;
        EXPECT_THAT(outcome.message.english(), AllOf(HasSubstr("step 1"), HasSubstr("diverged"),
                                                     HasSubstr("Lower optimizer.learning_rate")))
            << method;
        EXPECT_THAT(sink_.eventKinds(),
                    AllOf(Contains(event::diverged), Contains(event::failed), Not(Contains(event::finished))))
            << method;
    }
}

TEST_F(HealthTest, WhatTheLastStepDidIsRecordedThoughTheRunEndsWithIt) {
    config_.optimizer.learningRate = 1e6;
    config_.pruning.maskInterval = 1;
    config_.schedule = {.initial = 0.5, .start = 0};
    EXPECT_EQ(start(sink_, false)->wait().state, run::RunState::failed);
    const run::RunRecord& kept = sink_.kept();
    ASSERT_FALSE(kept.samples.empty());
    const run::MetricSample& last = kept.samples.back();
    EXPECT_FALSE(std::isfinite(last.loss));
    ASSERT_FALSE(kept.maskUpdates.empty());
    EXPECT_EQ(kept.maskUpdates.back().step, last.step);
    EXPECT_EQ(kept.maskUpdates.back().sparsity, last.sparsity);
    const auto moments = run::momentsOf(kept.layerStatistics);
    ASSERT_FALSE(moments.empty());
    double weights = 0;
    double cut = 0;
    for (const run::LayerStatistic& layer : moments.back()) {
        EXPECT_EQ(layer.step, last.step);
        weights += static_cast<double>(layer.weights);
        cut += static_cast<double>(layer.weights - layer.kept);
    }
    EXPECT_DOUBLE_EQ(cut / weights, last.sparsity) << "what layers show adds up to the whole";
}

/// A batch norm whose statistics are infinite answers alike for every image, with a finite loss.
TEST_F(HealthTest, ARunningStatisticThatIsNotFiniteEndsTheRunAsFailed) {
    config_.model = "resnet-8";
    config_.epochs = 1;
    config_.pruning.maskInterval = 1;
    const run::RunOutcome outcome = runAfter([](const auto& network) {
        network.find("stage2.block1.bn1.running_var")->value()[0] = std::numeric_limits<float>::infinity();
    });
    EXPECT_EQ(outcome.state, run::RunState::failed);
    EXPECT_THAT(outcome.message.english(), HasSubstr("stage2.block1.bn1.running_var"));
}

TEST_F(HealthTest, ALearningRateThatBlowsTheNetworkUpNeverEndsAsFinishedWithoutAWord) {
    for (const char* method : {"map", "dpf", "gmp", "dense"}) {
        for (const double rate : {3.0, 30.0, 100.0}) {
            config_.method = method;
            config_.optimizer.learningRate = rate;
            sink_ = {};
            const auto live = start(sink_, false);
            const run::RunOutcome outcome = live->wait();
            if (outcome.state != run::RunState::finished) continue;
            const auto& test = sink_.kept().evaluations.back();
            EXPECT_EQ(outcome.message.empty(), !Health::judge(test)) << method << ' ' << rate;
        }
    }
}

TEST_F(HealthTest, ALayerPressedToItsFewestWeightsHoldsTheRamp) {
    const run::RunOutcome outcome = runAfter(shrinkLastLayer);
    ASSERT_EQ(outcome.state, run::RunState::finished);
    const run::AuditEvent* held = eventOf(event::collapseSuspected);
    ASSERT_NE(held, nullptr);
    EXPECT_THAT(held->note.english(), AllOf(HasSubstr("fc2 (1/160)"), HasSubstr("held")));
    const auto before = std::get<run::SparsitySchedule>(held->before);
    const auto after = std::get<run::SparsitySchedule>(held->after);
    EXPECT_EQ(before.target, 0.95);
    EXPECT_LT(after.target, 0.95);
    EXPECT_EQ(after.end, held->step);
    EXPECT_EQ(after.freeze, before.freeze);
    const auto& samples = sink_.kept().samples;
    const auto at = static_cast<std::size_t>(held->step.value) - 1;
    EXPECT_EQ(samples.back().sparsity, samples[at].sparsity) << "not one weight more";
    EXPECT_EQ(samples.back().phase, run::Phase::exploitation) << "the planned freeze stands";
}

TEST_F(HealthTest, AsAskedTheRunStopsOrOnlyNotesIt) {
    config_.pruning.onCollapse = "stop";
    run::RunOutcome outcome = runAfter(shrinkLastLayer);
    EXPECT_EQ(outcome.state, run::RunState::stopped);
    EXPECT_THAT(outcome.message.english(), HasSubstr("fc2 (1/160)"));
    EXPECT_LT(sink_.kept().samples.size(), static_cast<std::size_t>(sink_.kept().header.totalSteps));
    sink_ = {};
    config_.pruning.onCollapse = "note";
    outcome = runAfter(shrinkLastLayer);
    EXPECT_EQ(outcome.state, run::RunState::finished);
    ASSERT_NE(eventOf(event::collapseSuspected), nullptr);
    EXPECT_FALSE(run::hasValues(eventOf(event::collapseSuspected)->after));
    EXPECT_NEAR(sink_.kept().samples.back().sparsity, 0.95, 1e-4);
}

TEST_F(HealthTest, AHealthyRunGivesNoAlarmAtTheFewestThatTheUserAskedFor) {
    config_.schedule.target = 0.98;
    config_.pruning.minKeep = 120;  // binds in the last layer, far above an equal share of 3
    start(sink_, false)->wait();
    EXPECT_EQ(eventOf(event::collapseSuspected), nullptr);
    EXPECT_EQ(eventOf(event::divergenceSuspected), nullptr);
    EXPECT_EQ(sink_.kept().layerStatistics.back().kept, 120);
}

TEST_F(HealthTest, ALossThatFallsBackToThatOfGuessingIsToldOnce) {
    const auto t = trainer();
    Health health(*t);
    train::StepResult step;
    const auto look = [&](double loss) {
        step.sample.loss = loss;
        return health.look(*t, step);
    };
    const double guessing = std::log(10.0);
    for (int k = 0; k < 200; ++k) EXPECT_THAT(look(guessing), IsEmpty()) << "nothing was learned yet";
    for (int k = 0; k < 50; ++k) EXPECT_THAT(look(0.4), IsEmpty());
    for (int k = 0; k < 49; ++k) EXPECT_THAT(look(guessing), IsEmpty());
    EXPECT_THAT(look(0.4), IsEmpty()) << "49 in a row are not 50";
    for (int k = 0; k < 49; ++k) EXPECT_THAT(look(guessing), IsEmpty());
    const auto findings = look(guessing);
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_STREQ(findings[0].kind, event::collapseSuspected);
    EXPECT_THAT(findings[0].found.english(), AllOf(HasSubstr("50 steps"), HasSubstr("2.187")));
    for (int k = 0; k < 200; ++k) EXPECT_THAT(look(guessing), IsEmpty());
}

TEST_F(HealthTest, WeightsThatGrowTenfoldWithinAnEpochAreTold) {
    config_.pruning.maskInterval = 1;
    const auto t = trainer();
    Health health(*t);
    const auto step = [&] {
        const train::StepResult result = t->advance();
        EXPECT_EQ(health.measure(*t), std::nullopt);
        return health.look(*t, result);
    };
    EXPECT_THAT(step(), IsEmpty());
    nn::Parameter<float>* weights = t->network().find("fc2.weight");
    const auto scale = [&](float factor) {
        for (nn::Index i = 0; i < weights->size(); ++i) weights->value()[i] *= factor;
    };
    scale(4);
    EXPECT_THAT(step(), IsEmpty());
    scale(4);
    const auto findings = step();
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_STREQ(findings[0].kind, event::divergenceSuspected);
    EXPECT_THAT(findings[0].found.english(), HasSubstr("layer fc2"));
    // Fourfold in each of several epochs is no alarm.
    scale(1 / 16.0F);
    for (std::int64_t k = 0; k < 2 * t->stepsPerEpoch(); ++k) step();
    for (int round = 0; round < 3; ++round) {
        scale(4);
        for (std::int64_t k = 0; k < 2 * t->stepsPerEpoch(); ++k) EXPECT_THAT(step(), IsEmpty()) << round;
    }
}

TEST(HealthOfTheEnd, AnAccuracyWithinNoiseOfGuessingIsNoResult) {
    const auto evaluation = [](std::vector<std::int64_t> confusion) {
        run::Evaluation made;
        made.split = run::Split::test;
        made.classes = 2;
        made.confusion = std::move(confusion);
        return made;
    };
    EXPECT_TRUE(Health::judge(evaluation({5000, 0, 5000, 0})));
    EXPECT_TRUE(Health::judge(evaluation({5140, 0, 4860, 0}))) << "always the most frequent class";
    EXPECT_TRUE(Health::judge(evaluation({2560, 2440, 2440, 2560}))) << "51.2 %, 2.4 standard errors";
    EXPECT_FALSE(Health::judge(evaluation({2600, 2400, 2400, 2600}))) << "52 %, 4 standard errors";
    EXPECT_FALSE(Health::judge(evaluation({0, 0, 0, 0}))) << "nothing was measured";
    const auto finding = Health::judge(evaluation({5000, 0, 5000, 0}));
    EXPECT_STREQ(finding->kind, event::endedAtChance);
    EXPECT_THAT(finding->found.english(), HasSubstr("5000 of 10000"));
}

TEST_F(HealthTest, ARunThatEndsAtChanceSaysSoBeforeItSaysFinished) {
    const run::RunOutcome outcome = runAfter([](const auto& network) {
        // Dead from the first layer on: every answer is the same.
        nn::Parameter<float>* bias = network.find("fc1.bias");
        for (nn::Index i = 0; i < bias->size(); ++i) bias->value()[i] = -1000;
    });
    EXPECT_EQ(outcome.state, run::RunState::finished);
    EXPECT_THAT(outcome.message.english(), HasSubstr("cannot be told from guessing"));
    const auto kinds = sink_.eventKinds();
    ASSERT_GE(kinds.size(), 2U);
    EXPECT_EQ(kinds[kinds.size() - 2], event::endedAtChance);
    EXPECT_EQ(kinds.back(), event::finished);
}

/// The phase begins and the first weights are cut where the schedule has it.
TEST_F(HealthTest, EventsOfTheScheduleStandAtItsSteps) {
    config_.pruning.maskInterval = 1;
    start(sink_, false)->wait();
    const run::SparsitySchedule& schedule = sink_.kept().header.schedule;
    ASSERT_NE(eventOf(event::phaseChanged), nullptr);
    EXPECT_EQ(eventOf(event::phaseChanged)->step, schedule.freeze);
    ASSERT_NE(eventOf(event::firstCut), nullptr);
    EXPECT_EQ(eventOf(event::firstCut)->step, StepIndex{schedule.start.value + 1})
        << "at the start itself the ramp is at 0";
}

}  // namespace
}  // namespace prunescope::session
