#include "ui/support/accessible_boxes.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/message_overlay.h"
#include "ui/support/plain_label.h"
#include "ui/support/run_title.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleOption>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QTranslator>
#include <cmath>
#include <limits>
#include <set>

namespace prunescope::ui {
namespace {

TEST(ThemeLooks, TheCellsOfATableStandBelowTheirHeading) {
    Theme theme;
    theme.applyTo(*qApp);
    QTableWidget table(1, 2);
    table.setHorizontalHeaderLabels({QStringLiteral("left"), QStringLiteral("right")});
    QStyleOptionHeader heading;
    heading.initFrom(table.horizontalHeader());
    heading.rect = QRect(0, 0, 120, 24);
    QStyleOptionViewItem cell;
    cell.initFrom(&table);
    cell.widget = &table;
    cell.features = QStyleOptionViewItem::HasDisplay;
    cell.text = QStringLiteral("left");
    cell.rect = heading.rect;
    const QStyle& style = *table.style();
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, &table) + 1;
    const int headingAt =
        style.subElementRect(QStyle::SE_HeaderLabel, &heading, table.horizontalHeader()).left();
    const int cellAt = style.subElementRect(QStyle::SE_ItemViewItemText, &cell, &table).left() + margin;
    EXPECT_NEAR(cellAt, headingAt, 4);
    EXPECT_GE(2 * margin, 12) << "a number does not touch the word beside it";
}

TEST(Format, NumbersKeepTheirDecimals) {
    EXPECT_EQ(percentText(0.8132), QStringLiteral("81.32 %"));
    EXPECT_EQ(percentAsGiven(0.07), QStringLiteral("7 %"));
    EXPECT_EQ(percentAsGiven(0.9995), QStringLiteral("99.95 %"));
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

TEST(EngineText, IsTranslatedWithItsValuesInTheirPlaces) {
    TwoSentences translator;
    QCoreApplication::installTranslator(&translator);
    EXPECT_EQ(engineText("the run has ended"), QStringLiteral("終了"));
    EXPECT_EQ(engineText(Text::of("the ramp would end at step {}, but the run is at step {}", 12, 340)),
              QStringLiteral("現在340、終点12"));
    EXPECT_EQ(engineText("something new"), QStringLiteral("something new"));
    QCoreApplication::removeTranslator(&translator);
    EXPECT_EQ(engineText("the run has ended"), QStringLiteral("the run has ended"));
}

TEST(EngineText, NamesNoOptionOfTheCommandLine) {
    EXPECT_EQ(
        engineText("MNIST is not found. Name the folder that holds the files (data_dir, --data-dir DIR)."),
        QStringLiteral("MNIST is not found. Name the folder that holds the files."));
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

TEST(MessageBar, WhatIsOnlyGoodToKnowFadesAndAWarningStays) {
    Theme theme;
    QWidget window;
    MessageBar bar(theme, &window);
    bar.setFadeMs(20);
    // Away from the pointer: what is read does not fade.
    window.move(400, 400);
    window.show();
    bar.show(MessageBar::Kind::information, QStringLiteral("In force from step 12 on."));
    ASSERT_FALSE(bar.isHidden());
    EXPECT_TRUE(QTest::qWaitFor([&] { return bar.isHidden(); }));
    bar.show(MessageBar::Kind::warning, QStringLiteral("Not changed."));
    QTest::qWait(80);
    EXPECT_FALSE(bar.isHidden());
    bar.clear();
    bar.addButton();
    bar.show(MessageBar::Kind::information, QStringLiteral("It asks something."));
    QTest::qWait(80);
    EXPECT_FALSE(bar.isHidden()) << "a question waits for its answer";
}

TEST(MessageBar, SpeaksTheNewLanguage) {
    Theme theme;
    MessageBar bar(theme);
    QString word = QStringLiteral("one");
    bar.show(MessageBar::Kind::warning, [&word] { return word; });
    EXPECT_EQ(bar.text(), QStringLiteral("one"));
    word = QStringLiteral("ichi");
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&bar, &change);
    EXPECT_EQ(bar.text(), QStringLiteral("ichi"));
    bar.addDismissButton();
    bar.findChild<QToolButton*>(QStringLiteral("dismissMessage"))->click();
    EXPECT_TRUE(bar.text().isEmpty());
}

TEST(MessageOverlay, LiesOverTheFootOfItsHostAndIsAsHighAsItsBars) {
    Theme theme;
    QWidget host;
    host.resize(400, 300);
    MessageOverlay overlay(host);
    MessageBar one(theme);
    MessageBar two(theme);
    overlay.add(one);
    overlay.add(two);
    host.show();
    EXPECT_TRUE(QTest::qWaitFor([&] { return overlay.height() == 0; }));
    one.show(MessageBar::Kind::error, QStringLiteral("a long message ").repeated(20));
    two.show(MessageBar::Kind::error, QStringLiteral("short"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return overlay.height() > 60 && overlay.geometry().bottom() == 299; }));
    EXPECT_EQ(overlay.width(), 400);
    host.resize(500, 200);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return overlay.width() == 500 && overlay.geometry().bottom() == 199; }));
    one.clear();
    two.clear();
    EXPECT_TRUE(QTest::qWaitFor([&] { return overlay.height() == 0; }));
}

TEST(MessageOverlay, LeavesTheScrollBarOfItsHostFree) {
    Theme theme;
    QScrollArea host;
    auto* content = new QWidget;
    content->setMinimumHeight(2000);
    host.setWidget(content);
    host.setWidgetResizable(true);
    host.resize(300, 200);
    MessageBar bar(theme);
    auto* overlay = new MessageOverlay(host);
    overlay->add(bar);
    host.show();
    bar.show(MessageBar::Kind::error, QStringLiteral("a long message ").repeated(20));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return overlay->height() > 20 && host.verticalScrollBar()->isVisible(); }));
    EXPECT_EQ(overlay->geometry().right(), host.viewport()->geometry().right());
    EXPECT_EQ(overlay->geometry().bottom(), host.viewport()->geometry().bottom());
    EXPECT_LE(overlay->width() + host.verticalScrollBar()->width(), host.width());
    host.resize(400, 200);
    EXPECT_EQ(overlay->geometry().right(), host.viewport()->geometry().right());
}

TEST(PlainLabel, ShowsMarkupAsItStands) {
    PlainLabel label;
    label.setText(QStringLiteral("<b>best & fast"));
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
    QLabel bold(QStringLiteral("<b>best &amp; fast"));
    EXPECT_GT(label.sizeHint().width(), bold.sizeHint().width()) << "the tag takes room";
}

TEST(ElidedLabel, GivesWayAndKeepsItsWholeText) {
    ElidedLabel label;
    const QString name = QString(240, QLatin1Char('n'));
    label.setText(name);
    EXPECT_LT(label.minimumSizeHint().width(), 100);
    EXPECT_EQ(label.text(), name);
    label.resize(200, 20);
    label.show();
    QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(&label, &help);
    QString told = QToolTip::text();
    told.remove(QStringLiteral("<br>"));
    EXPECT_TRUE(told.contains(name)) << told.toStdString();
}

TEST(RunTitle, SaysWhatARunIsAndKeepsTheNameThatSomebodyGave) {
    run::RunConfig config;
    config.model = "lenet-5";
    config.method = "map";
    config.schedule.target = 0.95;
    const QString dated = QStringLiteral("2026-01-01_000000_fashion-mnist_lenet-5_map_95");
    EXPECT_EQ(runTitle(config, dated), QStringLiteral("lenet-5 · MAP · 95 %"));
    config.schedule.target = 0.9995;
    EXPECT_EQ(runTitle(config, dated), QStringLiteral("lenet-5 · MAP · 99.95 %"));
    config.method = "dense";
    EXPECT_EQ(runTitle(config, dated), QStringLiteral("lenet-5 · dense"));
    EXPECT_EQ(runTitle(config, QStringLiteral("<b>mine")), QStringLiteral("<b>mine"));
}

TEST_P(ThemeOf, FieldsAreOutlinedSoThatOneSeesWhereToType) {
    Theme theme;
    theme.choose(GetParam());
    theme.applyTo(*qApp);
    QWidget window;
    auto* line = new QLineEdit(&window);
    auto* spin = new QSpinBox(&window);
    auto* combo = new QComboBox(&window);
    int y = 10;
    for (QWidget* field : std::initializer_list<QWidget*>{line, spin, combo}) {
        field->setGeometry(10, y, 120, 30);
        y += 40;
    }
    window.resize(160, 140);
    window.show();
    const QImage picture = window.grab().toImage();
    for (const QWidget* field : std::initializer_list<const QWidget*>{line, spin, combo}) {
        double best = 0;
        for (int x = field->x(); x < field->x() + 4; ++x)
            best = std::max(best,
                            contrast(picture.pixelColor(x, field->geometry().center().y()), theme.window()));
        EXPECT_GE(best, 3) << field->metaObject()->className();
    }
}

TEST(ThemeDress, ComesBackWhenAWidgetShowsAfterAChange) {
    Theme theme;
    theme.choose(Theme::Choice::light);
    theme.applyTo(*qApp);
    QWidget window;
    auto* panel = new QWidget(&window);
    panel->setAutoFillBackground(true);
    theme.dress(*panel, [&theme, panel] {
        QPalette ground = panel->palette();
        ground.setColor(QPalette::Window, theme.surface());
        panel->setPalette(ground);
    });
    panel->resize(50, 50);
    window.show();
    panel->hide();
    theme.choose(Theme::Choice::dark);
    panel->show();
    EXPECT_EQ(panel->grab().toImage().pixelColor(25, 25), theme.surface());
    theme.choose(Theme::Choice::light);
    EXPECT_EQ(panel->grab().toImage().pixelColor(25, 25), theme.surface());
}

TEST(AccessibleBoxes, AreNamedByTheirFieldAndReadTheirValue) {
    nameBoxesByTheirField();
    QComboBox box;
    box.addItem(QStringLiteral("Fashion-MNIST"));
    box.setAccessibleName(QStringLiteral("Data set"));
    QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(&box);
    ASSERT_NE(heard, nullptr);
    EXPECT_EQ(heard->text(QAccessible::Name), QStringLiteral("Data set"));
    EXPECT_EQ(heard->text(QAccessible::Value), QStringLiteral("Fashion-MNIST"));
    EXPECT_EQ(heard->role(), QAccessible::ComboBox);
}

}  // namespace
}  // namespace prunescope::ui
