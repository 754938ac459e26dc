// A live run whose records do not reach the disk, and the ways in which its end can go wrong.

#include "base/error.h"
#include "model/weights_file.h"
#include "session/tiny_session.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <thread>

namespace prunescope::session {
namespace {

using namespace std::chrono_literals;

/// Has whatever trouble a test gives it.
class FakeKeeper : public run::RunKeeper {
public:
    std::optional<run::RecordingTrouble> trouble() const override {
        const std::lock_guard lock(mutex_);
        return trouble_;
    }
    void retry() override { ++retries_; }
    std::filesystem::path folder() const override { return moved_ ? "there/run-saved" : "here/run"; }
    Text note() const override {
        return moved_ ? Text::of("The run was moved: its folder is {} now.", "there") : Text();
    }
    run::SavedWeights saveWeights(std::string_view bytes) override {
        if (broken_) throw Error("final.weights", Text::of("the disk is full"), Text::of("Free some space."));
        weights_ = bytes;
        return saved_;
    }
    void saveState(StepIndex step, std::string bytes) override {
        const std::lock_guard lock(mutex_);
        states_.emplace_back(step, std::move(bytes));
    }
    run::StateSaving stateSaving() const override {
        const std::lock_guard lock(mutex_);
        return states_.empty() ? run::StateSaving{} : run::StateSaving{.saved = states_.back().first};
    }
    void moveTo(const std::filesystem::path& parent) override {
        if (parent == "nowhere")
            throw Error("nowhere", Text::of("cannot create the folder"), Text::of("Choose another."));
        moved_ = true;
    }

    void setTrouble(std::optional<run::RecordingTrouble> trouble) {
        const std::lock_guard lock(mutex_);
        trouble_ = std::move(trouble);
    }

    std::atomic<int> retries_ = 0;
    std::atomic<bool> moved_ = false;
    bool broken_ = false;
    run::SavedWeights saved_{.path = "here/run/final.weights"};
    std::string weights_;

private:
    mutable std::mutex mutex_;
    std::optional<run::RecordingTrouble> trouble_;
    std::vector<std::pair<StepIndex, std::string>> states_;
};

const run::RecordingTrouble fullDisk{.sinceMs = 1'795'493'730'000,
                                     .waiting = 12,
                                     .full = true,
                                     .reason = std::string("run.db: the disk is full.")};

class KeeperTest : public TinySession {
protected:
    std::unique_ptr<Session> start(bool paused = false) {
        return TinySession::start(sink_, {.keeper = &keeper_, .startPaused = paused});
    }
    bool eventually(const std::function<bool()>& holds) const {
        for (int attempt = 0; attempt < 4000; ++attempt) {
            if (holds()) return true;
            std::this_thread::sleep_for(2ms);
        }
        return false;
    }
    bool endsWithEvent(const std::string& kind) const { return sink_.kept().events.back().kind == kind; }

    FakeKeeper keeper_;
    MemorySink sink_;
};

TEST_F(KeeperTest, SavesTheWeightsOfAFinishedRunAndSaysNothingMore) {
    const run::RunOutcome outcome = start()->wait();
    EXPECT_EQ(outcome.state, run::RunState::finished);
    EXPECT_EQ(outcome.message.english().find("saved"), std::string::npos) << outcome.message.english();
    EXPECT_NO_THROW(model::parseWeights(keeper_.weights_, "final.weights"));
}

TEST_F(KeeperTest, PausesWhenThereIsNoRoomForRecordsAndGoesOnByItself) {
    config_.epochs = 100000;
    const auto live = start();
    keeper_.setTrouble(fullDisk);
    ASSERT_TRUE(eventually([&] { return live->snapshot()->paused; }));
    const auto paused = live->snapshot();
    EXPECT_EQ(paused->pauseReason, PauseReason::recording);
    ASSERT_TRUE(paused->trouble);
    EXPECT_EQ(paused->trouble->reason.english(), "run.db: the disk is full.");
    EXPECT_EQ(paused->trouble->waiting, 12);
    const CommandResult resumed = ask(*live, Resume{});
    EXPECT_FALSE(resumed.accepted);
    EXPECT_NE(resumed.refusal.english().find("the disk is full"), std::string::npos)
        << resumed.refusal.english();
    EXPECT_FALSE(ask(*live, Step{}).accepted);
    EXPECT_GE(keeper_.retries_, 2) << "whoever asks has it tried at once";
    keeper_.setTrouble({});
    ASSERT_TRUE(eventually([&] { return !live->snapshot()->paused; }));
    EXPECT_FALSE(live->snapshot()->trouble);
    ask(*live, Stop{});
    EXPECT_EQ(live->wait().state, run::RunState::stopped);
    const auto kinds = sink_.eventKinds();
    ASSERT_GE(kinds.size(), 6U);
    EXPECT_EQ(kinds[1], event::paused);
    EXPECT_EQ(sink_.kept().events[1].who, "program");
    EXPECT_NE(sink_.kept().events[1].note.english().find("the disk is full"), std::string::npos);
    EXPECT_EQ(kinds[4], event::resumed);
}

TEST_F(KeeperTest, StaysPausedWhenTheUserAskedForIt) {
    config_.epochs = 100000;
    const auto live = start();
    keeper_.setTrouble(fullDisk);
    ASSERT_TRUE(eventually([&] { return live->snapshot()->paused; }));
    EXPECT_TRUE(ask(*live, Pause{}).accepted);
    keeper_.setTrouble({});
    ASSERT_TRUE(eventually([&] { return !live->snapshot()->trouble; }));
    EXPECT_TRUE(live->snapshot()->paused);
    EXPECT_TRUE(ask(*live, Resume{}).accepted);
    ask(*live, Stop{});
}

TEST_F(KeeperTest, GoesOnWhileThereIsRoomAndTellsOfTheTrouble) {
    config_.epochs = 100000;
    run::RecordingTrouble some = fullDisk;
    some.full = false;
    const auto live = start();
    keeper_.setTrouble(some);
    ASSERT_TRUE(eventually([&] { return live->snapshot()->trouble.has_value(); }));
    const StepIndex then = live->snapshot()->step;
    EXPECT_TRUE(eventually([&] { return live->snapshot()->step > then; }));
    EXPECT_FALSE(live->snapshot()->paused);
    ask(*live, Stop{});
}

TEST_F(KeeperTest, MayBeStoppedWhileThereIsNoRoom) {
    config_.epochs = 100000;
    const auto live = start();
    keeper_.setTrouble(fullDisk);
    ASSERT_TRUE(eventually([&] { return live->snapshot()->paused; }));
    EXPECT_TRUE(ask(*live, Stop{}).accepted);
    EXPECT_EQ(live->wait().state, run::RunState::stopped);
    EXPECT_NE(keeper_.weights_, "");
}

TEST_F(KeeperTest, TakesASecondRequestToStopForTheSame) {
    const auto live = start(true);
    auto first = live->submit({.action = Stop{}});
    auto second = live->submit({.action = Stop{}});
    EXPECT_TRUE(first.get().accepted);
    const CommandResult answer = second.get();
    EXPECT_TRUE(answer.accepted || answer.refusal.english() == "the run has ended")
        << answer.refusal.english();
    EXPECT_EQ(live->wait().state, run::RunState::stopped);
    const auto kinds = sink_.eventKinds();
    EXPECT_EQ(std::ranges::count(kinds, event::stopRequested), 1);
    EXPECT_EQ(std::ranges::count(kinds, event::refused), 0);
}

TEST_F(KeeperTest, SaysWhereTheWeightsAreWhenNotWhereTheyBelong) {
    keeper_.saved_ = {.path = "beside/run.final.weights",
                      .trouble = std::string("final.weights: the disk is full.")};
    const run::RunOutcome outcome = start()->wait();
    EXPECT_EQ(outcome.state, run::RunState::finished) << "nothing was lost";
    EXPECT_NE(outcome.message.english().find("beside/run.final.weights"), std::string::npos)
        << outcome.message.english();
    EXPECT_NE(outcome.message.english().find("the disk is full"), std::string::npos);
    EXPECT_EQ(sink_.kept().outcome.message, outcome.message);
    EXPECT_EQ(sink_.kept().events.back().note, outcome.message);
}

TEST_F(KeeperTest, FailsWhenTheWeightsCannotBeSavedAnywhere) {
    keeper_.broken_ = true;
    const run::RunOutcome outcome = start()->wait();
    EXPECT_EQ(outcome.state, run::RunState::failed);
    EXPECT_TRUE(outcome.message.english().ends_with(
        "The weights could not be saved anywhere: final.weights: the disk is full. Free some space."))
        << outcome.message.english();
    EXPECT_EQ(sink_.kept().outcome.state, run::RunState::failed);
    EXPECT_TRUE(endsWithEvent(event::failed));
}

TEST_F(KeeperTest, SavesTheWeightsOfAFailedRunAndReachesItsEnd) {
    class Broken : public MemorySink {
    public:
        void record(const run::MetricSample& sample) override {
            if (sample.step.value >= 5)
                throw Error("run.db", Text::of("the disk is gone"), Text::of("Bring it back."));
            MemorySink::record(sample);
        }
        void record(const run::AuditEvent& event) override {
            if (event.kind == session::event::failed) throw Error("run.db", Text::of("the disk is gone"), {});
            MemorySink::record(event);
        }
        using MemorySink::record;
    } sink;
    const run::RunOutcome outcome = TinySession::start(sink, {.keeper = &keeper_})->wait();
    EXPECT_EQ(outcome.state, run::RunState::failed);
    EXPECT_EQ(outcome.message.english(),
              "run.db: the disk is gone. Bring it back. The weights of step 5 were saved as "
              "here/run/final.weights.");
    EXPECT_EQ(sink.kept().outcome.state, run::RunState::failed)
        << "the outcome is recorded although the event is not";
    EXPECT_NO_THROW(model::parseWeights(keeper_.weights_, "final.weights"));
}

TEST_F(KeeperTest, SaysThatTheWeightsOfADivergedRunAreNotSaved) {
    config_.optimizer.learningRate = 1e30;
    const run::RunOutcome outcome = start()->wait();
    EXPECT_EQ(outcome.state, run::RunState::failed);
    EXPECT_NE(
        outcome.message.english().find("The weights were not saved: some of them are not finite numbers."),
        std::string::npos)
        << outcome.message.english();
    EXPECT_EQ(keeper_.weights_, "");
}

TEST_F(KeeperTest, NeverCallsARunFinishedWhoseEndCouldNotBeRecorded) {
    class NoEnd : public MemorySink {
    public:
        void finish(const run::RunOutcome&) override {
            throw Error("run.db", Text::of("the disk is full"), Text::of("Free some space."));
        }
    } sink;
    const run::RunOutcome outcome = TinySession::start(sink, {.keeper = &keeper_})->wait();
    EXPECT_EQ(outcome.state, run::RunState::failed);
    EXPECT_TRUE(outcome.message.english().ends_with(
        "The end of the run could not be recorded: run.db: the disk is full. Free some space. The weights of "
        "step 100 were saved as here/run/final.weights."))
        << outcome.message.english();
    EXPECT_NE(keeper_.weights_, "");
}

TEST_F(KeeperTest, MovesTheRunWhereTheUserWantsItAndSaysSo) {
    const auto live = start(true);
    const CommandResult refused = ask(*live, SaveElsewhere{"nowhere"});
    EXPECT_FALSE(refused.accepted);
    EXPECT_NE(refused.refusal.english().find("cannot create the folder"), std::string::npos);
    EXPECT_TRUE(ask(*live, SaveElsewhere{"there"}).accepted);
    ask(*live, Stop{});
    const run::RunOutcome outcome = live->wait();
    EXPECT_EQ(outcome.message.english(), "The run was moved: its folder is there now.");
    const auto& events = sink_.kept().events;
    EXPECT_EQ(events[1].kind, event::refused);
    EXPECT_EQ(events[2].kind, event::moved);
    EXPECT_EQ(std::get<run::RecordingPlace>(events[2].before).folder, "here/run");
    EXPECT_EQ(std::get<run::RecordingPlace>(events[2].after).folder, "there/run-saved");
}

}  // namespace
}  // namespace prunescope::session
