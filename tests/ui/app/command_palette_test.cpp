#include "ui/app/command_palette.h"

#include <gmock/gmock.h>

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {
namespace {

class CommandPaletteTest : public testing::Test {
protected:
    CommandPaletteTest() {
        freeze.setShortcut(Qt::CTRL | Qt::Key_F);
        stop.setEnabled(false);
        separator.setSeparator(true);
        for (QAction* action : {&freeze, &report, &stop}) {
            QObject::connect(action, &QAction::triggered, action,
                             [this, action] { done.push_back(action->text().toStdString()); });
        }
        palette.emplace(QList<QAction*>{&freeze, &separator, &report, &stop}, finds(), nullptr);
        palette->show();
        filter = palette->findChild<QLineEdit*>();
        list = palette->findChild<QListWidget*>();
    }

    std::vector<Find> finds() {
        return {{QStringLiteral("Layer"), QStringLiteral("conv1"), [this] { done.emplace_back("conv1"); }}};
    }
    std::vector<std::string> listed() const {
        std::vector<std::string> names;
        for (int row = 0; row < list->count(); ++row) names.push_back(list->item(row)->text().toStdString());
        return names;
    }

    QAction freeze{QStringLiteral("&Freeze")};
    QAction report{QStringLiteral("Export report…")};
    QAction stop{QStringLiteral("Stop")};
    QAction separator;
    std::vector<std::string> done;
    std::optional<CommandPalette> palette;  ///< once the actions are as they shall be
    QLineEdit* filter = nullptr;
    QListWidget* list = nullptr;
};

TEST_F(CommandPaletteTest, ListsWhatCanBeDoneWithItsKeys) {
    EXPECT_THAT(listed(), testing::ElementsAre("Freeze    Ctrl+F", "Export report…", "Layer: conv1"));
}

TEST_F(CommandPaletteTest, ANameOfItsOwnStandsForAnActionThatNeedsItsMenu) {
    QAction light(QStringLiteral("Light"));
    light.setData(QStringLiteral("Theme: Light"));
    palette.emplace(QList<QAction*>{&light}, std::vector<Find>{}, nullptr);
    list = palette->findChild<QListWidget*>();
    EXPECT_THAT(listed(), testing::ElementsAre("Theme: Light"));
}

TEST_F(CommandPaletteTest, AFewLettersAreEnoughAndEnterDoesIt) {
    QTest::keyClicks(filter, QStringLiteral("REPO"));
    EXPECT_THAT(listed(), testing::ElementsAre("Export report…"));
    QTest::keyClick(filter, Qt::Key_Return);
    EXPECT_THAT(done, testing::ElementsAre("Export report…"));
    EXPECT_FALSE(palette->isVisible());
}

TEST_F(CommandPaletteTest, ArrowsChooseWhileTheFieldKeepsTheFocus) {
    QTest::keyClick(filter, Qt::Key_Down);
    EXPECT_EQ(list->currentRow(), 1);
    QTest::keyClick(filter, Qt::Key_PageDown);
    EXPECT_EQ(list->currentRow(), 2);
    QTest::keyClick(filter, Qt::Key_Down);
    EXPECT_EQ(list->currentRow(), 2);
    QTest::keyClick(filter, Qt::Key_PageUp);
    QTest::keyClick(filter, Qt::Key_Return);
    EXPECT_THAT(done, testing::ElementsAre("&Freeze"));
}

TEST_F(CommandPaletteTest, WhatPagesHoldIsFoundByItsKindAndAnyOfItsLetters) {
    QTest::keyClicks(filter, QStringLiteral("nv1 lay"));
    EXPECT_THAT(listed(), testing::ElementsAre("Layer: conv1"));
    QTest::keyClick(filter, Qt::Key_Return);
    EXPECT_THAT(done, testing::ElementsAre("conv1"));
}

TEST_F(CommandPaletteTest, NothingFoundDoesNothing) {
    QTest::keyClicks(filter, QStringLiteral("qqq"));
    EXPECT_TRUE(listed().empty());
    QTest::keyClick(filter, Qt::Key_Return);
    EXPECT_TRUE(done.empty());
    EXPECT_TRUE(palette->isVisible());
}

TEST_F(CommandPaletteTest, EscapeClosesIt) {
    QTest::keyClick(filter, Qt::Key_Escape);
    EXPECT_FALSE(palette->isVisible());
    EXPECT_TRUE(done.empty());
}

}  // namespace
}  // namespace prunescope::ui
