#include "ui/runs/run_pair.h"

#include "store/run_recorder.h"
#include "support/file_bytes.h"
#include "ui/runs/many_runs.h"
#include "ui/runs/pair_figures.h"
#include "ui/runs/workspace.h"
#include "ui/support/format.h"

#include <gmock/gmock.h>

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

using testing::HasSubstr;

/// "what | first | second" for each line.
std::vector<std::string> linesOf(const std::vector<PairRow>& rows) {
    std::vector<std::string> lines;
    for (const PairRow& row : rows)
        lines.push_back((row.what + QStringLiteral(" | ") + row.first + QStringLiteral(" | ") + row.second)
                            .toStdString());
    return lines;
}

class RunPairTest : public testing::Test {
protected:
    RunPairTest() {
        pair.resize(900, 400);
        pair.show();
    }
    /// A run with one event that says so much.
    store::RunSummary record(const std::string& name, double target, double epoch,
                             const std::string& reason) {
        const std::filesystem::path path = folder / name;
        std::filesystem::create_directories(path);
        run::RunHeader header = test::exampleHeader();
        header.config.schedule.target = target;
        store::RunRecorder recorder{store::RunFolder(path)};
        recorder.begin(header);
        recorder.record(run::AuditEvent{.sequence = 1, .kind = "started", .who = run::byProgram});
        recorder.record(run::AuditEvent{
            .sequence = 2, .epoch = epoch, .kind = "frozen", .who = "ana@lab", .reason = reason});
        recorder.record(test::exampleSample(1));
        recorder.record(test::exampleEvaluation(1, run::Split::test));
        recorder.finish(test::exampleOutcome());
        return store::summarizeRun(store::RunFolder(path));
    }
    /// A run whose only test is of as many rows, whose predictions are too much by so much.
    store::RunSummary recordNumbers(const std::string& name, const std::vector<float>& off) {
        const std::filesystem::path path = folder / name;
        std::filesystem::create_directories(path);
        run::RunHeader header = test::exampleHeader();
        header.config.dataset = header.dataset.name = "table";
        header.config.dataOptions = {{"label", "price"}, {"unit", "kEUR"}};
        header.dataset.classNames.clear();
        header.dataset.target = {.name = "price", .unit = "kEUR"};
        run::ImageAnswers answers{.step = StepIndex{1}};
        for (std::size_t i = 0; i < off.size(); ++i) {
            answers.wanted.push_back(static_cast<float>(i));
            answers.predicted.push_back(static_cast<float>(i) + off[i]);
        }
        run::Evaluation evaluation{.step = StepIndex{1}, .split = run::Split::test};
        evaluation.numbers = run::numberErrorsOf(answers.wanted, answers.predicted);
        store::RunRecorder recorder{store::RunFolder(path)};
        recorder.begin(header);
        recorder.record(test::exampleSample(1));
        recorder.record(evaluation);
        recorder.record(answers);
        recorder.finish(test::exampleOutcome());
        return store::summarizeRun(store::RunFolder(path));
    }
    std::string verdict() const {
        return pair.findChild<QLabel*>(QStringLiteral("pairVerdict"))->text().toStdString();
    }
    QAbstractItemModel& events() const {
        return *pair.findChild<QTableView*>(QStringLiteral("pairEvents"))->model();
    }
    std::string eventAt(int row, int column) const {
        return events().index(row, column).data().toString().toStdString();
    }

    test::TemporaryFolder folder;
    RunPair pair;
};

TEST(PairFigures, NameTheSettingsThatDifferAsTheTableDoes) {
    store::RunSummary first = test::madeRun({"a", "map", 0.9, 1});
    store::RunSummary second = test::madeRun({"b", "map", 0.95, 2});
    EXPECT_THAT(settingRows(first, first), testing::IsEmpty());
    second.config->optimizer.learningRate = 2 * first.config->optimizer.learningRate;
    const auto rows = settingRows(first, second);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(linesOf(rows)[0],
              "Target | " + percentText(0.9).toStdString() + " | " + percentText(0.95).toStdString());
    EXPECT_EQ(linesOf(rows)[1], "Seed | 1 | 2");
    EXPECT_THAT(linesOf(rows)[2], HasSubstr("earning rate |"));
}

TEST(PairFigures, SetResultsSideBySide) {
    store::RunSummary first = test::madeRun({"a", "map", 0.9, 1, 0.5});
    first.testImages = 100;
    first.storedBytes = 2264;
    test::measure(first, 0.02, 2);
    store::RunSummary second = test::madeRun({"b"});
    second.testAccuracy.reset();
    const auto lines = linesOf(resultRows(first, second));
    ASSERT_EQ(lines.size(), 5U);
    // The Wilson interval of 50 right answers in 100.
    EXPECT_THAT(lines[0], HasSubstr("40.38"));
    EXPECT_THAT(lines[0], HasSubstr("59.62"));
    EXPECT_THAT(lines[0], testing::EndsWith("| –"));
    EXPECT_EQ(lines[2], "Bytes | " + bytesText(2264).toStdString() + " | –");
    EXPECT_EQ(lines[3], "One sample, ms | 0.020 | –");
    EXPECT_EQ(lines[4], "Speed-up | \u00D72.00 | –");
}

TEST(PairFigures, OfTooManyEventsTheRestIsCounted) {
    const std::vector<view::EventDifference> many(1005, {.epoch = 1, .first = std::string("paused")});
    const auto rows = eventRows(many);
    ASSERT_EQ(rows.size(), 1001U);
    EXPECT_EQ(linesOf(rows)[0], "1 | paused | ");
    EXPECT_EQ(rows.back().first, QStringLiteral("5 more"));
}

TEST_F(RunPairTest, SaysWhatToDoUnlessThereAreTwo) {
    EXPECT_TRUE(pair.isEmpty());
    EXPECT_THAT(pair.hint().toStdString(), HasSubstr("Ticked: 0."));
    pair.setRuns(test::fiveRuns());
    EXPECT_TRUE(pair.isEmpty());
    EXPECT_THAT(pair.hint().toStdString(), HasSubstr("Ticked: 5."));
    EXPECT_FALSE(pair.tools()->isEnabled());
}

TEST_F(RunPairTest, ShowsTheEventsOfOneRunAlone) {
    const auto first = record("a", 0.9, 1.5, "steady");
    const auto second = record("b", 0.95, 2, "late");
    pair.setRuns({first, second});
    EXPECT_FALSE(pair.isEmpty());
    EXPECT_EQ(events().rowCount(), 0) << "they are read in the background";
    ASSERT_TRUE(QTest::qWaitFor([&] { return events().rowCount() == 2; })) << "both were started alike";
    EXPECT_EQ(eventAt(0, 0), "1.50");
    EXPECT_EQ(eventAt(0, 1), "frozen: steady");
    EXPECT_EQ(eventAt(0, 2), "");
    EXPECT_EQ(eventAt(1, 0), "2");
    EXPECT_EQ(eventAt(1, 2), "frozen: late");
    EXPECT_EQ(events().headerData(1, Qt::Horizontal).toString(), QStringLiteral("a"));
    pair.setRuns({first, second});
    EXPECT_EQ(events().rowCount(), 2) << "nothing has changed: nothing is read";
}

TEST_F(RunPairTest, IsCopiedAndSavedAsNumbers) {
    pair.setRuns({record("a", 0.9, 1.5, "steady"), record("b", 0.95, 2, "late")});
    ASSERT_TRUE(QTest::qWaitFor([&] { return events().rowCount() == 2; }));
    pair.findChild<QPushButton*>(QStringLiteral("copyPair"))->click();
    const std::string copied = QGuiApplication::clipboard()->text().toStdString();
    EXPECT_THAT(copied, testing::StartsWith("table,what,a,b"));
    EXPECT_THAT(copied, HasSubstr("setting,Target,"));
    EXPECT_THAT(copied, HasSubstr("event,1.50,frozen: steady,"));
    EXPECT_THAT(copied, HasSubstr("result,\"One sample, ms\",–,–"));
    const QString path = QString::fromStdString((folder / "pair.csv").string());
    QString error;
    ASSERT_TRUE(pair.saveFigures(path, error)) << error.toStdString();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_THAT(file.readAll().toStdString(), HasSubstr("event,2,,frozen: late\r\n"));
}

TEST_F(RunPairTest, ADamagedRecordIsSaidAndTheRestIsShown) {
    const auto first = record("a", 0.9, 1.5, "steady");
    const auto second = record("b", 0.95, 2, "late");
    test::writeBytes(store::RunFolder(second.folder).database(), std::string(5000, 'x'));
    pair.setRuns({first, second});
    auto* table = pair.findChild<QTableView*>(QStringLiteral("pairEvents"));
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return table->accessibleName().startsWith(QStringLiteral("Not all events can be read")); }));
    EXPECT_GT(pair.findChild<QTableView*>(QStringLiteral("pairSettings"))->model()->rowCount(), 0);
}

TEST_F(RunPairTest, SaysThatAnswersWereNotRecorded) {
    pair.setRuns({record("a", 0.9, 1.5, "steady"), record("b", 0.95, 2, "late")});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !verdict().empty(); }));
    EXPECT_EQ(verdict(), "What was answered to each test sample was not recorded of both runs.");
}

TEST_F(RunPairTest, RunsOfNumbersAreComparedRowByRow) {
    // Too much by 1 everywhere, and by a half but in two rows, where by 2.
    std::vector<float> off(12, 0.5F);
    off[0] = off[1] = 2;
    pair.setRuns({recordNumbers("a", std::vector<float>(12, 1)), recordNumbers("b", off)});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !verdict().empty(); }));
    EXPECT_THAT(verdict(), HasSubstr("a comes closer to the truth in 2 and b in 10."));
    pair.findChild<QPushButton*>(QStringLiteral("copyPair"))->click();
    const std::string copied = QGuiApplication::clipboard()->text().toStdString();
    // The squared errors of the first are all 1: their spread is 0, and so is the standard error.
    EXPECT_THAT(copied, HasSubstr("result,Test RMSE,1 kEUR (1 to 1),"));
    EXPECT_THAT(copied, HasSubstr("result,Test R²,"));
    EXPECT_THAT(copied, HasSubstr("result,\"Smaller error, samples\",2,10"));
    EXPECT_THAT(copied, HasSubstr("verdict,\"Of 12 test samples, a comes"));
    EXPECT_THAT(copied, testing::Not(HasSubstr("accuracy")));
}

TEST_F(RunPairTest, RunsOfTwoTasksAreNotComparedAndThatIsSaid) {
    pair.setRuns({recordNumbers("a", std::vector<float>(12, 1)), record("b", 0.95, 2, "late")});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !verdict().empty(); }));
    EXPECT_EQ(verdict(), "These runs cannot be compared: a is judged by its RMSE, b by its accuracy.");
    pair.setRuns({});
    EXPECT_TRUE(verdict().empty());
}

TEST_F(RunPairTest, ItsTablesAreReachedByKeyboardAndHaveNames) {
    pair.setRuns({test::fiveRuns()[0], test::fiveRuns()[4]});
    for (const char* name : {"pairSettings", "pairEvents", "pairResults"}) {
        const auto* table = pair.findChild<QTableView*>(QLatin1String(name));
        EXPECT_FALSE(table->accessibleName().isEmpty()) << name;
        EXPECT_EQ(table->focusPolicy() & Qt::TabFocus, Qt::TabFocus) << name;
    }
}

TEST(RunPair, ClosesWhileEventsAreBeingRead) {
    auto pair = std::make_unique<RunPair>();
    pair->setRuns({test::fiveRuns()[0], test::fiveRuns()[4]});
    pair.reset();
    QTest::qWait(50);
}

}  // namespace
}  // namespace prunescope::ui
