// Runs that earlier versions have recorded read as they did then.

#include "run/audit_events.h"
#include "store/chain_check.h"
#include "store/database.h"
#include "store/example_run.h"
#include "store/run_list.h"
#include "store/run_reader.h"
#include "store/schema.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::store {
namespace {

/// A folder with the run that version 1 of the schema has recorded (tests/golden/run_of_schema_1.sql).
class RunOfSchema1 : public testing::Test {
protected:
    RunOfSchema1() {
        test::tamper(folder_.database(),
                     test::readBytes(std::string(PRUNESCOPE_TEST_DATA) + "/golden/run_of_schema_1.sql"));
    }
    void change(const std::string& sql) const { test::tamper(folder_.database(), sql); }
    run::AuditEvent event(std::size_t number) const { return readRun(folder_).record.events.at(number - 1); }

    test::TemporaryFolder temporary_;
    RunFolder folder_ = createRunFolderAt(temporary_ / "run", {});
};

TEST_F(RunOfSchema1, IsReadWholeAndLeftAsItIs) {
    const std::string before = test::readBytes(folder_.database());
    const auto [record, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(record.header.config.model, "mlp:4");
    EXPECT_EQ(record.header.totalSteps, 32);
    EXPECT_EQ(record.samples.size(), 32U);
    EXPECT_EQ(record.layerStatistics.size(), 22U);
    EXPECT_EQ(record.maskUpdates.size(), 0U) << "version 1 has no records of them";
    EXPECT_EQ(record.events.size(), 24U);
    EXPECT_EQ(test::readBytes(folder_.database()), before);
}

TEST_F(RunOfSchema1, HasItsEndInWords) {
    const run::RunOutcome outcome = readRun(folder_).record.outcome;
    EXPECT_EQ(outcome.state, run::RunState::finished);
    EXPECT_EQ(outcome.step, StepIndex{32});
    EXPECT_EQ(
        outcome.message.english(),
        "the answers cannot be told from guessing: 4 of 20 test images are right, and always naming the "
        "most frequent class gives 2");
    EXPECT_EQ(summarizeRun(folder_).state, run::RunState::finished);
}

TEST_F(RunOfSchema1, ARequestThatWasRefusedHasReasonWishAndWhy) {
    const run::AuditEvent edit = event(7);
    EXPECT_TRUE(run::isRefusal(edit));
    EXPECT_EQ(edit.who, "ana@lab-3");
    EXPECT_EQ(edit.reason, "too late");
    ASSERT_TRUE(edit.refusal);
    EXPECT_EQ(edit.refusal->request, "schedule_edited");
    EXPECT_EQ(edit.refusal->why.english(), "the ramp ends at step 0, before it starts at 2");
    EXPECT_EQ(std::get<run::SparsitySchedule>(edit.before).end, StepIndex{24});
    EXPECT_EQ(std::get<run::SparsitySchedule>(edit.after).end, StepIndex{0})
        << "a wish that could not be followed is still what was wished";
    const run::AuditEvent strength = event(5);
    EXPECT_EQ(std::get<run::AttentionStrengths>(strength.after).z, (std::vector<double>{1, 2}));
    EXPECT_EQ(strength.refusal->why.english(),
              "attention: there is no prunable layer 9. Layers count from 0 to 1.");
    const run::AuditEvent pause = event(2);
    EXPECT_EQ(pause.refusal->request, "paused");
    EXPECT_FALSE(run::hasValues(pause.after));
}

TEST_F(RunOfSchema1, WhatTheProgramSaidIsNobodysReason) {
    const run::AuditEvent cut = event(12);
    EXPECT_EQ(cut.kind, "first_cut");
    EXPECT_EQ(cut.reason, "");
    EXPECT_EQ(cut.note.english(),
              "the first weights are cut at this step; the network before it was measured");
    const run::AuditEvent set = event(4);
    EXPECT_EQ(set.reason, "the last layer matters");
    EXPECT_TRUE(set.note.empty());
    EXPECT_EQ(event(17).after,
              run::EventValues(run::EnteredPhase{run::Phase::exploitation, 0.36177581863979846}));
}

TEST_F(RunOfSchema1, EarlierRefusalsHaveTheirWhyForAReason) {
    change("UPDATE events SET reason = 'the mask is frozen already', after = '' WHERE sequence = 15");
    const run::AuditEvent freeze = event(15);
    EXPECT_EQ(freeze.refusal->why.english(), "the mask is frozen already");
    EXPECT_EQ(freeze.refusal->request, "");
    EXPECT_EQ(freeze.reason, "");
}

TEST_F(RunOfSchema1, IsReadAsFarAsItIsSound) {
    change("UPDATE events SET after = '{\"z\": ' WHERE sequence = 4");
    const auto [record, problems] = readRun(folder_);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].english(), "events: the values of event 4 are damaged; they are kept as text");
    EXPECT_EQ(record.events.size(), 24U);
}

/// The same that version 2 has recorded (tests/golden/run_of_schema_2.sql), where the figures of MAP had
/// columns of their own.
class RunOfSchema2 : public testing::Test {
protected:
    RunOfSchema2() {
        test::tamper(folder_.database(),
                     test::readBytes(std::string(PRUNESCOPE_TEST_DATA) + "/golden/run_of_schema_2.sql"));
    }

    test::TemporaryFolder temporary_;
    RunFolder folder_ = createRunFolderAt(temporary_ / "run", {});
};

TEST_F(RunOfSchema2, IsReadWholeAndLeftAsItIs) {
    const std::string before = test::readBytes(folder_.database());
    const auto [record, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(record.samples.size(), 56U);
    EXPECT_EQ(record.layerStatistics.size(), 30U);
    EXPECT_EQ(record.maskUpdates.size(), 13U);
    EXPECT_EQ(test::readBytes(folder_.database()), before);
}

TEST_F(RunOfSchema2, ItsFourFiguresOfALayerAreThoseOfMap) {
    const run::RunRecord record = readRun(folder_).record;
    EXPECT_EQ(record.header.measures, run::attentionMeasures());
    const run::LayerStatistic& last = record.layerStatistics.back();
    EXPECT_EQ(last.step, StepIndex{53});
    EXPECT_EQ(last.layer, LayerIndex{1});
    const run::LayerMeasures expected{0.46184075275987, 0.436136988309372, 0.25, 2.0, 0, 0};
    for (std::size_t k = 0; k < expected.size(); ++k) EXPECT_NEAR(last.ofMethod[k], expected[k], 1e-12) << k;
}

TEST_F(RunOfSchema2, ReadsTheSameOnceItHasTheNewestSchema) {
    const run::RunRecord before = readRun(folder_).record;
    {
        Database database(folder_.database(), OpenMode::modify);
        migrate(database, runMigrations());
    }
    const auto [after, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(after.header.measures, before.header.measures);
    ASSERT_EQ(after.layerStatistics.size(), before.layerStatistics.size());
    for (std::size_t i = 0; i < before.layerStatistics.size(); ++i)
        EXPECT_EQ(test::bits(after.layerStatistics[i]), test::bits(before.layerStatistics[i])) << i;
}

TEST_F(RunOfSchema2, AMethodWithoutFiguresHasNone) {
    test::tamper(
        folder_.database(),
        "UPDATE run_header SET config = replace(config, '\"method\":\"map\"', '\"method\":\"gmp\"')");
    EXPECT_TRUE(readRun(folder_).record.header.measures.empty());
}

/// The same that version 3 has recorded (tests/golden/run_of_schema_3.sql), before an evaluation said how
/// sure the network was, and answers to single images were kept.
class RunOfSchema3 : public testing::Test {
protected:
    RunOfSchema3() {
        test::tamper(folder_.database(),
                     test::readBytes(std::string(PRUNESCOPE_TEST_DATA) + "/golden/run_of_schema_3.sql"));
    }

    test::TemporaryFolder temporary_;
    RunFolder folder_ = createRunFolderAt(temporary_ / "run", {});
};

TEST_F(RunOfSchema3, IsReadWholeAndLeftAsItIs) {
    const std::string before = test::readBytes(folder_.database());
    const auto [record, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(record.samples.size(), 28U);
    EXPECT_EQ(record.layerStatistics.size(), 6U);
    ASSERT_EQ(record.evaluations.size(), 6U);
    EXPECT_EQ(record.evaluations.back().step, StepIndex{28});
    EXPECT_DOUBLE_EQ(record.evaluations.back().accuracy(), 0.7);
    EXPECT_DOUBLE_EQ(record.evaluations.back().loss, 1.016950820837017);
    EXPECT_EQ(test::readBytes(folder_.database()), before);
}

TEST_F(RunOfSchema3, WhatItDidNotMeasureIsNotKnown) {
    const run::RunRecord record = readRun(folder_).record;
    for (const run::Evaluation& evaluation : record.evaluations) {
        EXPECT_TRUE(std::isnan(evaluation.calibrationError));
        EXPECT_TRUE(std::isnan(evaluation.topFiveAccuracy));
    }
    EXPECT_TRUE(record.imageAnswers.empty());
}

TEST_F(RunOfSchema3, ReadsTheSameOnceItHasTheNewestSchema) {
    const run::RunRecord before = readRun(folder_).record;
    {
        Database database(folder_.database(), OpenMode::modify);
        migrate(database, runMigrations());
    }
    const auto [after, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_TRUE(after.imageAnswers.empty());
    ASSERT_EQ(after.evaluations.size(), before.evaluations.size());
    for (std::size_t i = 0; i < before.evaluations.size(); ++i) {
        EXPECT_EQ(after.evaluations[i].confusion, before.evaluations[i].confusion);
        EXPECT_EQ(after.evaluations[i].loss, before.evaluations[i].loss);
        EXPECT_TRUE(std::isnan(after.evaluations[i].calibrationError));
    }
}

/// A run of a table that version 4 has recorded (tests/golden/run_of_schema_4.sql), before numbers could be
/// predicted.
class RunOfSchema4 : public testing::Test {
protected:
    RunOfSchema4() {
        test::tamper(folder_.database(),
                     test::readBytes(std::string(PRUNESCOPE_TEST_DATA) + "/golden/run_of_schema_4.sql"));
    }

    test::TemporaryFolder temporary_;
    RunFolder folder_ = createRunFolderAt(temporary_ / "run", {});
};

TEST_F(RunOfSchema4, IsReadWholeAndLeftAsItIs) {
    const std::string before = test::readBytes(folder_.database());
    const auto [record, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(record.samples.size(), 12U);
    ASSERT_EQ(record.evaluations.size(), 6U);
    EXPECT_EQ(record.evaluations.back().images(), 12);
    EXPECT_DOUBLE_EQ(record.evaluations.back().accuracy(), 8.0 / 12);
    ASSERT_EQ(record.imageAnswers.size(), 2U);
    EXPECT_TRUE(run::belongTogether(record.imageAnswers.back(), record.evaluations.back()));
    EXPECT_EQ(test::readBytes(folder_.database()), before);
}

TEST_F(RunOfSchema4, IsOfClasses) {
    const run::RunRecord record = readRun(folder_).record;
    EXPECT_EQ(record.header.dataset.task(), run::Task::classification);
    for (const run::Evaluation& evaluation : record.evaluations) EXPECT_FALSE(evaluation.numbers);
    for (const run::MetricSample& sample : record.samples) EXPECT_TRUE(std::isnan(sample.rmse));
    for (const run::ImageAnswers& answers : record.imageAnswers) EXPECT_TRUE(answers.wanted.empty());
    EXPECT_FALSE(summarizeRun(folder_).testErrors);
}

TEST_F(RunOfSchema4, ReadsTheSameOnceItHasTheNewestSchema) {
    const run::RunRecord before = readRun(folder_).record;
    {
        Database database(folder_.database(), OpenMode::modify);
        migrate(database, runMigrations());
    }
    const auto [after, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    ASSERT_EQ(after.evaluations.size(), before.evaluations.size());
    for (std::size_t i = 0; i < before.evaluations.size(); ++i) {
        EXPECT_FALSE(after.evaluations[i].numbers) << i;
        EXPECT_EQ(after.evaluations[i].confusion, before.evaluations[i].confusion) << i;
    }
    EXPECT_EQ(after.imageAnswers.back().answers, before.imageAnswers.back().answers);
}

/// A run of a table with numbers to predict that version 5 has recorded (tests/golden/run_of_schema_5.sql),
/// before runs carried a chain of hashes.
class RunOfSchema5 : public testing::Test {
protected:
    RunOfSchema5() {
        test::tamper(folder_.database(),
                     test::readBytes(std::string(PRUNESCOPE_TEST_DATA) + "/golden/run_of_schema_5.sql"));
    }

    test::TemporaryFolder temporary_;
    RunFolder folder_ = createRunFolderAt(temporary_ / "run", {});
};

TEST_F(RunOfSchema5, IsReadWholeAndLeftAsItIs) {
    const std::string before = test::readBytes(folder_.database());
    const auto [record, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(record.samples.size(), 8U);
    ASSERT_EQ(record.evaluations.size(), 6U);
    EXPECT_TRUE(record.evaluations.back().numbers);
    ASSERT_EQ(record.maskUpdates.size(), 2U);
    EXPECT_EQ(record.maskUpdates[0].maskDigest, "");
    ASSERT_EQ(record.events.size(), 5U);
    EXPECT_EQ(record.events[0].personName, "");
    EXPECT_EQ(record.header.provenance.programDigest, "");
    EXPECT_EQ(test::readBytes(folder_.database()), before);
}

TEST_F(RunOfSchema5, CarriesNoChain) {
    const CheckedChain checked = checkChain(folder_);
    EXPECT_FALSE(checked.carried);
    EXPECT_EQ(checked.schema, 5);
}

TEST_F(RunOfSchema5, ReadsTheSameOnceItHasTheNewestSchema) {
    const run::RunRecord before = readRun(folder_).record;
    {
        Database database(folder_.database(), OpenMode::modify);
        migrate(database, runMigrations());
    }
    const auto [after, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(after.maskUpdates, before.maskUpdates);
    ASSERT_EQ(after.events.size(), before.events.size());
    for (std::size_t i = 0; i < before.events.size(); ++i)
        EXPECT_EQ(after.events[i].note, before.events[i].note);
}

/// The same that version 6 has recorded (tests/golden/run_of_schema_6.sql), before runs had parents.
class RunOfSchema6 : public testing::Test {
protected:
    RunOfSchema6() {
        test::tamper(folder_.database(),
                     test::readBytes(std::string(PRUNESCOPE_TEST_DATA) + "/golden/run_of_schema_6.sql"));
    }

    test::TemporaryFolder temporary_;
    RunFolder folder_ = createRunFolderAt(temporary_ / "run", {});
};

TEST_F(RunOfSchema6, IsReadWholeAndHasNoParent) {
    const auto [record, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(record.samples.size(), 8U);
    EXPECT_EQ(record.events.size(), 5U);
    EXPECT_FALSE(record.header.parent);
    EXPECT_EQ(summarizeRun(folder_).identity.size(), 64U) << "by which branches could name it";
}

/// Links of version 6 bind the values that rows had then, whatever columns have come since.
TEST_F(RunOfSchema6, ItsChainHoldsBeforeAndAfterItHasTheNewestSchema) {
    const CheckedChain before = checkChain(folder_);
    EXPECT_FALSE(before.fault);
    EXPECT_EQ(before.head.links, 19);
    {
        Database database(folder_.database(), OpenMode::modify);
        migrate(database, runMigrations());
    }
    const CheckedChain after = checkChain(folder_);
    EXPECT_FALSE(after.fault);
    EXPECT_EQ(after.head.hash, before.head.hash);
    EXPECT_FALSE(readRun(folder_).record.header.parent);
}

}  // namespace
}  // namespace prunescope::store
