#include "ui/runs/run_colours.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace prunescope::ui {
namespace {

TEST(RunColours, NoTwoRunsThatAreSeenTogetherLookAlike) {
    RunColours colours;
    std::set<std::tuple<std::size_t, Qt::PenStyle, qreal>> looks;
    constexpr int runs = 60;
    constexpr std::size_t hues = 6;
    for (int i = 0; i < runs; ++i) {
        const std::size_t slot = colours.take(QString::number(i));
        looks.emplace(slot % hues, RunColours::styleOf(slot), RunColours::widthOf(slot));
        const auto seen = static_cast<std::size_t>(i) + 1;
        EXPECT_EQ(looks.size(), seen <= hues ? seen : looks.size()) << "the first have hues of their own";
    }
    EXPECT_EQ(looks.size(), static_cast<std::size_t>(runs));
}

TEST(RunColours, TheFirstSixAreSolidLines) {
    for (std::size_t slot = 0; slot < 6; ++slot) EXPECT_EQ(RunColours::styleOf(slot), Qt::SolidLine);
    EXPECT_NE(RunColours::styleOf(6), RunColours::styleOf(0));
}

TEST(RunColours, ARunKeepsItsColourWhileItIsSeen) {
    RunColours colours;
    const std::size_t a = colours.take(QStringLiteral("a"));
    const std::size_t b = colours.take(QStringLiteral("b"));
    EXPECT_EQ(colours.take(QStringLiteral("a")), a);
    colours.release(QStringLiteral("a"));
    EXPECT_EQ(colours.slotOf(QStringLiteral("b")), b);
    EXPECT_FALSE(colours.slotOf(QStringLiteral("a")));
}

TEST(RunColours, ARunThatComesBackHasItsColourAgainUnlessAnotherHasIt) {
    RunColours colours;
    colours.take(QStringLiteral("a"));
    const std::size_t b = colours.take(QStringLiteral("b"));
    colours.release(QStringLiteral("a"));
    colours.release(QStringLiteral("b"));
    EXPECT_EQ(colours.take(QStringLiteral("b")), b);
    colours.release(QStringLiteral("b"));
    colours.take(QStringLiteral("c"));
    EXPECT_EQ(colours.take(QStringLiteral("d")), b);
    EXPECT_NE(colours.take(QStringLiteral("b")), b);
}

TEST(RunColours, ASlotThatWasLetGoIsTheNextToBeTaken) {
    RunColours colours;
    for (const char* run : {"a", "b", "c"}) colours.take(QString::fromLatin1(run));
    colours.release(QStringLiteral("b"));
    colours.release(QStringLiteral("nobody"));
    EXPECT_EQ(colours.take(QStringLiteral("d")), 1U);
    EXPECT_EQ(colours.take(QStringLiteral("e")), 3U);
}

}  // namespace
}  // namespace prunescope::ui
