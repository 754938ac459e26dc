// A run that is trained once more gives what is on record bit by bit; what was changed of the record is
// named, however well its chain was made anew.

#include "workspace/replay.h"

#include "base/error.h"
#include "base/sha256.h"
#include "data/idx_fixtures.h"
#include "prune/method.h"
#include "store/database.h"
#include "store/state_folder.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"
#include "workspace/branch.h"
#include "workspace/recorded_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace prunescope::workspace {
namespace {

using session::Session;
using testing::HasSubstr;

class ReplayTest : public testing::Test {
protected:
    ReplayTest() {
        test::writeTinyMnist(folder_.path());
        config_ = test::smallRun(folder_.path(), "mlp:16", 12);
        config_.augment = {.shift = 1, .flip = "on"};
        config_.dropout = 0.25;
    }

    std::unique_ptr<RecordedRun> start() const {
        return std::make_unique<RecordedRun>(prepareRun(train::ResolvedConfig(config_)),
                                             RunPlace{.workspace = {}, .exactly = run().path()}, clock_,
                                             false);
    }
    store::RunFolder run() const { return store::RunFolder(folder_ / "run"); }
    void train() const { start()->session().wait(); }
    /// So many steps one by one with a state after each, and something done between them; then on, or not.
    void trainBySteps(std::int64_t steps, const std::function<void(Session&, std::int64_t)>& between,
                      bool on) const {
        store::RunRecorder recorder(store::createRunFolderAt(run().path(), config_));
        Session session(prepareRun(train::ResolvedConfig(config_)), recorder, clock_,
                        {.keeper = &recorder, .startPaused = true});
        for (std::int64_t i = 1; i <= steps; ++i) {
            session.submit({.action = session::Step{}}).get();
            session.submit({.action = session::SaveState{}}).get();
            recorder.flush();
            between(session, i);
            recorder.flush();
        }
        session.submit(
            {.action = on ? session::Action(session::Resume{}) : session::Action(session::Stop{})});
        session.wait();
    }
    void goOn() const { RecordedRun(prepareTakeUp(run()), clock_, false).session().wait(); }

    Replayed replayed(const ReplayRequest& request = {}) const {
        return replayRun(run(), verifyRun(run()), request);
    }
    void expectHolds(const ReplayRequest& request = {}) const {
        const Replayed result = replayed(request);
        EXPECT_TRUE(result.holds()) << result.fault.english();
    }
    /// All windows there are.
    static ReplayRequest everywhere() { return {.windows = 1000, .dice = 1}; }
    void change(const std::string& sql) const {
        store::Database(run().database(), store::OpenMode::modify).execute(sql);
    }
    std::string difference(const Replayed& result) const {
        if (!result.difference) return "none: " + result.fault.english();
        const run::RecordDifference& d = *result.difference;
        return d.table + " " + std::to_string(d.step.value) + " " + d.field;
    }

    test::TemporaryFolder folder_;
    run::RunConfig config_;
    session::SystemClock clock_;
};

TEST_F(ReplayTest, AnHonestRunComesOutBitByBitWithEveryMethod) {
    for (const prune::MethodEntry& method : prune::methods()) {
        config_.method = method.description.name;
        train();
        const std::string database = test::readBytes(run().database());
        expectHolds();
        expectHolds(everywhere());
        EXPECT_TRUE(test::readBytes(run().database()) == database) << "nothing of it is changed";
        EXPECT_TRUE(verifyRun(run()).holds()) << config_.method;
        std::filesystem::remove_all(run().path());
    }
}

TEST_F(ReplayTest, EditsPausesAndAStopAreDoneAgain) {
    const auto edit = [](Session& session, std::int64_t step) {
        if (step == 3) session.submit({.action = session::SetAttention{{}, 2.5}}).get();
        if (step == 5) session.submit({.action = session::Freeze{}}).get();
        if (step == 7) session.submit({.action = session::Unfreeze{}}).get();
    };
    trainBySteps(9, edit, false);
    expectHolds();
    expectHolds(everywhere());
}

TEST_F(ReplayTest, ARunThatWasStoppedAndTakenUpComesOutAsOne) {
    trainBySteps(
        5, [](Session&, std::int64_t) {}, false);
    goOn();
    expectHolds();
    expectHolds(everywhere());
}

TEST_F(ReplayTest, AnExtendedRunIsTrainedWithTheLengthsThatItHad) {
    train();
    const std::int64_t longer = config_.epochs + 2;
    RecordedRun(prepareTakeUp(run(), {.dataDir = {}, .threads = {}, .epochs = longer}), clock_, false)
        .session()
        .wait();
    expectHolds();
    expectHolds(everywhere());
}

TEST_F(ReplayTest, ABranchIsTrainedFromTheStateThatItBeganWith) {
    trainBySteps(
        5, [](Session&, std::int64_t) {}, true);
    const store::RunFolder parent = run();
    const store::RunFolder branch(folder_ / "branch");
    Fork fork = readFork(parent, StepIndex{4});
    run::RunConfig wanted = fork.config;
    wanted.schedule.target = 0.75;
    RecordedRun(prepareBranch(std::move(fork), wanted), RunPlace{.workspace = {}, .exactly = branch.path()},
                clock_, false)
        .session()
        .wait();
    std::filesystem::remove_all(parent.path());
    const Replayed whole = replayRun(branch, verifyRun(branch), {});
    EXPECT_TRUE(whole.holds()) << whole.fault.english();
    ASSERT_EQ(whole.windows.size(), 1U);
    EXPECT_EQ(whole.windows[0].from, StepIndex{4});
    EXPECT_EQ(whole.windows[0].until, StepIndex{48}) << "twelve epochs of four steps";
    EXPECT_TRUE(replayRun(branch, verifyRun(branch), everywhere()).holds());
    store::Database(branch.database(), store::OpenMode::modify)
        .execute("UPDATE samples SET loss = loss + 1 WHERE step = 6");
    EXPECT_EQ(difference(replayRun(branch, verifyRun(branch), {})), "samples 6 loss");
}

TEST_F(ReplayTest, ABranchWithoutTheStateThatItBeganWithHasNoWholeAndPerhapsNoWindow) {
    trainBySteps(
        5, [](Session&, std::int64_t) {}, true);
    const store::RunFolder branch(folder_ / "branch");
    Fork fork = readFork(run(), StepIndex{4});
    const run::RunConfig wanted = fork.config;
    RecordedRun(prepareBranch(std::move(fork), wanted), RunPlace{.workspace = {}, .exactly = branch.path()},
                clock_, false)
        .session()
        .wait();
    std::filesystem::remove_all(branch.path() / "states");
    EXPECT_THROW(replayRun(branch, verifyRun(branch), {}), Error);
    EXPECT_THROW(replayRun(branch, verifyRun(branch), everywhere()), Error) << "nothing is no proof";
}

TEST_F(ReplayTest, ARunThatWasCutOffIsTrainedAsFarAsItsRecordGoes) {
    train();
    change(
        "DELETE FROM outcomes; DELETE FROM samples WHERE step > 15; DELETE FROM evaluations WHERE step > 15;"
        "DELETE FROM mask_updates WHERE step > 15; DELETE FROM layer_statistics WHERE step > 15;"
        "DELETE FROM events WHERE step > 15; DELETE FROM image_answers WHERE step > 15");
    const Replayed result = replayed();
    EXPECT_TRUE(result.holds()) << result.fault.english();
    ASSERT_EQ(result.notes.size(), 1U);
    EXPECT_THAT(result.notes[0].english(), HasSubstr("has no end of its own"));
}

TEST_F(ReplayTest, TheFirstRecordThatWasChangedIsNamed) {
    const std::vector<std::pair<std::string, std::string>> changes{
        {"UPDATE samples SET loss = loss * 1.0000000001 WHERE step = 11", "samples 11 loss"},
        {"UPDATE samples SET accuracy = 1.5 WHERE step = 4", "samples 4 accuracy"},
        {"UPDATE layer_statistics SET threshold = threshold + 1e-9 WHERE id = 5", "threshold"},
        {"UPDATE mask_updates SET mask_digest = '" + std::string(64, 'a') + "' WHERE id = 3", "mask_digest"},
        {"DELETE FROM evaluations WHERE id = (SELECT max(id) FROM evaluations)", "evaluations"},
        {"INSERT INTO samples (step, wall_ms, loss, phase) VALUES (100000, 1, 1, 'exploration')", "samples"},
        {"UPDATE outcomes SET trained_images = 1", "outcomes"},
    };
    train();
    const std::string database = test::readBytes(run().database());
    for (const auto& [sql, expected] : changes) {
        change(sql);
        const Replayed result = replayed();
        EXPECT_FALSE(result.holds()) << sql;
        EXPECT_THAT(difference(result), HasSubstr(expected)) << result.fault.english();
        test::writeBytes(run().database(), database);
    }
}

TEST_F(ReplayTest, OtherWeightsThanTheTrainingGivesAreFound) {
    train();
    change("UPDATE saved_files SET sha256 = '" + std::string(64, '0') + "' WHERE name = 'final.weights'");
    const Replayed result = replayed();
    EXPECT_FALSE(result.holds());
    EXPECT_THAT(result.fault.english(), HasSubstr("final.weights: the SHA-256 is 000"));
}

/// Its checksum and its digest on record are made anew: only the training tells.
TEST_F(ReplayTest, AForgedStateIsFoundByTheWindowBeforeIt) {
    trainBySteps(
        6, [](Session&, std::int64_t) {}, true);
    const std::string name = store::savedStateName(StepIndex{4});
    std::string bytes = test::readBytes(run().path() / name);
    bytes.resize(bytes.size() - sha256Digits);
    bytes[bytes.size() - 2000] ^= 1;
    bytes += sha256Hex(bytes);
    test::writeBytes(run().path() / name, bytes);
    EXPECT_TRUE(replayed(everywhere()).holds()) << "one that the chain does not bind is passed over";
    change("UPDATE saved_files SET sha256 = '" + sha256Hex(bytes) + "' WHERE name = '" + name + "'");
    const Replayed result = replayed(everywhere());
    EXPECT_FALSE(result.holds());
    EXPECT_THAT(result.fault.english(), HasSubstr(name + ": the part "));
    ASSERT_EQ(result.windows.back().until, StepIndex{4});
}

TEST_F(ReplayTest, WindowsAreDrawnByTheDice) {
    trainBySteps(
        8, [](Session&, std::int64_t) {}, true);
    const auto drawnBy = [&](std::uint64_t dice) {
        std::vector<std::int64_t> from;
        for (const ReplayedWindow& window : replayed({.windows = 2, .dice = dice}).windows)
            from.push_back(window.from.value);
        return from;
    };
    EXPECT_EQ(drawnBy(1).size(), 2U);
    EXPECT_EQ(drawnBy(1), drawnBy(1));
    EXPECT_TRUE(drawnBy(2) != drawnBy(1) || drawnBy(3) != drawnBy(1) || drawnBy(4) != drawnBy(1));
    const Replayed all = replayed(everywhere());
    EXPECT_EQ(all.windows.size(), all.windowsInAll);
    EXPECT_THAT(all.notes.at(0).english(), HasSubstr("There are no more windows than"));
}

TEST_F(ReplayTest, OtherDataAndAnInterruptionEndIt) {
    config_.epochs = 300;
    train();
    const Replayed result = replayed({.isInterrupted = [] { return true; }});
    EXPECT_TRUE(result.interrupted);
    EXPECT_FALSE(result.holds());
    EXPECT_TRUE(result.fault.empty()) << result.fault.english();
    test::writeBytes(folder_.path() / "t10k-labels-idx1-ubyte",
                     test::idxLabels(20, "\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\1\2"));
    EXPECT_THAT(replayed().fault.english(), HasSubstr("the data are not those"));
}

}  // namespace
}  // namespace prunescope::workspace
