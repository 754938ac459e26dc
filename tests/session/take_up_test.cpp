// A run that is taken up again ends in the bits of one that was never interrupted: weights, records, events;
// with every method and optimizer, wherever it was cut off or stopped.

#include "base/error.h"
#include "optim/optimizer.h"
#include "prune/method.h"
#include "run/same_records.h"
#include "session/saved_state.h"
#include "session/tiny_session.h"
#include "support/state_parts.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <mutex>

namespace prunescope::session {
namespace {

using testing::HasSubstr;

/// Keeps every state that is saved, and the weights of the end.
class StateKeeper : public run::RunKeeper {
public:
    std::optional<run::RecordingTrouble> trouble() const override { return std::nullopt; }
    void retry() override {}
    std::filesystem::path folder() const override { return "here"; }
    Text note() const override { return {}; }
    run::SavedWeights saveWeights(std::string_view bytes) override {
        weights = bytes;
        return {.path = "here"};
    }
    void saveState(StepIndex /*step*/, std::string bytes) override {
        states.push_back(std::move(bytes));
        described.push_back(describeState(states.back(), "state"));
    }
    run::StateSaving stateSaving() const override { return {}; }
    void moveTo(const std::filesystem::path& /*parent*/) override {}

    std::string weights{};
    std::vector<std::string> states{};
    std::vector<SavedState> described{};
};

/// A run that has come to some end, with all that was kept of it.
struct Whole {
    run::RunRecord record;
    StateKeeper keeper;
    run::RunOutcome outcome;
};

class TakeUpTest : public TinySession {
protected:
    TakeUpTest() {
        config_.epochs = 6;
        config_.augment = {.shift = 2, .flip = "on"};
        config_.dropout = 0.25;
    }

    /// Some steps, one by one, with what is done between them; then on to the end, or not.
    using Between = std::function<void(Session&, std::int64_t)>;
    Whole train(const Between& between = {}, std::int64_t steps = 0, bool on = true) {
        Whole whole;
        MemorySink sink;
        {
            const auto live = start(sink, SessionOptions{.keeper = &whole.keeper, .startPaused = steps > 0});
            for (std::int64_t i = 0; i < steps; ++i) {
                ask(*live, Step{});
                ask(*live, SaveState{});
                if (between) between(*live, i + 1);
            }
            if (steps > 0) ask(*live, on ? Action(Resume{}) : Action(Stop{}));
            whole.outcome = live->wait();
        }
        whole.record = sink.kept();
        return whole;
    }

    /// Trains on from the state that was saved as so manyth, with this on record.
    Whole takeUp(const Whole& earlier, std::size_t state, run::RunRecord onRecord, bool ended) {
        Whole whole;
        MemorySink sink;
        auto taken = std::make_shared<TakenUpRun>();
        taken->record = std::move(onRecord);
        taken->state = earlier.keeper.states.at(state);
        taken->origin = "state";
        taken->place = earlier.keeper.described.at(state).records;
        taken->about = earlier.keeper.described.at(state).about;
        taken->ended = ended;
        const auto live = start(sink, SessionOptions{.keeper = &whole.keeper, .takenUp = taken});
        whole.outcome = live->wait();
        whole.record = sink.kept();
        return whole;
    }

    /// The first that was saved after so many steps.
    static std::size_t stateOf(const Whole& whole, std::int64_t step) {
        const auto state = std::ranges::find(whole.keeper.described, StepIndex{step}, &SavedState::step);
        EXPECT_NE(state, whole.keeper.described.end());
        return static_cast<std::size_t>(state - whole.keeper.described.begin());
    }

    /// What the training itself brought about, and what changed it.
    static std::vector<run::AuditEvent> eventsThatCount(std::vector<run::AuditEvent> events) {
        std::erase_if(events, [](const run::AuditEvent& e) {
            return e.kind == event::continued || e.kind == event::stepped || e.kind == event::stateSaved ||
                   e.kind == event::resumed;
        });
        return events;
    }
    template <class Record>
    static bool same(const std::vector<Record>& a, const std::vector<Record>& b) {
        return std::ranges::equal(
            a, b, [](const Record& x, const Record& y) { return run::sameBesidesTime(x, y); });
    }
    static void expectSame(const run::Records& is, const run::Records& expected, const std::string& of) {
        EXPECT_TRUE(same(is.samples, expected.samples)) << of;
        EXPECT_TRUE(same(is.layerStatistics, expected.layerStatistics)) << of;
        EXPECT_TRUE(same(is.maskUpdates, expected.maskUpdates)) << of;
        EXPECT_TRUE(same(is.evaluations, expected.evaluations)) << of;
        EXPECT_TRUE(same(is.imageAnswers, expected.imageAnswers)) << of;
        EXPECT_TRUE(same(eventsThatCount(is.events), eventsThatCount(expected.events))) << of;
    }
    /// What was recorded of the run up to a step, as a kill would leave it.
    static run::RunRecord upTo(run::RunRecord record, StepIndex step) {
        const auto cut = [&](auto& records) {
            std::erase_if(records, [&](const auto& r) { return r.step > step; });
        };
        cut(record.samples);
        cut(record.layerStatistics);
        cut(record.maskUpdates);
        cut(record.evaluations);
        cut(record.imageAnswers);
        cut(record.events);
        record.outcome = {};
        return record;
    }
    static run::Records joined(run::Records before, const run::Records& after) {
        run::Records all = after;
        all.prepend(std::move(before));
        return all;
    }
};

TEST_F(TakeUpTest, EveryMethodAndOptimizerEndsInTheSameBits) {
    for (const prune::MethodEntry& method : prune::methods()) {
        for (const optim::OptimizerEntry& optimizer : optim::optimizers()) {
            config_.method = method.description.name;
            config_.optimizer.name = optimizer.description.name;
            const std::string of = config_.method + ", " + config_.optimizer.name;
            const Whole whole = train({}, 5);
            ASSERT_GE(whole.keeper.states.size(), 5U) << of;
            const run::RunRecord cutOff = upTo(whole.record, StepIndex{9});
            const Whole on = takeUp(whole, stateOf(whole, 5), cutOff, false);
            EXPECT_EQ(on.outcome.state, run::RunState::finished) << of << on.outcome.message;
            expectSame(joined(cutOff, on.record), whole.record, of);
            EXPECT_TRUE(on.keeper.weights == whole.keeper.weights) << of;
        }
    }
}

TEST_F(TakeUpTest, StoppedAtAnyStepItGoesOnAsIfItHadNotBeen) {
    config_.schedule.end = 0.5;
    config_.schedule.freeze = 0.7;
    config_.epochs = 3;
    const Whole whole = train();
    for (std::int64_t at = 1; at < whole.record.header.totalSteps; ++at) {
        const Whole stopped = train({}, at, false);
        ASSERT_EQ(stopped.outcome.state, run::RunState::stopped);
        const std::size_t last = stopped.keeper.states.size() - 1;
        const run::RecordCounts& place = stopped.keeper.described[last].records;
        const Whole on = takeUp(stopped, last, stopped.record, true);
        EXPECT_EQ(on.outcome.state, run::RunState::finished) << on.outcome.message;
        run::Records all = joined(run::recordsBefore(stopped.record, place), on.record);
        all.events = whole.record.events;  // those of the stop stay on record
        expectSame(all, whole.record, "stopped at step " + std::to_string(at));
        EXPECT_TRUE(on.keeper.weights == whole.keeper.weights) << at;
        EXPECT_EQ(on.record.events.front().kind, event::continued);
        EXPECT_EQ(on.record.events.front().sequence, stopped.record.events.back().sequence + 1);
    }
}

/// What somebody decided behind the saved state is on record, and is done again where it was done.
TEST_F(TakeUpTest, DecisionsOnRecordAreDoneAgain) {
    const auto decide = [](Session& live, std::int64_t step) {
        if (step == 4) {
            run::SparsitySchedule schedule = live.snapshot()->schedule;
            schedule.target = 0.8;
            EXPECT_TRUE(ask(live, EditSchedule{schedule}).accepted);
        }
        const auto isAccepted = [&](Action action) { return ask(live, std::move(action)).accepted; };
        EXPECT_TRUE(step != 5 || isAccepted(SetAttention{LayerIndex{0}, 3}));
        EXPECT_TRUE(step != 6 || isAccepted(Freeze{}));
        EXPECT_TRUE(step != 8 || isAccepted(Unfreeze{}));
        EXPECT_FALSE(step == 8 && isAccepted(Unfreeze{})) << "it is not frozen";
    };
    const Whole whole = train(decide, 10);
    const std::size_t state = stateOf(whole, 3);
    for (const std::int64_t cut : {4, 5, 7, 9, 12}) {
        const run::RunRecord cutOff = upTo(whole.record, StepIndex{cut});
        const Whole on = takeUp(whole, state, cutOff, false);
        if (cut >= 8) {
            EXPECT_EQ(on.outcome.state, run::RunState::finished) << on.outcome.message;
            expectSame(joined(cutOff, on.record), whole.record, "cut off at " + std::to_string(cut));
            EXPECT_TRUE(on.keeper.weights == whole.keeper.weights);
        }
    }
}

TEST_F(TakeUpTest, WithoutAStateItIsTrainedAgainFromTheStart) {
    const Whole whole = train();
    const run::RunRecord cutOff = upTo(whole.record, StepIndex{3});
    Whole nothing;
    nothing.keeper.states.emplace_back();
    nothing.keeper.described.emplace_back();
    const Whole on = takeUp(nothing, 0, cutOff, false);
    EXPECT_EQ(on.outcome.state, run::RunState::finished) << on.outcome.message;
    expectSame(joined(cutOff, on.record), whole.record, "from the start");
    EXPECT_TRUE(on.keeper.weights == whole.keeper.weights);
}

TEST_F(TakeUpTest, AMachineThatGivesOtherBitsLeavesTheRecordAsItIs) {
    const Whole whole = train({}, 5);
    run::RunRecord cutOff = upTo(whole.record, StepIndex{8});
    cutOff.samples.back().loss *= 1 + 1e-15;
    const Whole on = takeUp(whole, 0, cutOff, false);
    EXPECT_EQ(on.outcome.state, run::RunState::failed);
    EXPECT_THAT(on.outcome.message.english(), HasSubstr("does not give what is on record"));
    EXPECT_EQ(on.record.events.size(), 1U) << "that it was taken up";
    EXPECT_TRUE(on.record.samples.empty());
    EXPECT_EQ(on.record.outcome.state, run::RunState::running) << "no end was recorded";
    EXPECT_TRUE(on.keeper.weights.empty());
}

/// The negative control: each part of what the run has besides the trainer's counts.
TEST_F(TakeUpTest, AChangedPartShowsOrIsRefused) {
    const Whole whole = train({}, 5);
    Whole changed;
    changed.keeper.described = whole.keeper.described;
    changed.keeper.states = whole.keeper.states;
    test::StateParts parts(whole.keeper.states.front());
    for (char& byte : parts.part("network.fc1.weight").bytes) byte = static_cast<char>(byte ^ 1);
    changed.keeper.states.front() = parts.bytes();
    const run::RunRecord cutOff = upTo(whole.record, whole.keeper.described.front().step);
    const Whole on = takeUp(changed, 0, cutOff, false);
    EXPECT_FALSE(on.keeper.weights == whole.keeper.weights);
    changed.keeper.states.front() = whole.keeper.states.front().substr(0, 1000);
    EXPECT_THROW(takeUp(changed, 0, cutOff, false), Error) << "it is damaged";
}

TEST_F(TakeUpTest, WhileItCatchesUpItCanOnlyBeStopped) {
    config_.epochs = 60;
    const Whole whole = train({}, 1);
    // Nearly all of it is on record, so that it has long to go.
    const run::RunRecord cutOff = upTo(whole.record, StepIndex{whole.record.header.totalSteps - 1});
    MemorySink sink;
    StateKeeper keeper;
    auto taken = std::make_shared<TakenUpRun>();
    taken->record = cutOff;
    taken->state = whole.keeper.states.front();
    taken->place = whole.keeper.described.front().records;
    taken->about = whole.keeper.described.front().about;
    const auto live = start(sink, SessionOptions{.keeper = &keeper, .takenUp = taken, .startPaused = true});
    const CommandResult edit = ask(*live, Freeze{});
    EXPECT_FALSE(edit.accepted);
    EXPECT_THAT(edit.refusal.english(), HasSubstr("the run catches up with its record first"));
    EXPECT_EQ(live->snapshot()->catchesUpWith, StepIndex{whole.record.header.totalSteps - 1});
    EXPECT_TRUE(ask(*live, Stop{}).accepted);
    EXPECT_EQ(live->wait().state, run::RunState::stopped);
    EXPECT_EQ(sink.kept().outcome.state, run::RunState::running) << "no end was recorded";
    EXPECT_EQ(sink.eventKinds(), std::vector<std::string>{event::continued});
}

}  // namespace
}  // namespace prunescope::session
