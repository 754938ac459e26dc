// What the page says first of the run on display: how fast it is, and what frozen masks saved.

#include "ui/bench/run_speed.h"

#include "support/example_measurement.h"
#include "ui/bench/bench_headline.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <string>

namespace prunescope::ui {
namespace {

using prunescope::test::exampleMeasurement;
using testing::HasSubstr;
using testing::Not;

/// A run that the example was measured of: 3,000 steps, the last 1,000 of them with frozen masks.
class SavedTimeTest : public testing::Test {
protected:
    SavedTimeTest() {
        run.headerNow.emplace();
        run.headerNow->config.batch = 100;
        session::Snapshot& end = *run.snapshotNow;
        end.sparsity = 0.95;
        end.phase = run::Phase::exploitation;
        end.schedule.freeze = StepIndex{2000};
        end.step = StepIndex{3000};
    }

    FakeRunModel run;
};

TEST_F(SavedTimeTest, IsWhatStepsWithFrozenMasksTookLess) {
    const auto time = savedTime(exampleMeasurement(), run);
    ASSERT_TRUE(time);
    EXPECT_EQ(time->frozenSteps, 1000);
    EXPECT_EQ(time->steps, 3000);
    EXPECT_DOUBLE_EQ(time->savedMs, 1000 * (8 - 4));
    EXPECT_DOUBLE_EQ(time->denseMs, 3000 * 8);
}

TEST_F(SavedTimeTest, IsNotKnownFromAMeasurementOfAnotherBatchOrSparsity) {
    run::Measurement other = exampleMeasurement();
    other.batch = 128;
    EXPECT_FALSE(savedTime(other, run));
    other = exampleMeasurement();
    other.sparsity = 0.9;
    EXPECT_FALSE(savedTime(other, run));
    other = exampleMeasurement();
    other.doubt = run::Doubt::busy;
    EXPECT_FALSE(savedTime(other, run));
}

TEST_F(SavedTimeTest, IsNotKnownOfARunWhoseMasksMoveToItsEnd) {
    run.snapshotNow->schedule.freeze = run::neverFrozen;
    EXPECT_FALSE(savedTime(exampleMeasurement(), run));
    run.snapshotNow->schedule.freeze = StepIndex{2000};
    run.snapshotNow->phase = run::Phase::exploration;
    EXPECT_FALSE(savedTime(exampleMeasurement(), run));
    run.headerNow.reset();
    EXPECT_FALSE(savedTime(exampleMeasurement(), run));
}

TEST_F(SavedTimeTest, IsNothingWhereStepsTookLonger) {
    run::Measurement slow = exampleMeasurement();
    slow.exploitation.prunedMs = prunescope::test::twelveRounds(8.9, 9, 9.1);
    EXPECT_FALSE(savedTime(slow, run));
}

class BenchHeadlineTest : public SavedTimeTest {
protected:
    std::string text(const char* label) const {
        return headline.findChild<QLabel*>(QLatin1String(label))->text().toStdString();
    }
    std::string doubt() const {
        return headline.findChild<MessageBar*>(QStringLiteral("benchDoubt"))->text().toStdString();
    }

    Theme theme;
    BenchHeadline headline{theme};
};

TEST_F(BenchHeadlineTest, IsHiddenWhereNothingWasMeasured) {
    EXPECT_TRUE(headline.isHidden());
    headline.setMeasurement(exampleMeasurement(), {});
    EXPECT_FALSE(headline.isHidden());
    headline.setMeasurement({}, {});
    EXPECT_TRUE(headline.isHidden());
}

TEST_F(BenchHeadlineTest, SaysWhatPruningBuysInSentences) {
    headline.setMeasurement(exampleMeasurement(), savedTime(exampleMeasurement(), run));
    EXPECT_EQ(text("benchOneImage"),
              "One sample takes 0.077 ms dense and 0.038 ms pruned (\u00D72.00, median of 12 rounds, spread "
              "1.95 to 2.05).");
    EXPECT_THAT(text("benchOtherWork"), HasSubstr("25,000 samples/s dense and 100,000 pruned"));
    EXPECT_THAT(text("benchOtherWork"), HasSubstr("Frozen masks save this run about 4 s of 24 s (estimated "
                                                  "from 1,000 of its 3,000 steps)."));
    EXPECT_THAT(text("benchOtherWork"), HasSubstr("about 52\u00A0% for one sample"));
    EXPECT_THAT(text("benchMeasuredOn"), HasSubstr("on Made Up 7, threads: 2, batch 100."));
    EXPECT_EQ(doubt(), "");
}

TEST_F(BenchHeadlineTest, LeavesOutWhatIsNotKnown) {
    run::Measurement m = exampleMeasurement();
    m.oneImage.breakEven.reset();
    m.inference.breakEven.reset();
    headline.setMeasurement(m, {});
    EXPECT_THAT(text("benchOtherWork"), Not(HasSubstr("save")));
    EXPECT_THAT(text("benchOtherWork"), Not(HasSubstr("Pays")));
    EXPECT_FALSE(QString::fromStdString(text("benchOtherWork")).endsWith(QLatin1Char('\n')));
}

TEST_F(BenchHeadlineTest, InDoubtOffersToMeasureAgain) {
    run::Measurement m = exampleMeasurement();
    m.doubt = run::Doubt::busy;
    m.otherLoad = 0.2;
    headline.setMeasurement(m, {});
    EXPECT_THAT(doubt(), HasSubstr("Machine busy"));
    EXPECT_THAT(doubt(), HasSubstr("not conclusive"));
    auto* again = headline.findChild<QPushButton*>(QStringLiteral("benchMeasureAgain"));
    const QSignalSpy asked(&headline, &BenchHeadline::measureAgainRequested);
    again->click();
    EXPECT_EQ(asked.count(), 1);
    headline.setLocked(true);
    EXPECT_FALSE(again->isEnabled());
}

}  // namespace
}  // namespace prunescope::ui
