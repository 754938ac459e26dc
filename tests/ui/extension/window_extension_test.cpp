// Somebody's own page and language: a file of each in tests/extension, and nothing else of the window
// changed.
#include "ui/app/whole_window.h"
#include "ui/report/paper.h"

#include <gtest/gtest.h>

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

namespace prunescope::ui {

PageEntry toyPage();

namespace {

class WindowExtension : public testing::Test {
protected:
    void open() {
        whole.entries.push_back(toyPage());
        whole.open();
    }
    QTabWidget& tabs() { return *whole.find<QTabWidget>("pages"); }
    QWidget* toy() { return whole.find<QWidget>("toyPage"); }
    QString toyTab() { return tabs().tabText(tabs().count() - 1); }
    void choose(const char* action) {
        whole.find<QAction>(action)->trigger();
        QCoreApplication::sendPostedEvents();
    }

    WholeWindow whole;
};

TEST_F(WindowExtension, APageHasItsTabItsTitleAndItsKey) {
    open();
    ASSERT_NE(toy(), nullptr);
    EXPECT_TRUE(tabs().widget(tabs().count() - 1)->isAncestorOf(toy()));
    EXPECT_EQ(toyTab(), QStringLiteral("Toy"));
    auto* turn = whole.find<QAction>("page5Action");
    ASSERT_NE(turn, nullptr);
    EXPECT_EQ(turn->text(), QStringLiteral("Toy"));
    EXPECT_EQ(turn->shortcut(), QKeySequence(QStringLiteral("Ctrl+6")));
    EXPECT_FALSE(toy()->isVisible());
    turn->trigger();
    EXPECT_TRUE(toy()->isVisible());
}

TEST_F(WindowExtension, WhatItAddsToAMenuIsThereAndInTheListOfAllCommands) {
    open();
    auto* ring = whole.find<QAction>("ringAction");
    ASSERT_NE(ring, nullptr);
    EXPECT_TRUE(whole.window->actions().contains(ring));
    const auto menus = whole.window->findChildren<QMenu*>();
    EXPECT_TRUE(std::any_of(menus.begin(), menus.end(), [&](const QMenu* menu) {
        return menu->title() == QStringLiteral("&Run") && menu->actions().contains(ring);
    }));
    ring->trigger();
    EXPECT_TRUE(toy()->isVisible()) << "a page is shown when it asks for it";
}

TEST_F(WindowExtension, ItsButtonStartsTheExperiment) {
    open();
    auto* start = toy()->findChild<QPushButton*>(QStringLiteral("emptyStateButton"));
    choose("page5Action");
    ASSERT_TRUE(start->isVisible());
    start->click();
    EXPECT_EQ(tabs().currentIndex(), 1) << "where a run is watched";
}

TEST_F(WindowExtension, ALanguageIsOfferedUnderItsNameAndSpoken) {
    open();
    auto* toyish = whole.find<QAction>("language_xxAction");
    ASSERT_NE(toyish, nullptr);
    EXPECT_EQ(toyish->text(), QStringLiteral("Toyish"));
    choose("language_xxAction");
    EXPECT_TRUE(toyish->isChecked());
    EXPECT_EQ(whole.language.code(), QStringLiteral("xx"));
    EXPECT_EQ(tabs().tabText(1), QStringLiteral("Niart"));
    EXPECT_EQ(toyTab(), QStringLiteral("Yot"));
    EXPECT_EQ(whole.find<QAction>("page5Action")->text(), QStringLiteral("Yot"));
    EXPECT_EQ(whole.find<QAction>("startAction")->text(), QStringLiteral("Trats"));
    EXPECT_EQ(tabs().tabText(2), QStringLiteral("Explain")) << "what it has no words for stays English";
    EXPECT_EQ(whole.settings.value(QStringLiteral("language")).toString(), QStringLiteral("xx"));
    choose("language_enAction");
    EXPECT_EQ(toyTab(), QStringLiteral("Toy"));
}

TEST_F(WindowExtension, ALanguageSaysWhichLettersItsReportsHave) {
    const QString usual = QStringLiteral("Noto Sans CJK JP");
    EXPECT_TRUE(paper::fontOf({}).families().contains(usual));
    whole.language.choose(QStringLiteral("xx"));
    EXPECT_TRUE(paper::fontOf({}).families().contains(QStringLiteral("Toy Sans")));
    EXPECT_FALSE(paper::fontOf({}).families().contains(usual));
}

}  // namespace
}  // namespace prunescope::ui
