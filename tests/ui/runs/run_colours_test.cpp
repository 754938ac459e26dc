#include "ui/runs/run_colours.h"

#include <gtest/gtest.h>

#include <QSettings>
#include <QTemporaryDir>

namespace prunescope::ui {
namespace {

class RunColoursTest : public testing::Test {
protected:
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
};

TEST_F(RunColoursTest, NewRunsTakeTheFirstFreeSlots) {
    RunColours colours(settings);
    EXPECT_EQ(colours.slotOf(QStringLiteral("a")), 0U);
    EXPECT_EQ(colours.slotOf(QStringLiteral("b")), 1U);
    EXPECT_EQ(colours.slotOf(QStringLiteral("a")), 0U);
}

TEST_F(RunColoursTest, ASlotIsKeptForLifeInTheSettings) {
    const QString oddName = QStringLiteral("runs/of\\mine 95 %");
    {
        RunColours colours(settings);
        colours.slotOf(QStringLiteral("2026-11-24_041530_fashion-mnist_lenet-5_map_95"));
        colours.slotOf(oddName);
    }
    EXPECT_EQ(
        settings.value(QStringLiteral("runColours/2026-11-24_041530_fashion-mnist_lenet-5_map_95")).toInt(),
        0);
    // In another order than before.
    RunColours again(settings);
    EXPECT_EQ(again.slotOf(QStringLiteral("new")), 2U);
    EXPECT_EQ(again.slotOf(oddName), 1U);
}

TEST_F(RunColoursTest, AGapInTheSettingsIsFilledAndNonsenseIsPassedOver) {
    settings.setValue(QStringLiteral("runColours/a"), 0);
    settings.setValue(QStringLiteral("runColours/c"), 2);
    settings.setValue(QStringLiteral("runColours/broken"), QStringLiteral("red"));
    settings.setValue(QStringLiteral("runColours/negative"), -4);
    RunColours colours(settings);
    EXPECT_EQ(colours.slotOf(QStringLiteral("b")), 1U);
    EXPECT_EQ(colours.slotOf(QStringLiteral("broken")), 3U);
    EXPECT_EQ(colours.slotOf(QStringLiteral("negative")), 4U);
}

TEST_F(RunColoursTest, RunsOfTheSameColourAreDrawnWithDifferentLines) {
    EXPECT_EQ(RunColours::styleOf(5), Qt::SolidLine);
    EXPECT_NE(RunColours::styleOf(6), RunColours::styleOf(0));
    EXPECT_NE(RunColours::styleOf(12), RunColours::styleOf(6));
}

}  // namespace
}  // namespace prunescope::ui
