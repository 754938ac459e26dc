#include "ui/training/training_page.h"

#include "ui/support/empty_state.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

namespace prunescope::ui {
namespace {

class TrainingPageTest : public testing::Test {
protected:
    void showRun() {
        run::RunHeader header;
        header.totalSteps = 100;
        header.config.epochs = 10;
        header.network.layers = {{.name = "fc1", .kind = "dense", .weights = 10, .prunable = LayerIndex{0}}};
        run.headerNow = header;
        run.historyNow = view::RunHistory(1, 0);
        run.stageNow = RunModel::Stage::running;
        emit run.stageChanged();
        emit run.runChanged();
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Theme theme;
    FakeRunModel run;
    TrainingPage page{PageContext{run, theme, settings}};
};

TEST_F(TrainingPageTest, WithoutARunItSaysWhatToDoAndOffersIt) {
    auto* stack = page.findChild<QStackedWidget*>();
    ASSERT_NE(stack, nullptr);
    EXPECT_NE(qobject_cast<EmptyState*>(stack->currentWidget()), nullptr);
    QSignalSpy asked(&page, &TrainingPage::startRequested);
    page.findChild<QPushButton*>(QStringLiteral("emptyStateButton"))->click();
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(TrainingPageTest, ARunTakesThePlaceOfTheEmptyPageAndGrows) {
    showRun();
    auto* stack = page.findChild<QStackedWidget*>();
    EXPECT_EQ(qobject_cast<EmptyState*>(stack->currentWidget()), nullptr);
    EXPECT_EQ(page.findChildren<ChartPanel*>().size(), 4);
    page.resize(900, 600);
    page.show();
    for (int step = 1; step <= 50; ++step) {
        run.historyNow.append(
            run::MetricSample{.step = StepIndex{step}, .epoch = step / 10.0, .loss = 1, .accuracy = 0.5});
        emit run.historyGrew();
    }
    QTest::qWait(300);
    // The accuracy chart's raw curve holds one value for every step, recorded as it came.
    QString error;
    const QString path = folder.filePath(QStringLiteral("accuracy.csv"));
    ASSERT_TRUE(page.findChildren<ChartPanel*>().front()->exportTo(path, error)) << error.toStdString();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count('\n'), 1 + 2 * 50) << "raw and smoothed";
}

}  // namespace
}  // namespace prunescope::ui
