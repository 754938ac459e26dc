// What a user does with the runs of the table, by keys, menu and mouse.

#include "store/folder_lock.h"
#include "store/run_label.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_page.h"
#include "ui/runs/workspace.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

namespace prunescope::ui {
namespace {

namespace fs = std::filesystem;
using Column = RunsModel::Column;
using testing::ElementsAre;
using testing::HasSubstr;

/// The desktop's trash is in the home folder, so that is another one for the time of a test.
class OtherHome {
public:
    explicit OtherHome(const fs::path& home) : before_(qgetenv("HOME")) {
        fs::create_directories(home);
        qputenv("HOME", QByteArray::fromStdString(home.string()));
    }
    OtherHome(const OtherHome&) = delete;
    OtherHome& operator=(const OtherHome&) = delete;
    ~OtherHome() { qputenv("HOME", before_); }

private:
    QByteArray before_;
};

class RunsActionsTest : public testing::Test {
protected:
    void SetUp() override {
        oldest = test::recordRun(workspace, {.name = "oldest"});
        middle = test::recordRun(workspace,
                                 {.name = "middle", .startedMs = test::exampleStartMs + 60'000, .seed = 2});
        newest = test::recordRun(
            workspace,
            {.name = "newest", .model = "lenet-300-100", .startedMs = test::exampleStartMs + 120'000});
        run.workspaceNow = workspace;
        page = std::make_unique<RunsPage>(PageContext{run, theme, settings});
        page->resize(1000, 600);
        page->show();
        ASSERT_TRUE(QTest::qWaitFor([this] { return shown().rowCount() == 3; }));
    }
    QTableView& table() { return *find<QTableView>("runsTable"); }
    QAbstractItemModel& shown() { return *table().model(); }
    template <class Object>
    Object* find(const char* name) {
        return page->findChild<Object*>(QLatin1String(name));
    }
    std::vector<std::string> names() {
        std::vector<std::string> all;
        for (int row = 0; row < shown().rowCount(); ++row)
            all.push_back(shown().index(row, Column::name).data().toString().toStdString());
        return all;
    }
    void select(int row) { table().setCurrentIndex(shown().index(row, Column::started)); }
    void trigger(const char* action) { find<QAction>(action)->trigger(); }
    std::string notice() {
        const auto* bar = find<MessageBar>("runsNotice");
        return bar->isHidden() ? "" : bar->text().toStdString();
    }
    std::string note() { return find<QLabel>("runsFilterNote")->text().toStdString(); }
    void type(const char* text) { find<QLineEdit>("runsFilter")->setText(QString::fromUtf8(text)); }
    /// Presses this button of the question that is about to be asked.
    void answer(QMessageBox::ButtonRole role) {
        QTimer::singleShot(0, page.get(), [this, role] {
            auto* box = page->findChild<QMessageBox*>();
            ASSERT_NE(box, nullptr);
            asked = box->text().toStdString();
            for (QAbstractButton* button : box->buttons()) {
                if (box->buttonRole(button) == role) button->click();
            }
        });
    }
    /// Where moveToTrash of the tests' settings puts things.
    fs::path inTrash(const std::string& name) const {
        return folder / ("home/.qttest/share/Trash/files/" + name);
    }

    test::TemporaryFolder folder;
    OtherHome home{folder / "home"};
    fs::path workspace = folder / "runs";
    fs::path oldest, middle, newest;
    QSettings settings{QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat};
    Theme theme;
    FakeRunModel run;
    std::string asked;
    std::unique_ptr<RunsPage> page;
};

TEST_F(RunsActionsTest, F2LetsARunBeNamedInItsPlace) {
    select(1);
    trigger("renameRunAction");
    auto* editor = table().viewport()->findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    EXPECT_EQ(editor->text(), QStringLiteral("middle"));
    QTest::keyClicks(editor, QStringLiteral("best of all"));
    QTest::keyClick(editor, Qt::Key_Return);
    // The editor has its turn before its text is taken.
    EXPECT_TRUE(QTest::qWaitFor([this] { return names()[1] == "best of all"; }));
    EXPECT_TRUE(
        QTest::qWaitFor([this] { return store::readLabel(store::RunFolder(middle)).name == "best of all"; }));
    page->refresh();
    QTest::qWait(100);
    EXPECT_THAT(names(), ElementsAre("newest", "best of all", "oldest"));
    EXPECT_EQ(find<QAction>("renameRunAction")->shortcut(), QKeySequence(Qt::Key_F2));
}

TEST_F(RunsActionsTest, ANameThatCannotBeWrittenIsTakenBackWithTheReason) {
    select(2);
    fs::remove_all(oldest);
    test::writeBytes(oldest, "no folder any more");
    auto& cells = shown();
    ASSERT_TRUE(cells.setData(cells.index(2, Column::name), QStringLiteral("lost"), Qt::EditRole));
    EXPECT_TRUE(QTest::qWaitFor([this] { return !notice().empty(); }));
    EXPECT_THAT(notice(), HasSubstr("oldest"));
    EXPECT_TRUE(QTest::qWaitFor([this] { return shown().rowCount() == 2; })) << "the workspace is read again";
}

TEST_F(RunsActionsTest, MovesARunToTheTrashOnceTheUserAgrees) {
    select(2);
    answer(QMessageBox::RejectRole);
    trigger("trashRunsAction");
    EXPECT_THAT(asked, HasSubstr("oldest"));
    QTest::qWait(50);
    EXPECT_TRUE(fs::exists(oldest / "run.db"));
    answer(QMessageBox::AcceptRole);
    trigger("trashRunsAction");
    EXPECT_TRUE(QTest::qWaitFor([this] { return shown().rowCount() == 2; }));
    EXPECT_THAT(names(), ElementsAre("newest", "middle"));
    EXPECT_FALSE(fs::exists(oldest));
    EXPECT_TRUE(fs::exists(inTrash("oldest") / "run.db")) << "it can be brought back";
    EXPECT_EQ(notice(), "");
}

TEST_F(RunsActionsTest, MovesAllSelectedRunsToTheTrash) {
    table().selectAll();
    answer(QMessageBox::AcceptRole);
    trigger("trashRunsAction");
    EXPECT_THAT(asked, HasSubstr("3 runs"));
    EXPECT_TRUE(QTest::qWaitFor([this] { return shown().rowCount() == 0; }));
    for (const char* name : {"oldest", "middle", "newest"}) EXPECT_TRUE(fs::exists(inTrash(name))) << name;
}

TEST_F(RunsActionsTest, ARunThatIsLiveOrOnDisplayStays) {
    run.folderNow = store::RunFolder(newest);
    select(0);
    trigger("trashRunsAction");
    EXPECT_THAT(notice(), HasSubstr("newest is on display"));
    fs::create_directory(workspace / "live");
    store::RunRecorder recorder{store::RunFolder(workspace / "live")};
    recorder.begin(test::exampleHeader());
    page->refresh();
    ASSERT_TRUE(QTest::qWaitFor([this] { return shown().rowCount() == 4; }));
    for (int row = 0; row < 4; ++row) {
        if (names()[static_cast<std::size_t>(row)] == "live") select(row);
    }
    trigger("trashRunsAction");
    EXPECT_THAT(notice(), HasSubstr("live is being recorded"));
    EXPECT_TRUE(fs::exists(newest / "run.db"));
    EXPECT_TRUE(fs::exists(workspace / "live/run.db"));
    trigger("renameRunAction");
    EXPECT_NE(table().viewport()->findChild<QLineEdit*>(), nullptr) << "it can be named while it goes on";
}

TEST_F(RunsActionsTest, ARunThatIsTakenUpWhileTheUserIsAskedStays) {
    select(2);
    std::unique_ptr<store::FolderLock> lock;
    QTimer::singleShot(0, page.get(), [&] { lock = std::make_unique<store::FolderLock>(oldest); });
    answer(QMessageBox::AcceptRole);
    trigger("trashRunsAction");
    EXPECT_TRUE(QTest::qWaitFor([this] { return !notice().empty(); }));
    EXPECT_THAT(notice(),
                HasSubstr("could not be moved to the trash; nothing was deleted: it is being recorded"));
    EXPECT_TRUE(fs::exists(oldest / "run.db"));
}

TEST_F(RunsActionsTest, WhereThereCanBeNoTrashTheRunStays) {
    test::writeBytes(folder / "home/.qttest", "no folder");
    select(2);
    answer(QMessageBox::AcceptRole);
    trigger("trashRunsAction");
    EXPECT_TRUE(QTest::qWaitFor([this] { return !notice().empty(); }));
    EXPECT_THAT(notice(), HasSubstr("there is no trash"));
    EXPECT_TRUE(fs::exists(oldest / "run.db"));
}

TEST_F(RunsActionsTest, WhatTheTrashDoesNotTakeIsSaid) {
    select(2);
    fs::rename(oldest, workspace / "elsewhere");
    answer(QMessageBox::AcceptRole);
    trigger("trashRunsAction");
    EXPECT_TRUE(QTest::qWaitFor([this] { return !notice().empty(); }));
    EXPECT_THAT(notice(), HasSubstr("oldest could not be moved to the trash; nothing was deleted: "));
    EXPECT_TRUE(QTest::qWaitFor([this] { return names()[2] == "elsewhere"; }))
        << "the workspace is read again";
}

TEST_F(RunsActionsTest, RunAgainHandsOverWhatWasAskedFor) {
    run::RunConfig config;
    QObject::connect(page.get(), &Page::runAgainRequested,
                     [&config](const run::RunConfig& wanted) { config = wanted; });
    select(1);
    trigger("runAgainAction");
    EXPECT_EQ(config.seed, 2);
    EXPECT_EQ(config.model, "lenet-5");
}

TEST_F(RunsActionsTest, OneRunIsTheReference) {
    const auto isReference = [](const fs::path& of) {
        return store::readLabel(store::RunFolder(of)).reference;
    };
    select(2);
    trigger("setReferenceAction");
    EXPECT_EQ(names()[2], "oldest (reference)");
    EXPECT_TRUE(QTest::qWaitFor([&] { return isReference(oldest); }));
    select(0);
    EXPECT_FALSE(find<QAction>("setReferenceAction")->isChecked());
    trigger("setReferenceAction");
    EXPECT_THAT(names(), ElementsAre("newest (reference)", "middle", "oldest"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return isReference(newest) && !isReference(oldest); }));
    trigger("setReferenceAction");
    EXPECT_TRUE(QTest::qWaitFor([&] { return !isReference(newest); }));
}

TEST_F(RunsActionsTest, GroupsBySeedByAButtonAndTheKeys) {
    QTest::mouseClick(find<QPushButton>("groupRunsButton"), Qt::LeftButton);
    ASSERT_EQ(shown().rowCount(), 2);
    EXPECT_EQ(shown().index(1, Column::testAccuracy).data().toString().toStdString(),
              "83.61 ± 0.00 %  n = 2");
    EXPECT_TRUE(settings.value(QStringLiteral("runs/grouped")).toBool());
    select(1);
    EXPECT_FALSE(find<QAction>("renameRunAction")->isEnabled()) << "a group has no folder";
    QTest::keyClick(&table(), Qt::Key_Right);
    EXPECT_THAT(names(), ElementsAre("newest", "lenet-5 · MAP · 95 %", "middle", "oldest"));
    QTest::keyClick(&table(), Qt::Key_Left);
    EXPECT_EQ(shown().rowCount(), 2);
    QSignalSpy opened(page.get(), &Page::openRequested);
    QTest::keyClick(&table(), Qt::Key_Return);
    EXPECT_EQ(shown().rowCount(), 4);
    EXPECT_EQ(opened.count(), 0);
    QTest::keyClick(&table(), Qt::Key_Space);
    int ticked = 0;
    for (int row = 0; row < shown().rowCount(); ++row) {
        const QVariant tick = shown().index(row, Column::compare).data(Qt::CheckStateRole);
        ticked += tick.toInt() == Qt::Checked ? 1 : 0;
    }
    EXPECT_EQ(ticked, 3) << "the group and its two runs";
    const QRect cell = table().visualRect(shown().index(1, Column::name));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, {cell.left() + 8, cell.center().y()});
    EXPECT_EQ(shown().rowCount(), 2) << "a click on the arrow folds it";
}

TEST_F(RunsActionsTest, TheFilterSaysWhatItUnderstood) {
    const std::string help = note();
    EXPECT_THAT(help, HasSubstr("sparsity>90 %"));
    const int height = find<QLabel>("runsFilterNote")->height();
    type("method:map seed:2");
    EXPECT_THAT(names(), ElementsAre("middle"));
    EXPECT_EQ(note(), help);
    EXPECT_EQ(find<QLabel>("runsCount")->text(), QStringLiteral("Runs: 1 of 3"));
    type("method:map seed:");
    EXPECT_EQ(shown().rowCount(), 3) << "half a condition hides nothing";
    EXPECT_THAT(note(), HasSubstr("half a condition"));
    type("colour:red");
    EXPECT_EQ(shown().rowCount(), 0);
    EXPECT_THAT(note(), HasSubstr("No run fits"));
    EXPECT_THAT(note(), HasSubstr("there is no field 'colour'"));
    EXPECT_EQ(find<QLabel>("runsFilterNote")->height(), height) << "nothing moves";
    type("");
    EXPECT_EQ(note(), help);
}

TEST_F(RunsActionsTest, TheColumnsButtonHasABoxForEachColumn) {
    auto* button = find<QToolButton>("runColumnsButton");
    EXPECT_TRUE(button->focusPolicy() & Qt::TabFocus);
    emit button->menu()->aboutToShow();
    const auto box = [button](const QString& title) {
        const QList<QAction*> actions = button->menu()->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
                                        [&](const QAction* action) { return action->text() == title; });
        return found == actions.end() ? nullptr : *found;
    };
    ASSERT_NE(box(QStringLiteral("Data set")), nullptr);
    EXPECT_TRUE(table().isColumnHidden(Column::dataset)) << "all have the same";
    EXPECT_FALSE(box(QStringLiteral("Data set"))->isChecked());
    box(QStringLiteral("Data set"))->trigger();
    EXPECT_FALSE(table().isColumnHidden(Column::dataset));
    button->menu()->actions().back()->trigger();
    EXPECT_TRUE(table().isColumnHidden(Column::dataset));
}

TEST_F(RunsActionsTest, TheNameStandsFirstThenWhatWasAskedForThenWhatWasMeasured) {
    const QHeaderView& header = *table().horizontalHeader();
    EXPECT_EQ(header.visualIndex(Column::compare), 0);
    EXPECT_EQ(header.visualIndex(Column::name), 1);
    for (const int column : {Column::network, Column::method, Column::target, Column::seed, Column::dataset})
        EXPECT_LT(header.visualIndex(column), header.visualIndex(Column::sparsity));
}

}  // namespace
}  // namespace prunescope::ui
