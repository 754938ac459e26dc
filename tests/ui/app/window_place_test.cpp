// What a window was on one screen is brought back on another one. Run once more on a screen of 1280 x 720.
#include "ui/app/window_place.h"

#include "ui/app/scenes.h"
#include "ui/app/whole_window.h"

#include <gtest/gtest.h>

#include <QScreen>
#include <QSplitter>
#include <QTabWidget>

namespace prunescope::ui {
namespace {

class ScreenTest : public testing::Test {
protected:
    /// As it is left on a large screen: maximised, with wide panes.
    void leaveLarge(Qt::WindowStates state) {
        if (!std::filesystem::exists(whole.finishedRun())) whole.recordRuns();
        whole.open();
        MainWindow& window = *whole.window;
        window.resize(2500, 1400);
        ASSERT_TRUE(whole.openFinishedRun());
        Scenes::settle();
        for (auto* columns : window.findChildren<QSplitter*>(QStringLiteral("columns")))
            columns->setSizes({700, 900, 900});
        Scenes::settle();
        window.setWindowState(state);
        Scenes::settle();
        window.close();
        whole.close();
    }
    void turnEveryPage() {
        auto* tabs = whole.find<QTabWidget>("pages");
        for (const int page : {1, 4, 2, 3, 0, 1}) {
            tabs->setCurrentIndex(page);
            Scenes::settle();
        }
    }
    void expectInside(const QRect& room) {
        const QRect place = whole.window->geometry();
        EXPECT_TRUE(room.contains(place))
            << place.x() << "," << place.y() << " " << place.width() << "x" << place.height();
        for (const auto* columns : whole.window->findChildren<QSplitter*>(QStringLiteral("columns"))) {
            const QRect inWindow(columns->mapTo(whole.window.get(), QPoint()), columns->size());
            EXPECT_TRUE(whole.window->rect().contains(inWindow))
                << columns->parentWidget()->objectName().toStdString();
        }
    }

    WholeWindow whole;
};

TEST_F(ScreenTest, AMaximisedWindowOfALargerScreenLivesOnASmallerOne) {
    leaveLarge(Qt::WindowMaximized);
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    Scenes::settle();
    EXPECT_TRUE(whole.window->isMaximized());
    turnEveryPage();
    whole.window->setWindowState(Qt::WindowNoState);
    Scenes::settle();
    turnEveryPage();
    expectInside(whole.window->screen()->availableGeometry());
}

TEST_F(ScreenTest, ALargeWindowEndsUpInsideASmallerScreen) {
    leaveLarge(Qt::WindowNoState);
    whole.open();
    ASSERT_TRUE(whole.openFinishedRun());
    Scenes::settle();
    turnEveryPage();
    expectInside(whole.window->screen()->availableGeometry());
}

TEST_F(ScreenTest, ASmallerScreenIsTakenWhateverTheWindowWas) {
    const QRect room(0, 0, 1280, 720);
    for (const Qt::WindowStates state :
         {Qt::WindowStates(Qt::WindowNoState), Qt::WindowStates(Qt::WindowMaximized),
          Qt::WindowStates(Qt::WindowFullScreen)}) {
        leaveLarge(state);
        whole.open();
        restorePlace(*whole.window, whole.settings, room);
        EXPECT_EQ(whole.window->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen), state);
        whole.window->setWindowState(Qt::WindowNoState);
        Scenes::settle();
        turnEveryPage();
        expectInside(room);
        whole.close();
    }
}

TEST_F(ScreenTest, AWindowThatStoodOutsideIsBroughtIn) {
    whole.open();
    whole.window->setGeometry(5000, -3000, 1300, 740);
    savePlace(*whole.window, whole.settings);
    restorePlace(*whole.window, whole.settings, QRect(0, 0, 1600, 1000));
    EXPECT_TRUE(QRect(0, 0, 1600, 1000).contains(whole.window->geometry()));
}

}  // namespace
}  // namespace prunescope::ui
