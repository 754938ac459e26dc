// Every control is reached by Tab, forward and backward, in every state and on every page; keys go to whom
// they belong.
#include "ui/app/layout_check.h"
#include "ui/app/scenes.h"
#include "ui/app/whole_window.h"

#include <gmock/gmock.h>

#include <QAccessible>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <set>

namespace prunescope::ui {
namespace {

using Stage = RunModel::Stage;

class KeyboardIn : public testing::TestWithParam<Scenes::State> {
protected:
    /// All that can be seen, used and given the focus by Tab.
    static std::set<QString> controlsOf(const QWidget& window) {
        std::set<QString> names;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            const bool tab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
            if (tab && widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr &&
                widget->window() == &window)
                names.insert(pathOf(*widget));
        }
        return names;
    }
    /// What Tab (or Shift+Tab) reaches from here, pressed often enough for every handle and control.
    static std::set<QString> reached(bool forward) {
        std::set<QString> names;
        constexpr int presses = 260;
        for (int press = 0; press < presses; ++press) {
            QWidget* focus = QApplication::focusWidget();
            if (focus == nullptr) {
                ADD_FAILURE() << "the focus is lost after " << press << " presses";
                break;
            }
            names.insert(pathOf(*focus));
            QTest::keyClick(focus, forward ? Qt::Key_Tab : Qt::Key_Backtab);
        }
        return names;
    }
    static std::string missing(const std::set<QString>& all, const std::set<QString>& some) {
        std::string text;
        for (const QString& name : all) {
            if (!some.contains(name)) text += name.toStdString() + "\n";
        }
        return text;
    }
};

TEST_P(KeyboardIn, TabReachesEveryControlOfEveryPageForwardAndBackward) {
    WholeWindow whole;
    Scenes scenes(whole, GetParam());
    ASSERT_TRUE(scenes.prepare());
    scenes.visit({1600, 1000}, [&](QWidget& window, const QString& page) {
        window.windowHandle()->requestActivate();
        ASSERT_TRUE(QTest::qWaitFor([&] { return QApplication::activeWindow() == &window; }, 5000))
            << page.toStdString();
        for (const bool forward : {true, false}) {
            const std::set<QString> controls = controlsOf(window);
            // Of an empty page tool bar, tabs and its one button.
            ASSERT_GE(controls.size(), 3U);
            const bool dialog = &window != whole.window.get();
            if (dialog) {
                window.findChild<QWidget*>(QStringLiteral("closeButton"))->setFocus();
            } else {
                whole.find<QTabWidget>("pages")->tabBar()->setFocus();
            }
            const std::set<QString> stops = reached(forward);
            EXPECT_EQ(missing(controls, stops), "")
                << page.toStdString() << (forward ? " forward" : " backward") << ": never reached";
        }
    });
}

INSTANTIATE_TEST_SUITE_P(EveryState, KeyboardIn,
                         testing::Values(Scenes::State::empty, Scenes::State::paused,
                                         Scenes::State::finished),
                         [](const auto& state) { return std::string(Scenes::nameOf(state.param)); });

class KeyboardTest : public testing::Test {
protected:
    void open() {
        whole.open();
        whole.window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(whole.window.get()));
    }
    /// As from the keyboard: asks for shortcuts first.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::keyClick(whole.window->windowHandle(), key, modifiers);
        QCoreApplication::processEvents();
    }
    int timesTriggered(const char* action, const std::function<void()>& work) const {
        int times = 0;
        const auto count =
            QObject::connect(whole.find<QAction>(action), &QAction::triggered, [&] { ++times; });
        work();
        QObject::disconnect(count);
        return times;
    }

    WholeWindow whole;
};

TEST_F(KeyboardTest, SpaceBelongsToTheControlThatHasTheFocus) {
    open();
    ASSERT_TRUE(whole.holdARun());
    whole.find<QTabWidget>("pages")->setCurrentIndex(1);
    whole.find<QAction>("pauseAction")->setEnabled(true);
    int controls = 0;
    for (QWidget* control : whole.window->findChildren<QWidget*>()) {
        auto* box = qobject_cast<QCheckBox*>(control);
        if (box == nullptr || !box->isVisible() || !box->isEnabled()) continue;
        const bool before = box->isChecked();
        box->setFocus();
        EXPECT_EQ(timesTriggered("pauseAction", [&] { press(Qt::Key_Space); }), 0)
            << pathOf(*box).toStdString();
        EXPECT_NE(box->isChecked(), before) << pathOf(*box).toStdString();
        press(Qt::Key_Space);
        ++controls;
    }
    EXPECT_GT(controls, 0);
    // A button that is pressed by Space is pressed, and nothing else happens.
    whole.find<QTabWidget>("pages")->setCurrentIndex(0);
    auto* heading = whole.find<QToolButton>("section.data.heading");
    heading->setFocus();
    const auto* folded = whole.find<Section>("section.data");
    EXPECT_EQ(timesTriggered("pauseAction", [&] { press(Qt::Key_Space); }), 0);
    EXPECT_TRUE(folded->isExpanded());
    // Where nothing wants it, it pauses the run and lets it go on.
    heading->clearFocus();
    EXPECT_EQ(timesTriggered("pauseAction", [&] { press(Qt::Key_Space); }), 1);
}

TEST_F(KeyboardTest, ShortcutsWorkInEveryTextField) {
    whole.recordRuns();
    open();
    ASSERT_TRUE(whole.openFinishedRun());
    for (QAction* action : whole.window->findChildren<QAction*>()) {
        if (action->objectName() == QLatin1String("exportReportAction") ||
            action->objectName() == QLatin1String("findCommandAction"))
            QObject::disconnect(action, nullptr, whole.window.get(),
                                nullptr);  // they would wait for an answer
    }
    QAction* undo = whole.find<QAction>("undoAction");
    QObject::disconnect(undo, nullptr, nullptr, nullptr);
    undo->setEnabled(true);
    int fields = 0;
    auto* tabs = whole.find<QTabWidget>("pages");
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        Scenes::settle();
        for (QLineEdit* field : whole.window->findChildren<QLineEdit*>()) {
            if (!field->isVisible() || !field->isEnabled()) continue;
            const std::string name = pathOf(*field).toStdString();
            field->setFocus();
            EXPECT_EQ(timesTriggered("exportReportAction", [&] { press(Qt::Key_E, Qt::ControlModifier); }), 1)
                << name;
            EXPECT_EQ(timesTriggered("findCommandAction", [&] { press(Qt::Key_K, Qt::ControlModifier); }), 1)
                << name;
            EXPECT_EQ(timesTriggered("undoAction", [&] { press(Qt::Key_Z, Qt::ControlModifier); }), 1)
                << name;
            ++fields;
        }
    }
    EXPECT_GT(fields, 8);
    // What was typed is undone first: it is what one sees.
    tabs->setCurrentIndex(3);
    auto* filter = whole.find<QLineEdit>("runsFilter");
    ASSERT_NE(filter, nullptr);
    filter->setFocus();
    press(Qt::Key_A);
    ASSERT_EQ(filter->text(), QStringLiteral("a"));
    EXPECT_EQ(timesTriggered("undoAction", [&] { press(Qt::Key_Z, Qt::ControlModifier); }), 0);
    EXPECT_EQ(filter->text(), QString());
    EXPECT_EQ(timesTriggered("undoAction", [&] { press(Qt::Key_Z, Qt::ControlModifier); }), 1);
}

TEST_F(KeyboardTest, F6GoesRoundThePanesAndComesBackToTheSameControl) {
    open();
    whole.find<QWidget>("epochs")->setFocus();
    std::vector<std::string> panes;
    const auto goRound = [&](int presses) {
        panes.clear();
        for (int i = 0; i < presses; ++i) {
            press(Qt::Key_F6);
            ASSERT_NE(QApplication::focusWidget(), nullptr);
            panes.push_back(pathOf(*QApplication::focusWidget()).toStdString());
        }
    };
    goRound(2);
    EXPECT_THAT(panes, testing::ElementsAre(testing::HasSubstr("runToolBar"), testing::HasSubstr("epochs")));
    whole.recordRuns();
    ASSERT_TRUE(whole.openFinishedRun());
    whole.find<QTabWidget>("pages")->setCurrentIndex(1);
    goRound(3);
    EXPECT_THAT(panes, testing::UnorderedElementsAre(testing::HasSubstr("middlePanes"),
                                                     testing::HasSubstr("rightPanes"),
                                                     testing::HasSubstr("runToolBar")));
    whole.find<QTabWidget>("pages")->setCurrentIndex(0);
    whole.find<QWidget>("epochs")->setFocus();
    press(Qt::Key_F6);
    press(Qt::Key_F6, Qt::ShiftModifier);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), QStringLiteral("epochs"));
}

TEST_F(KeyboardTest, TabGoesThroughTheFormInReadingOrder) {
    open();
    whole.find<QWidget>("presetBox")->setFocus();
    QStringList order;
    for (int press_ = 0; press_ < 30; ++press_) {
        order << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const QStringList expected{QStringLiteral("presetBox"),   QStringLiteral("dataset"),
                               QStringLiteral("data_dir"),    QStringLiteral("section.data.heading"),
                               QStringLiteral("model"),       QStringLiteral("section.layers.heading"),
                               QStringLiteral("method"),      QStringLiteral("schedule.target"),
                               QStringLiteral("planCurve"),   QStringLiteral("epochs"),
                               QStringLiteral("seed"),        QStringLiteral("moreSeeds"),
                               QStringLiteral("denseTwin"),   QStringLiteral("threads"),
                               QStringLiteral("queueButton"), QStringLiteral("startButton")};
    qsizetype from = 0;
    for (const QString& name : expected) {
        const qsizetype at = order.indexOf(name, from);
        EXPECT_GE(at, 0) << name.toStdString() << " is not after the one before in "
                         << order.join(QLatin1Char(' ')).toStdString();
        from = std::max(from, at);
    }
}

TEST_F(KeyboardTest, EveryControlHasANameOfItsField) {
    whole.recordRuns();
    open();
    ASSERT_TRUE(whole.openFinishedRun());
    auto* tabs = whole.find<QTabWidget>("pages");
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        Scenes::settle();
        for (QWidget* control : whole.window->findChildren<QWidget*>()) {
            const bool tab = (control->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
            if (!tab || !control->isVisible() || control->focusProxy() != nullptr) continue;
            QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(control);
            const std::string path = pathOf(*control).toStdString();
            ASSERT_NE(heard, nullptr) << path;
            const QString name = heard->text(QAccessible::Name);
            EXPECT_FALSE(name.trimmed().isEmpty()) << path << " has no name";
            if (auto* box = qobject_cast<QComboBox*>(control)) {
                EXPECT_NE(name, box->currentText()) << path << " goes by its value";
            }
        }
    }
}

}  // namespace
}  // namespace prunescope::ui
