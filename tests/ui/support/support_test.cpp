#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QTranslator>
#include <cmath>
#include <limits>
#include <set>

namespace prunescope::ui {
namespace {

TEST(Format, NumbersKeepTheirDecimals) {
    EXPECT_EQ(percentText(0.8132), QStringLiteral("81.32 %"));
    EXPECT_EQ(percentText(0.95, 0), QStringLiteral("95 %"));
    EXPECT_EQ(countText(431080), QStringLiteral("431,080"));
    EXPECT_EQ(decimalText(2, 2), QStringLiteral("2.00"));
    EXPECT_EQ(bytesText(1'720'000), QStringLiteral("1.72 MB"));
    EXPECT_EQ(bytesText(999), QStringLiteral("999 B"));
}

TEST(Format, DurationsAreReadAtAGlance) {
    EXPECT_EQ(durationText(38), QStringLiteral("38 s"));
    EXPECT_EQ(durationText(100), QStringLiteral("1 min 40 s"));
    EXPECT_EQ(durationText(7500), QStringLiteral("2 h 05 min"));
}

TEST(Format, WhatIsNoNumberIsADash) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const QString& text : {percentText(nan), decimalText(nan, 2), significantText(nan),
                                durationText(nan), durationText(-1), bytesText(INFINITY)}) {
        EXPECT_EQ(text, QStringLiteral("–"));
    }
}

/// WCAG 2.1, "contrast ratio".
double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& c) {
        const auto linear = [](double v) {
            return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

class ThemeOf : public testing::TestWithParam<Theme::Choice> {};

TEST_P(ThemeOf, TextCanBeRead) {
    Theme theme;
    theme.choose(GetParam());
    for (const QColor& ground : {theme.window(), theme.surface()}) {
        for (const QColor& text :
             {theme.text(), theme.mutedText(), theme.accent(), theme.warning(), theme.error()}) {
            EXPECT_GE(contrast(text, ground), 4.5)
                << text.name().toStdString() << " on " << ground.name().toStdString();
        }
    }
    EXPECT_GE(contrast(theme.onAccent(), theme.accent()), 4.5);
}

TEST_P(ThemeOf, EveryLineCanBeSeenAndToldFromItsNeighbours) {
    Theme theme;
    theme.choose(GetParam());
    std::set<QString> seen;
    for (std::size_t layer = 0; layer < 20; ++layer) {
        const QColor colour = theme.layer(layer, 20);
        EXPECT_GE(contrast(colour, theme.surface()), 1.5) << layer;
        seen.insert(colour.name());
    }
    EXPECT_EQ(seen.size(), 20U);
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, ThemeOf, testing::Values(Theme::Choice::light, Theme::Choice::dark));

/// Two entries, as a language file would hold them.
class TwoSentences : public QTranslator {
public:
    QString translate(const char* context, const char* text, const char*, int) const override {
        if (QLatin1String(context) != QLatin1String("Engine")) return {};
        if (QLatin1String(text) == QLatin1String("the run has ended")) return QStringLiteral("終了");
        if (QLatin1String(text) == QLatin1String("the ramp would end at step %1, but the run is at step %2"))
            return QStringLiteral("現在%2、終点%1");
        return {};
    }
    bool isEmpty() const override { return false; }
};

TEST(EngineText, IsTranslatedWholeOrByItsPattern) {
    TwoSentences translator;
    QCoreApplication::installTranslator(&translator);
    EXPECT_EQ(engineText("the run has ended"), QStringLiteral("終了"));
    EXPECT_EQ(engineText("the ramp would end at step 12, but the run is at step 340"),
              QStringLiteral("現在340、終点12"));
    EXPECT_EQ(engineText("something new"), QStringLiteral("something new"));
    QCoreApplication::removeTranslator(&translator);
    EXPECT_EQ(engineText("the run has ended"), QStringLiteral("the run has ended"));
}

TEST(MessageBar, IsThereOnlyWithAMessage) {
    Theme theme;
    QWidget window;
    MessageBar bar(theme, &window);
    EXPECT_TRUE(bar.isHidden());
    bar.show(MessageBar::Kind::error, QStringLiteral("run.db: the disk is full. Make space."));
    EXPECT_FALSE(bar.isHidden());
    EXPECT_EQ(bar.text(), QStringLiteral("run.db: the disk is full. Make space."));
    bar.clear();
    EXPECT_TRUE(bar.isHidden());
}

}  // namespace
}  // namespace prunescope::ui
