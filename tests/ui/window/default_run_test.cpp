#include "ui/curve/schedule_curve.h"
#include "ui/schedule/schedule_page.h"
#include "ui/window/real_window.h"
#include "ui/window/recorded_run.h"

#include <gmock/gmock.h>

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QTabWidget>
#include <QTableView>
#include <QToolBar>
#include <algorithm>
#include <numeric>

namespace prunescope::test {
namespace {

namespace event = session::event;
using ui::CurveHandle;
using Stage = ui::RunModel::Stage;

const std::string editReason = "the edge device has room for more";

class DefaultRun : public RealWindow {
protected:
    // What the user does.
    void start();
    void waitUntilWeightsAreCut() const;
    void dragTheTargetTo(double sparsity);
    void applyWithReason(const std::string& reason);
    void undo();
    void setStrength(std::size_t layer, double strength);
    void pause();
    void step();
    void resume();
    void freeze();
    void openEveryPage();
    void choose(const char* action);
    void exportTheReport();
    void quitDuringTheRun();
    void openTheRunFromTheList();
    void quit();

    void checkTheReport() const;

    Stage stage() const {
        return inWindow([&] { return run().stage(); });
    }
    std::ptrdiff_t happened(const char* kind) const;
    std::filesystem::path pdf() const { return folder_ / "reports" / (runId_ + ".pdf"); }

    std::string runId_;
    double draggedTo_ = 0;
};

std::ptrdiff_t DefaultRun::happened(const char* kind) const {
    return inWindow([&] {
        const auto& events = run().events();
        return std::count_if(events.begin(), events.end(), [&](const auto& e) { return e.kind == kind; });
    });
}

void DefaultRun::start() {
    auto* const action =
        inWindow([&] { return window().findChild<QAction*>(QStringLiteral("startAction")); });
    auto& bar = child<QToolBar>("runToolBar");
    hand_.click(*inWindow([&] { return bar.widgetForAction(action); }));
    waitInWindow("the run trains", [&] { return run().isLive() && run().history().steps().size() > 0; });
    runId_ = inWindow([&] { return run().runId(); }).toStdString();
    EXPECT_THAT(runId_, testing::HasSubstr("fashion-mnist_lenet-5_map_95"));
}

void DefaultRun::waitUntilWeightsAreCut() const {
    waitInWindow("one weight in twenty is cut", [&] { return run().snapshot()->sparsity > 0.05; });
}

void DefaultRun::dragTheTargetTo(double sparsity) {
    auto& page = child<ui::SchedulePage>("schedulePage");
    auto& curve = child<ui::ScheduleCurve>("scheduleCurve");
    waitInWindow("the handles stand in the chart", [&] { return curve.isVisible(); });
    const CurveHandle target{CurveHandle::Kind::target};
    const QPointF from = inWindow([&] { return curve.positionOf(target); });
    const QPointF to(from.x(), inWindow([&] { return curve.positionOf(ui::CurvePoint{0, sparsity}).y(); }));
    const auto onScreen = [&](QPointF p) { return curve.mapToGlobal(p).toPoint(); };
    hand_.drag(inWindow([&] { return onScreen(from); }), inWindow([&] { return onScreen(to); }));
    waitInWindow("the handle is let go", [&] {
        return !curve.isDragging() && std::abs(page.currentDraft().target - sparsity) < 0.02;
    });
    draggedTo_ = inWindow([&] { return page.currentDraft().target; });
    EXPECT_EQ(inWindow([&] { return run().snapshot()->schedule.target; }), 0.95) << "a draft changes nothing";
}

void DefaultRun::applyWithReason(const std::string& reason) {
    if (!reason.empty()) hand_.fill(child<QLineEdit>("reasonField"), QString::fromStdString(reason));
    hand_.click(child<QWidget>("applyButton"));
}

void DefaultRun::undo() {
    // The edit stands among the events a moment before its answer is there.
    auto* const action = inWindow([&] { return window().findChild<QAction*>(QStringLiteral("undoAction")); });
    waitInWindow("the edit can be undone", [&] { return action->isEnabled(); });
    hand_.press(QStringLiteral("ctrl+z"));
}

void DefaultRun::setStrength(std::size_t layer, double strength) {
    const std::string name = "strength" + std::to_string(layer);
    auto& field = child<QDoubleSpinBox>(name.c_str());
    hand_.scrollTo(field);
    hand_.fill(field, QString::number(strength));
    hand_.press(QStringLiteral("Tab"));
    waitInWindow("the field takes the number", [&] { return field.value() == strength; });
    applyWithReason({});
}

void DefaultRun::pause() {
    hand_.press(QStringLiteral("space"));
    waitInWindow("the run is paused", [&] { return run().stage() == Stage::paused; });
}

void DefaultRun::step() {
    const auto before = inWindow([&] { return run().snapshot()->step; });
    hand_.press(QStringLiteral("F10"));
    waitInWindow("one step is taken", [&] {
        return run().snapshot()->step.value == before.value + 1 && run().stage() == Stage::paused;
    });
}

void DefaultRun::resume() {
    const auto before = inWindow([&] { return run().snapshot()->step; });
    hand_.press(QStringLiteral("space"));
    waitInWindow("the run goes on", [&] {
        return run().stage() == Stage::running && run().snapshot()->step.value > before.value;
    });
}

void DefaultRun::freeze() {
    hand_.press(QStringLiteral("ctrl+f"));
    waitInWindow("the masks are frozen", [&] { return run().snapshot()->phase == run::Phase::exploitation; });
}

void DefaultRun::openEveryPage() {
    auto& pages = child<QTabWidget>("pages");
    for (const int number : {1, 3, 4, 5, 2}) {
        hand_.press(QStringLiteral("ctrl+%1").arg(number));
        waitInWindow("page " + std::to_string(number) + " opens", [&] {
            return pages.currentIndex() == number - 1 && pages.currentWidget()->isVisible();
        });
        if (number == 4) {
            const auto& runs = child<QTableView>("runsTable");
            waitInWindow("the run is listed",
                         [&] { return runs.isVisible() && runs.model()->rowCount() == 1; });
        } else if (number == 3) {
            waitInWindow("the weights are seen", [&] { return run().snapshot()->picture != nullptr; });
            const auto& events = child<QTableView>("auditTable");
            waitInWindow("every event is listed", [&] {
                return events.isVisible() &&
                       events.model()->rowCount() == static_cast<int>(run().events().size());
            });
        }
    }
}

void DefaultRun::choose(const char* action) {
    auto* const chosen = inWindow([&] { return window().findChild<QAction*>(QLatin1String(action)); });
    if (chosen == nullptr) throw std::runtime_error(std::string("the window has no ") + action);
    hand_.chooseFromMenus(window(), *chosen);
    waitInWindow(std::string(action) + " is chosen", [&] { return chosen->isChecked(); });
}

void DefaultRun::exportTheReport() {
    hand_.press(QStringLiteral("ctrl+e"));
    waitInWindow("the dialog opens", [] {
        const QWidget* dialog = QApplication::activeModalWidget();
        return dialog != nullptr && dialog->isActiveWindow();
    });
    const QWidget& dialog = *inWindow([] { return QApplication::activeModalWidget(); });
    ASSERT_EQ(dialog.objectName(), QStringLiteral("exportDialog"));
    hand_.fill(childOf<QLineEdit>(dialog, "folderEdit"),
               QString::fromStdString((folder_ / "reports").string()));
    // No other program shall be started.
    auto& afterwards = childOf<QCheckBox>(dialog, "openAfterwards");
    hand_.click(afterwards);
    waitInWindow("nothing is opened afterwards", [&] { return !afterwards.isChecked(); });
    hand_.click(childOf<QWidget>(dialog, "exportButton"));
    const auto& message = childOf<QWidget>(dialog, "exportMessage");
    waitInWindow("the dialog says what it saved", [&] { return message.isVisible(); });
    EXPECT_TRUE(std::filesystem::exists(pdf()));
    hand_.press(QStringLiteral("Escape"));
    waitForKeyboard();
}

void DefaultRun::quitDuringTheRun() {
    ASSERT_EQ(stage(), Stage::running);
    hand_.press(QStringLiteral("ctrl+q"));
    waitInWindow("the window asks", [] {
        const auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        return box != nullptr && box->isActiveWindow();
    });
    ASSERT_EQ(stage(), Stage::running) << "only asked yet";
    hand_.press(QStringLiteral("Return"));
    waitInWindow("the window closes", [&] { return !window().isVisible(); });
    EXPECT_EQ(stage(), Stage::stopped);
}

void DefaultRun::openTheRunFromTheList() {
    hand_.press(QStringLiteral("ctrl+4"));
    const auto& runs = child<QTableView>("runsTable");
    waitInWindow("the run is listed", [&] { return runs.isVisible() && runs.model()->rowCount() == 1; });
    const auto nameOfTheNetwork = [&] {
        const QModelIndex cell = runs.model()->index(0, 3);
        return runs.viewport()->mapToGlobal(runs.visualRect(cell).center());
    };
    hand_.doubleClick(inWindow(nameOfTheNetwork));
    waitInWindow("the run is shown", [&] { return run().hasRun() && run().stage() == Stage::stopped; });
    EXPECT_EQ(inWindow([&] { return run().runId(); }).toStdString(), runId_);
    const auto& pages = child<QTabWidget>("pages");
    waitInWindow("its curves are on display", [&] { return pages.currentIndex() == 1; });
}

void DefaultRun::quit() {
    hand_.press(QStringLiteral("ctrl+q"));
    waitInWindow("the window closes", [&] { return !window().isVisible(); });
}

void DefaultRun::checkTheReport() const {
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QString::fromStdString(pdf().string()), QStringLiteral("-")});
    ASSERT_TRUE(reader.waitForFinished(60'000));
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    EXPECT_TRUE(text.contains(QString::fromStdString(runId_)));
    EXPECT_TRUE(text.contains(QStringLiteral("device"))) << "the reason of the edit, which may be wrapped";
}

TEST_F(DefaultRun, IsBentWatchedReportedClosedAndOpenedAgain) {
    openWindow();
    start();

    dragTheTargetTo(0.8);
    applyWithReason(editReason);
    waitUntil("the schedule is edited", [&] { return happened(event::scheduleEdited) == 1; });
    undo();
    waitUntil("the edit is undone by another", [&] { return happened(event::scheduleEdited) == 2; });
    setStrength(1, 2.5);
    waitUntil("the strength is set", [&] { return happened(event::attentionSet) == 1; });

    pause();
    step();
    resume();
    waitUntilWeightsAreCut();
    freeze();

    openEveryPage();
    choose("theme2Action");
    waitInWindow("the window is dark", [&] { return program_->theme.isDark(); });
    choose("language_jaAction");
    const auto& pages = child<QTabWidget>("pages");
    waitInWindow("the window speaks Japanese", [&] { return pages.tabText(3) == QStringLiteral("比較"); });

    exportTheReport();
    quitDuringTheRun();
    destroyWindow();

    const RecordedRun record(workspace() / runId_);
    record.expectTheEdits(editReason, draggedTo_);
    record.expectTheHandling();
    record.expectAnEndInMidRun();
    record.expectFrozenMasks();
    record.expectWeightsThatAgree();
    checkTheReport();

    openWindow();
    EXPECT_TRUE(inWindow([&] { return program_->theme.isDark(); })) << "the theme is remembered";
    EXPECT_EQ(inWindow([&] { return program_->language.code(); }), QStringLiteral("ja"));
    openTheRunFromTheList();
    EXPECT_EQ(inWindow([&] { return run().events().size(); }), record.events());
    quit();
}

}  // namespace
}  // namespace prunescope::test
