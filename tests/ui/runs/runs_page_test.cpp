#include "ui/runs/runs_page.h"

#include "ui/app/painted_texts.h"
#include "ui/charts/chart_legend.h"
#include "ui/runs/run_overlay.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/workspace.h"
#include "ui/support/empty_state.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <set>

namespace prunescope::ui {
namespace {

using Column = RunsModel::Column;

class RunsPageTest : public testing::Test {
protected:
    void SetUp() override {
        older = test::recordRun(workspace, {.name = "older", .model = "lenet-300-100", .sparsity = 0.25});
        newer = test::recordRun(workspace, {.name = "newer",
                                            .startedMs = test::exampleStartMs + 60'000,
                                            .sparsity = 0.75,
                                            .state = run::RunState::failed});
    }
    void open() {
        run.workspaceNow = workspace;
        page = std::make_unique<RunsPage>(PageContext{run, theme, settings});
        page->resize(900, 600);
        page->show();
    }
    void openWithRuns(int rows) {
        open();
        ASSERT_TRUE(QTest::qWaitFor([&] { return shown().rowCount() == rows; }));
    }
    QTableView& table() { return *page->findChild<QTableView*>(QStringLiteral("runsTable")); }
    QAbstractItemModel& shown() { return *table().model(); }
    QString textAt(int row, int column) { return shown().index(row, column).data().toString(); }
    const std::vector<OverlaidRun>& overlaid() { return page->findChild<RunOverlay*>()->runs(); }
    void select(int row) { table().setCurrentIndex(shown().index(row, Column::started)); }
    void tick(int row) {
        ASSERT_TRUE(shown().setData(shown().index(row, Column::compare), Qt::Checked, Qt::CheckStateRole));
    }

    test::TemporaryFolder folder;
    std::filesystem::path workspace = folder / "runs";
    std::filesystem::path older;
    std::filesystem::path newer;
    QSettings settings{QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat};
    Theme theme;
    FakeRunModel run;
    std::unique_ptr<RunsPage> page;
};

TEST_F(RunsPageTest, UntilTheRunsAreReadNoTableSaysThatThereAreNone) {
    open();
    EXPECT_TRUE(page->findChild<EmptyState*>(QStringLiteral("readingRuns"))->isVisible());
    EXPECT_FALSE(table().isVisible());
    ASSERT_TRUE(QTest::qWaitFor([&] { return table().isVisible(); }));
    EXPECT_EQ(shown().rowCount(), 2);
}

TEST_F(RunsPageTest, ListsTheRunsOfTheDiskNewestFirst) {
    openWithRuns(2);
    EXPECT_EQ(textAt(0, Column::network), QStringLiteral("lenet-5"));
    EXPECT_EQ(textAt(0, Column::sparsity), QStringLiteral("75.00 %"));
    EXPECT_EQ(textAt(0, Column::state), QStringLiteral("failed"));
    EXPECT_EQ(textAt(1, Column::network), QStringLiteral("lenet-300-100"));
    EXPECT_EQ(textAt(1, Column::sparsity), QStringLiteral("25.00 %"));
    EXPECT_EQ(textAt(1, Column::testAccuracy), QStringLiteral("83.61 %"));  // 153 of 183
    EXPECT_EQ(textAt(1, Column::epochs).section(QLatin1Char(' '), 0, 0), QStringLiteral("1.00"));
}

TEST_F(RunsPageTest, ReadsNothingWhileItCannotBeSeen) {
    run.workspaceNow = workspace;
    page = std::make_unique<RunsPage>(PageContext{run, theme, settings});
    page->refresh();
    QTest::qWait(100);
    EXPECT_EQ(shown().rowCount(), 0);
    page->show();
    EXPECT_TRUE(QTest::qWaitFor([&] { return shown().rowCount() == 2; }));
}

TEST_F(RunsPageTest, SeesNewAndDeletedRunsOnRefresh) {
    openWithRuns(2);
    std::filesystem::remove_all(older);
    test::recordRun(workspace, {.name = "third", .model = "third"});
    test::recordRun(workspace, {.name = "fourth", .model = "fourth"});
    QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("refreshRunsButton")), Qt::LeftButton);
    EXPECT_TRUE(QTest::qWaitFor([&] { return shown().rowCount() == 3; }));
}

TEST_F(RunsPageTest, FiltersByAnyColumn) {
    openWithRuns(2);
    page->findChild<QLineEdit*>(QStringLiteral("runsFilter"))->setText(QStringLiteral("300-100"));
    ASSERT_EQ(shown().rowCount(), 1);
    EXPECT_EQ(textAt(0, Column::network), QStringLiteral("lenet-300-100"));
}

TEST_F(RunsPageTest, AnEmptyWorkspaceSaysWhatToDo) {
    workspace = folder / "not there yet";
    open();
    auto* button = page->findChild<QPushButton*>(QStringLiteral("emptyStateButton"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return button->isVisible(); }));
    QSignalSpy started(page.get(), &RunsPage::startRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(started.count(), 1);
}

TEST_F(RunsPageTest, AWorkspaceThatCannotBeReadIsAnErrorOfThePage) {
    test::writeBytes(folder / "file", "no folder");
    workspace = folder / "file";
    open();
    auto* message = page->findChild<QWidget*>(QStringLiteral("runsMessage"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return message->isVisible(); }));
    EXPECT_TRUE(message->accessibleName().contains(QStringLiteral("cannot list the runs")));
}

TEST_F(RunsPageTest, ARunThatCannotBeReadStaysInTheListWithItsError) {
    test::writeBytes(older / "run.db", "this is no database at all, and long enough to be looked at");
    openWithRuns(2);
    tick(1);
    ASSERT_EQ(textAt(1, Column::state), QStringLiteral("cannot be read"));
    EXPECT_FALSE(shown().index(1, Column::state).data(Qt::DecorationRole).value<QIcon>().isNull());
    EXPECT_TRUE(shown().index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("older")));
    // Its neighbour is drawn all the same.
    tick(0);
    EXPECT_TRUE(QTest::qWaitFor([&] { return overlaid().size() == 1; }));
}

TEST_F(RunsPageTest, OpensARunByEnterDoubleClickAndButton) {
    openWithRuns(2);
    QSignalSpy opened(page.get(), &RunsPage::openRequested);
    select(1);
    QTest::keyClick(&table(), Qt::Key_Return);
    QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("openRunButton")), Qt::LeftButton);
    const QPoint cell = table().visualRect(shown().index(0, Column::network)).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, cell);
    QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, cell);
    ASSERT_EQ(opened.count(), 3);
    EXPECT_EQ(opened[0][0].value<std::filesystem::path>(), older);
    EXPECT_EQ(opened[1][0].value<std::filesystem::path>(), older);
    EXPECT_EQ(opened[2][0].value<std::filesystem::path>(), newer);
}

TEST_F(RunsPageTest, TickedRunsLayTheirCurvesOverEachOther) {
    openWithRuns(2);
    select(0);
    QTest::keyClick(&table(), Qt::Key_Space);
    tick(1);
    ASSERT_TRUE(QTest::qWaitFor([&] { return overlaid().size() == 2; }));
    EXPECT_TRUE(page->findChild<RunOverlay*>()->isVisible());
    EXPECT_NE(overlaid()[0].colour, overlaid()[1].colour);
    EXPECT_NE(overlaid()[0].label, overlaid()[1].label);
    EXPECT_FLOAT_EQ(static_cast<float>(overlaid()[0].history->sparsity().at(1)), 0.75F);
    EXPECT_FLOAT_EQ(static_cast<float>(overlaid()[1].history->sparsity().at(1)), 0.25F);
    EXPECT_NEAR(overlaid()[0].history->test().main().at(0), 153.0 / 183, 1e-6);
    QTest::keyClick(&table(), Qt::Key_Space);
    EXPECT_EQ(overlaid().size(), 1U);
}

TEST_F(RunsPageTest, FiltersByTheNameOfTheFolder) {
    openWithRuns(2);
    page->findChild<QLineEdit*>(QStringLiteral("runsFilter"))->setText(QStringLiteral("OLD"));
    ASSERT_EQ(shown().rowCount(), 1);
    EXPECT_EQ(textAt(0, Column::name), QStringLiteral("older"));
}

TEST_F(RunsPageTest, ShowsTheColumnsInWhichRunsDiffer) {
    std::filesystem::remove_all(newer);
    test::recordRun(workspace, {.name = "seed-2", .model = "lenet-300-100", .sparsity = 0.25, .seed = 2});
    openWithRuns(2);
    EXPECT_FALSE(table().isColumnHidden(Column::name));
    EXPECT_FALSE(table().isColumnHidden(Column::seed));
    EXPECT_TRUE(table().isColumnHidden(Column::network));
    EXPECT_TRUE(table().isColumnHidden(Column::target));
    settings.setValue(QStringLiteral("runs/columns/network"), true);
    settings.setValue(QStringLiteral("runs/columns/seed"), false);
    page->refresh();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !table().isColumnHidden(Column::network); }))
        << "what the user wants";
    EXPECT_TRUE(table().isColumnHidden(Column::seed));
}

TEST_F(RunsPageTest, SixOfFortyTickedRunsAreToldApartInWindowAndFile) {
    constexpr int runs = 38;
    for (int i = 0; i < runs; ++i) {
        test::recordRun(workspace, {.name = "seed-" + std::to_string(i + 1),
                                    .startedMs = test::exampleStartMs + 1000 * i,
                                    .target = 0.995,
                                    .seed = i + 1});
    }
    openWithRuns(runs + 2);
    const std::vector<int> rows{3, 9, 15, 21, 27, 33};
    for (const int row : rows) tick(row);
    ASSERT_TRUE(QTest::qWaitFor([&] { return overlaid().size() == rows.size(); }, 20'000));
    std::set<std::pair<QRgb, Qt::PenStyle>> looks;
    std::set<QString> names;
    std::set<QRgb> colours;
    for (const OverlaidRun& each : overlaid()) {
        looks.emplace(each.colour.rgb(), each.style);
        colours.insert(each.colour.rgb());
        names.insert(each.label);
    }
    EXPECT_EQ(colours.size(), rows.size());
    EXPECT_EQ(looks.begin()->second, Qt::SolidLine);
    EXPECT_EQ(names.size(), rows.size());
    page->resize(900, 900);
    for (const char* name : {"runsMeasureChart", "runsSparsityChart"}) {
        auto* chart = page->findChild<ChartPanel*>(QLatin1String(name));
        auto* legend = chart->findChild<ChartLegend*>();
        EXPECT_TRUE(QTest::qWaitFor([&] { return legend->shownEntries() == rows.size(); }, 2000))
            << name << " shows " << legend->shownEntries();
        EXPECT_EQ(legend->entries().size(), rows.size());
    }
    const QString path = QString::fromStdString((folder / "overlay.csv").string());
    QString error;
    ASSERT_TRUE(page->findChild<ChartPanel*>(QStringLiteral("runsMeasureChart"))->exportTo(path, error));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    EXPECT_TRUE(lines.front().startsWith("run,series,step"));
    std::set<QByteArray> saved;
    for (qsizetype i = 1; i < lines.size(); ++i) saved.insert(lines[i].split(',').front());
    EXPECT_EQ(saved.size(), rows.size()) << "every run by its own name";
}

TEST_F(RunsPageTest, ANameThatLooksLikeMarkupIsShownAsTyped) {
    const QString name = QStringLiteral("<b>best & fast");
    test::recordRun(workspace, {.name = name.toStdString(), .startedMs = test::exampleStartMs + 120'000});
    openWithRuns(3);
    EXPECT_EQ(textAt(0, Column::name), name);
    tick(0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return overlaid().size() == 1; }));
    auto* legend = page->findChild<RunOverlay*>()->findChild<ChartLegend*>();
    QStringList written;
    for (const PaintedText& painted : paintedTexts(*legend)) written << painted.text;
    EXPECT_TRUE(written.contains(name)) << written.join(QLatin1Char('|')).toStdString();
}

TEST_F(RunsPageTest, TheRunOnDisplayIsDrawnFromWhatTheWindowHasOfIt) {
    run.headerNow = test::exampleHeader();
    run.folderNow = store::RunFolder(newer);
    openWithRuns(2);
    tick(0);
    ASSERT_EQ(overlaid().size(), 1U);
    EXPECT_EQ(overlaid()[0].history, &run.historyNow);
    // Another run comes on display: this one is now read from the disk, and nothing points to the old curves.
    run.folderNow = store::RunFolder(older);
    emit run.runChanged();
    ASSERT_TRUE(QTest::qWaitFor([&] { return overlaid().size() == 1; }));
    EXPECT_NE(overlaid()[0].history, &run.historyNow);
}

TEST_F(RunsPageTest, CopiesTheSelectionAsCsv) {
    openWithRuns(2);
    select(1);
    table().setFocus();
    ASSERT_TRUE(QTest::qWaitForWindowActive(page.get())) << "shortcuts belong to the active window";
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()
                                  ->text()
                                  .remove(QLatin1Char('\r'))
                                  .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_TRUE(lines[0].startsWith(QStringLiteral("run,name,started_utc,dataset")));
    EXPECT_TRUE(lines[1].startsWith(QStringLiteral("older,,2026-11-24")));
}

TEST_F(RunsPageTest, ClosesWhileRunsAreBeingRead) {
    openWithRuns(2);
    tick(0);
    tick(1);
    page->refresh();
    page.reset();
    QTest::qWait(100);
}

}  // namespace
}  // namespace prunescope::ui
