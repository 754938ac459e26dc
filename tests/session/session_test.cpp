// A live run under commands from another thread. Run under ThreadSanitizer too.

#include "session/session.h"

#include "base/error.h"
#include "base/random.h"
#include "run/audit_events.h"
#include "session/tiny_session.h"

#include <cmath>
#include <future>

namespace prunescope::session {
namespace {

class SessionTest : public TinySession {
protected:
    std::unique_ptr<Session> start(bool paused) { return TinySession::start(sink_, paused); }

    MemorySink sink_;
};

TEST_F(SessionTest, RunsToTheEndWithExactlyTheRequestedSparsity) {
    const auto live = start(false);
    EXPECT_EQ(live->wait().state, run::RunState::finished);
    const auto weights = sink_.kept().header.network.prunableWeights();
    const auto cut = std::floor(0.95 * static_cast<double>(weights));
    EXPECT_NEAR(sink_.kept().samples.back().sparsity, cut / static_cast<double>(weights), 1e-12);
    EXPECT_EQ(static_cast<std::int64_t>(sink_.kept().samples.size()), sink_.kept().header.totalSteps);
    EXPECT_EQ(sink_.kept().events.back().kind, event::finished);
}

TEST_F(SessionTest, StepsOneStepWhilePaused) {
    const auto live = start(true);
    EXPECT_TRUE(ask(*live, Step{}).accepted);
    EXPECT_FALSE(ask(*live, Pause{}).accepted) << "the step ends paused";
    EXPECT_EQ(ask(*live, Step{}).step, StepIndex{1});
    EXPECT_TRUE(ask(*live, Stop{}).accepted);
    EXPECT_EQ(live->wait().state, run::RunState::stopped);
}

/// Takes the first measurement of a stopped run only when it is told to.
class HesitantSink : public MemorySink {
public:
    void record(const run::Evaluation& evaluation) override {
        if (!reached_) reached.set_value();
        reached_ = true;
        release_.wait();
        MemorySink::record(evaluation);
    }
    using MemorySink::record;

    std::promise<void> reached, released;

private:
    std::shared_future<void> release_ = released.get_future().share();
    bool reached_ = false;
};

TEST_F(SessionTest, ThatIsOnlyMeasuredAnyMoreSaysSo) {
    HesitantSink sink;
    const auto live = TinySession::start(sink, true);
    EXPECT_FALSE(live->snapshot()->ending);
    EXPECT_TRUE(ask(*live, Stop{}).accepted);
    sink.reached.get_future().wait();
    EXPECT_TRUE(live->snapshot()->ending);
    EXPECT_FALSE(live->snapshot()->paused) << "nobody can make it go on";
    EXPECT_EQ(live->snapshot()->state, run::RunState::running);
    sink.released.set_value();
    EXPECT_EQ(live->wait().state, run::RunState::stopped);
}

TEST_F(SessionTest, RefusesImpossibleEditsWithTheirReasonAndGoesOn) {
    const auto live = start(true);
    auto schedule = live->snapshot()->schedule;
    schedule.target = std::nan("");
    const CommandResult result = ask(*live, EditSchedule{schedule});
    EXPECT_FALSE(result.accepted);
    EXPECT_NE(result.refusal.english().find("target"), std::string::npos) << result.refusal.english();
    EXPECT_TRUE(ask(*live, Resume{}).accepted);
    EXPECT_EQ(live->wait().state, run::RunState::finished);
}

TEST_F(SessionTest, TheLastSnapshotTellsOfTheEnd) {
    const auto live = start(false);
    live->wait();
    const auto snapshot = live->snapshot();
    EXPECT_EQ(snapshot->state, run::RunState::finished);
    EXPECT_EQ(snapshot->step, sink_.kept().samples.back().step);
    EXPECT_EQ(snapshot->layers.size(), 2U);
    EXPECT_EQ(ask(*live, Pause{}).refusal.english(), "the run has ended");
}

TEST_F(SessionTest, ShowsALayersWeightsWhenAsked) {
    const auto live = start(true);
    EXPECT_FALSE(ask(*live, WatchWeights{LayerIndex{7}, {}}).refusal.empty());
    const auto picture = ask(*live, WatchWeights{LayerIndex{0}, {.rows = 16, .columns = 784}}).content;
    ASSERT_NE(picture, nullptr);
    EXPECT_EQ(picture->tile.rows, 16);
    EXPECT_EQ(picture->tile.columns, 512) << "784 inputs in at most 512 cells";
}

TEST_F(SessionTest, SetsTheStrengthOfOneLayerAndLogsBeforeAndAfter) {
    const auto live = start(true);
    ASSERT_TRUE(live->submit({.action = SetAttention{LayerIndex{1}, 2}, .reason = "to see"}).get().accepted);
    EXPECT_FALSE(ask(*live, SetAttention{LayerIndex{5}, 2}).accepted);
    live->submit({.action = Stop{}}).get();
    live->wait();
    const auto& events = sink_.kept().events;
    ASSERT_GE(events.size(), 3U);
    EXPECT_EQ(events[1].kind, event::attentionSet);
    EXPECT_EQ(live->snapshot()->strengths, (std::vector<double>{1, 2}));
    EXPECT_EQ(events[1].reason, "to see");
    EXPECT_EQ(std::get<run::AttentionStrengths>(events[1].before).z, (std::vector<double>{1, 1}));
    EXPECT_EQ(std::get<run::AttentionStrengths>(events[1].after).z, (std::vector<double>{1, 2}));
    EXPECT_EQ(events[2].kind, event::refused);
}

TEST_F(SessionTest, FailsWithItsReasonWhenNothingCanBeRecordedAnyMore) {
    class FullDisk : public MemorySink {
    public:
        void record(const run::MetricSample& sample) override {
            if (sample.step.value == 5)
                throw Error("run.db", Text::of("the disk is full"), Text::of("Free some space."));
            MemorySink::record(sample);
        }
        using MemorySink::record;
    } disk;
    const run::RunOutcome outcome = TinySession::start(disk, false)->wait();
    EXPECT_EQ(outcome.state, run::RunState::failed);
    EXPECT_EQ(outcome.message.english(), "run.db: the disk is full. Free some space.");
    EXPECT_EQ(disk.kept().samples.size(), 4U);
    EXPECT_EQ(disk.kept().outcome.state, run::RunState::failed);
}

TEST_F(SessionTest, TakesThousandsOfCommandsInAnyOrderAndEachLeavesItsEvent) {
    config_.epochs = 400;
    const auto live = start(false);
    Random random(3, RandomStream::test);
    std::int64_t answered = 0;
    for (int k = 0; k < 3000; ++k) {
        auto schedule = live->snapshot()->schedule;
        schedule.target = 0.5 + 0.5 * random.uniform();
        schedule.freeze = run::neverFrozen;
        const std::vector<Action> actions{Pause{},
                                          Resume{},
                                          Resume{},
                                          Step{},
                                          EditSchedule{schedule},
                                          Freeze{},
                                          Unfreeze{},
                                          SetAttention{std::nullopt, 0.5 + random.uniform()}};
        const CommandResult result = ask(*live, actions[random.below(actions.size())]);
        if (result.refusal.english() == "the run has ended") break;
        ++answered;
    }
    live->submit({.action = Stop{}}).get();
    live->wait();
    std::int64_t logged = 0;
    for (const auto& event : sink_.kept().events)
        logged += run::isCommand(event) && event.kind != event::stopRequested ? 1 : 0;
    EXPECT_EQ(logged, answered);
    EXPECT_GT(answered, 100);
}

TEST_F(SessionTest, WhoWaitsForAnAnswerGetsOneThoughTheRunFailsOverIt) {
    class Full : public MemorySink {
    public:
        using MemorySink::record;
        void record(const run::AuditEvent& event) override {
            if (event.kind == event::frozen) throw std::runtime_error("the disk is full");
            MemorySink::record(event);
        }
    } full;
    const auto live = TinySession::start(full, true);
    const CommandResult result = ask(*live, Freeze{});
    EXPECT_FALSE(result.accepted);
    EXPECT_EQ(result.refusal.english(), "the run has ended");
    EXPECT_EQ(live->wait().message.english(), "the disk is full");
}

TEST_F(SessionTest, MayBeStoppedAtAnyMomentAmongOtherCommands) {
    Random random(9, RandomStream::test);
    for (int k = 0; k < 20; ++k) {
        const auto live = start(random.below(2) == 0);
        std::vector<std::future<CommandResult>> answers;
        std::vector<std::future<QueryAnswer>> looks;
        const std::uint64_t before = random.below(20);
        for (std::uint64_t c = 0; c < before + 5; ++c) {
            const std::vector<Action> actions{Pause{}, Resume{}, Step{}, Freeze{}};
            answers.push_back(
                live->submit({.action = c == before ? Action{Stop{}} : actions[random.below(4)]}));
            looks.push_back(live->ask(PreviewMasks{0.5}));
        }
        EXPECT_NE(live->wait().state, run::RunState::failed);
        // Everything is answered, or this hangs.
        for (auto& answer : answers) answer.get();
        for (auto& look : looks) look.get();
    }
}

}  // namespace
}  // namespace prunescope::session
