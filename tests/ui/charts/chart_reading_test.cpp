// What a chart says: its labels, legend and words, at any extent of its values and in both themes.
#include "ui/app/painted_texts.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/drawn.h"
#include "ui/charts/xy_chart.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QAbstractAxis>
#include <QApplication>
#include <QHelpEvent>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QToolTip>
#include <QXYSeries>
#include <cmath>
#include <memory>
#include <set>

namespace prunescope::ui {
namespace {

using test::viewOf;

class ChartReading : public testing::Test {
protected:
    ChartReading() { axis.setUnit(view::TimeUnit::epoch); }
    /// `values` over epochs 0 to `epochs`, once more for each label.
    void show(const QStringList& labels, const std::vector<double>& values, double epochs = 10) {
        times = {};
        curve = {};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double epoch = epochs * static_cast<double>(i) / static_cast<double>(values.size() - 1);
            times.append({.step = static_cast<std::int64_t>(i), .epoch = epoch});
            curve.append(values[i]);
        }
        std::vector<ChartSeries> series;
        for (const QString& label : labels)
            series.push_back({.label = label, .colour = Qt::red, .times = &times, .curve = &curve});
        panel.setSeries(series);
        panel.setLastMoment({.step = static_cast<std::int64_t>(values.size()), .epoch = epochs});
        panel.resize(420, 300);
        panel.show();
        settle();
    }
    void settle() { test::settle(axis); }
    ChartLegend& legend() { return *panel.findChild<ChartLegend*>(); }
    QStringList drawnLabels() {
        QStringList labels;
        for (const auto& s : panel.series()) {
            const auto all = viewOf(panel).chart()->series();
            const auto* line = static_cast<const QXYSeries*>(all[labels.size()]);
            labels << (line->points().isEmpty() ? QString() : s.label);
        }
        labels.removeAll(QString());
        return labels;
    }
    void clickEntry(const QString& label, bool twice) {
        const QPoint at = legend().placeOf(label).center();
        QTest::mouseClick(&legend(), Qt::LeftButton, {}, at);
        if (twice) QTest::mouseDClick(&legend(), Qt::LeftButton, {}, at);
        settle();
    }

    Theme theme;
    TimeAxis axis;
    view::Timeline times;
    view::Curve curve;
    ChartPanel panel{theme, axis};
};

TEST_F(ChartReading, NoLabelOfALogarithmicAxisIsCutToDots) {
    panel.setLogarithmic(true);
    for (const auto& [low, high] : {std::pair{1e-30, 1e8}, std::pair{3e-7, 2e9}, std::pair{0.03, 4.0}}) {
        show({QStringLiteral("loss")}, {low, high});
        int labels = 0;
        for (const PaintedText& painted : paintedTexts(*viewOf(panel).viewport())) {
            EXPECT_FALSE(painted.text.contains(QChar(0x2026)) || painted.text.contains(QStringLiteral("...")))
                << low << " to " << high << ": " << painted.text.toStdString();
            bool isNumber = false;
            const double value = painted.text.trimmed().toDouble(&isNumber);
            labels += isNumber && value != 0 && painted.place.left() < 60 ? 1 : 0;
        }
        EXPECT_GE(labels, 2) << low << " to " << high;
    }
}

TEST_F(ChartReading, NoValueIsWrittenOverAName) {
    panel.setLogarithmic(true);
    show({QStringLiteral("cut"), QStringLiteral("train")}, {3.267e-7, 1.2345e-11, 1.322e+14});
    axis.setCrosshair(5);
    const auto texts = paintedTexts(legend());
    ASSERT_EQ(texts.size(), 4U);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_TRUE(QRectF(legend().rect()).adjusted(-1, -1, 1, 1).contains(texts[i].place));
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(texts[i].place.adjusted(1, 1, -1, -1).intersects(texts[j].place))
                << texts[i].text.toStdString() << " over " << texts[j].text.toStdString();
    }
}

TEST_F(ChartReading, AnEmptyPlotLeadsToWhereTheDataIs) {
    show({QStringLiteral("a")}, {1, 2, 3}, 0.7);
    panel.setLastMoment({.step = 100, .epoch = 10});
    auto* elsewhere = panel.findChild<QPushButton*>(QStringLiteral("chartElsewhere"));
    EXPECT_FALSE(elsewhere->isVisible());
    axis.setZoom(std::pair{1.0, 7.0});
    settle();
    ASSERT_TRUE(elsewhere->isVisible());
    EXPECT_TRUE(elsewhere->text().contains(QStringLiteral("0.70"))) << elsewhere->text().toStdString();
    QTest::mouseClick(elsewhere, Qt::LeftButton);
    settle();
    EXPECT_FALSE(elsewhere->isVisible());
    EXPECT_EQ(drawnLabels().size(), 1);
}

TEST_F(ChartReading, AZoomBeyondWhatThereIsShowsWhatThereIs) {
    show({QStringLiteral("a")}, {1, 2, 3}, 0.7);
    for (const auto& zoom : {std::pair{1.0, 7.0}, std::pair{-5.0, 0.2}, std::pair{-9.0, 99.0}}) {
        axis.setZoom(zoom);
        settle();
        EXPECT_GE(viewOf(panel).xAt(-1e6), 0);
        EXPECT_LE(viewOf(panel).xAt(1e6), 0.7 + 1e-9);
        EXPECT_FALSE(drawnLabels().isEmpty()) << zoom.first << " to " << zoom.second;
    }
}

TEST_F(ChartReading, WithoutValuesThereIsNoAxisAndAWord) {
    view::Timeline none;
    const view::Curve nothing;
    panel.setShare(true);
    panel.setSeries({{.label = QStringLiteral("a"), .colour = Qt::red, .times = &none, .curve = &nothing}});
    panel.resize(420, 300);
    panel.show();
    settle();
    EXPECT_TRUE(panel.findChild<QWidget*>(QStringLiteral("chartNothing"))->isVisible());
    for (const PaintedText& painted : paintedTexts(*viewOf(panel).viewport()))
        ADD_FAILURE() << "an invention: " << painted.text.toStdString();
}

TEST_F(ChartReading, AClickHidesACurveAndADoubleClickLeavesItAlone) {
    show({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, {1, 2, 3});
    const auto all = drawnLabels();
    ASSERT_EQ(all.size(), 3);
    clickEntry(QStringLiteral("b"), false);
    EXPECT_EQ(drawnLabels(), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
    clickEntry(QStringLiteral("b"), false);
    EXPECT_EQ(drawnLabels(), all);
    clickEntry(QStringLiteral("b"), true);
    EXPECT_EQ(drawnLabels(), QStringList{QStringLiteral("b")});
    clickEntry(QStringLiteral("b"), true);
    EXPECT_EQ(drawnLabels(), all) << "once more, and all are back";
    legend().setFocus();
    QTest::keyClick(&legend(), Qt::Key_Right);
    QTest::keyClick(&legend(), Qt::Key_Space);
    settle();
    EXPECT_EQ(drawnLabels().size(), 2) << "by keys as well";
    QTest::keyClick(&legend(), Qt::Key_Return);
    settle();
    EXPECT_EQ(drawnLabels().size(), 1);
}

TEST_F(ChartReading, ACurveThatIsPointedAtStandsOutOfTheOthers) {
    show({QStringLiteral("a"), QStringLiteral("b")}, {1, 2, 3});
    view::Curve other;
    for (int i = 0; i < 3; ++i) other.append(9);
    std::vector<ChartSeries> both = panel.series();
    both[1].curve = &other;
    panel.setSeries(both);
    settle();
    const auto colour = [&](int i) {
        return static_cast<const QXYSeries*>(viewOf(panel).chart()->series()[i])->pen().color();
    };
    const QColor plain = colour(0);
    QTest::mouseMove(&legend(), legend().placeOf(QStringLiteral("a")).center());
    EXPECT_EQ(colour(0), plain);
    EXPECT_NE(colour(1), plain);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&legend(), &leave);
    EXPECT_EQ(colour(1), plain);
    const auto* line = static_cast<const QXYSeries*>(viewOf(panel).chart()->series()[1]);
    const QPointF on = viewOf(panel).chart()->mapToPosition({5, 9}, const_cast<QXYSeries*>(line));
    QTest::mouseMove(viewOf(panel).viewport(), on.toPoint() + QPoint(0, 3));
    EXPECT_NE(colour(0), plain) << "the pointer is on the other";
    QTest::mouseMove(viewOf(panel).viewport(), on.toPoint() + QPoint(0, 40));
    EXPECT_EQ(colour(0), plain) << "and now on none";
}

TEST_F(ChartReading, WhatBelongsToAnEntryIsHiddenWithIt) {
    show({QStringLiteral("a")}, {1, 2, 3});
    std::vector<ChartSeries> both = panel.series();
    both.push_back(both.front());
    both.back().label = QStringLiteral("floor a");
    both.back().belongsTo = QStringLiteral("a");
    both.back().inLegend = false;
    panel.setSeries(both);
    settle();
    ASSERT_EQ(drawnLabels().size(), 2);
    clickEntry(QStringLiteral("a"), false);
    EXPECT_TRUE(drawnLabels().isEmpty());
}

TEST_F(ChartReading, TheMainCurveLeadsTheLegendWhereverItIsPainted) {
    show({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("main")}, {1, 2, 3});
    std::vector<ChartSeries> all = panel.series();
    all.back().leadsLegend = true;
    panel.setSeries(all);
    EXPECT_EQ(legend().entries().front().label, QStringLiteral("main"));
    EXPECT_EQ(panel.series().back().label, QStringLiteral("main"));
}

TEST_F(ChartReading, AFileNamesEveryCurveAndTheWindowReachesEveryOne) {
    QStringList labels;
    for (int i = 0; i < 40; ++i) labels << QStringLiteral("a run with a long name, number %1").arg(i);
    show(labels, {1, 2, 3});
    const std::size_t shown = legend().shownEntries();
    EXPECT_GE(shown, 2U);
    ASSERT_LT(shown, 40U);
    QStringList written;
    for (const PaintedText& painted : paintedTexts(legend())) written << painted.text;
    EXPECT_TRUE(written.contains(QStringLiteral("+%1 ▾").arg(40 - shown))) << "the way to the others";
    const QTemporaryDir folder;
    QString error;
    ASSERT_TRUE(panel.exportTo(folder.filePath(QStringLiteral("a.svg")), error));
    QFile file(folder.filePath(QStringLiteral("a.svg")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString svg = QString::fromUtf8(file.readAll());
    for (const QString& label : labels) EXPECT_TRUE(svg.contains(label)) << label.toStdString();
}

TEST_F(ChartReading, AValueThatWasMeasuredElsewhereSaysWhere) {
    show({QStringLiteral("validation")}, {0, 0.5, 0.8176}, 2);
    panel.setShare(true);
    settle();
    const auto value = [&] { return paintedTexts(legend()).back().text; };
    EXPECT_EQ(value(), QStringLiteral("81.76 %"));
    axis.setCrosshair(0.74);
    EXPECT_EQ(value(), QStringLiteral("epoch 1: 50.00 %"));
    axis.setCrosshair(1.001);
    EXPECT_EQ(value(), QStringLiteral("50.00 %"));
}

TEST_F(ChartReading, LettersOfASavedPictureAreAsLargeAsOnTheScreen) {
    show({QStringLiteral("a")}, {1, 2, 3});
    XyChart other(theme);
    other.setSeries(
        {{.label = QStringLiteral("a"), .legend = QStringLiteral("a"), .points = {{.x = 1, .y = 2}}}});
    other.resize(400, 300);
    other.show();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.svg"));
    const auto sizes = [&] {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        std::set<double> found;
        static const QRegularExpression size(QStringLiteral("font-size=\"([0-9.]+)\""));
        for (auto match = size.globalMatch(svg); match.hasNext();)
            found.insert(match.next().captured(1).toDouble());
        return found;
    };
    QString error;
    ASSERT_TRUE(panel.exportTo(path, error));
    const double onScreen = QFontInfo(panel.font()).pixelSize();
    EXPECT_GE(*sizes().begin(), 0.85 * onScreen) << "the smallest are those of the axes";
    EXPECT_LE(*sizes().rbegin(), 1.2 * onScreen);
    ASSERT_TRUE(other.exportTo(path, error));
    EXPECT_GE(*sizes().begin(), 0.85 * onScreen);
    EXPECT_LE(*sizes().rbegin(), 1.2 * onScreen);
}

TEST_F(ChartReading, PlotsOfOneAxisStandUnderOneAnother) {
    show({QStringLiteral("a")}, {1, 2, 3});
    ChartPanel wide(theme, axis);
    view::Curve large;
    for (const double value : {1'234'567.0, 2e6, 9e6}) large.append(value);
    wide.setSeries({{.label = QStringLiteral("b"), .colour = Qt::red, .times = &times, .curve = &large}});
    wide.setLastMoment({.step = 3, .epoch = 10});
    wide.resize(panel.size());
    wide.show();
    settle();
    settle();
    const QRectF one = viewOf(panel).chart()->plotArea();
    const QRectF two = viewOf(wide).chart()->plotArea();
    EXPECT_NEAR(one.left(), two.left(), 1);
    EXPECT_NEAR(one.right(), two.right(), 1);
    EXPECT_GT(one.left(), 40) << "there is room for the wider labels";
    wide.hide();
    settle();
    EXPECT_LT(viewOf(panel).chart()->plotArea().left(), one.left() - 5) << "nobody needs it any more";
}

/// WCAG 2.1, "relative luminance".
double luminance(const QColor& colour) {
    const auto linear = [](double v) {
        return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// The most that a pixel of the widget's upper part stands out of its ground.
double contrastOfHead(QWidget& widget, const QColor& ground) {
    const QImage picture = widget.grab().toImage();
    double most = 1;
    for (int y = 3; y < 18; ++y) {
        for (int x = 8; x < picture.width() / 2; ++x) {
            const double a = luminance(picture.pixelColor(x, y));
            const double b = luminance(ground);
            most = std::max(most, (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05));
        }
    }
    return most;
}

TEST_F(ChartReading, AThemeThatCameWhileTheChartWasHiddenIsThatOfTheWholeChart) {
    theme.choose(Theme::Choice::light);
    theme.applyTo(*qApp);
    QStackedWidget pages;
    auto* charts = new ChartPanel(theme, axis);
    charts->setTitle(QStringLiteral("Title"));
    auto* other = new XyChart(theme);
    other->setTitle(QStringLiteral("Title"), {});
    pages.addWidget(new QWidget);
    pages.addWidget(charts);
    pages.addWidget(other);
    pages.resize(400, 300);
    pages.show();
    for (const bool seenBefore : {false, true}) {
        for (const auto choice : {Theme::Choice::dark, Theme::Choice::light, Theme::Choice::dark}) {
            pages.setCurrentIndex(0);
            theme.choose(choice);
            for (QWidget* chart : {static_cast<QWidget*>(charts), static_cast<QWidget*>(other)}) {
                pages.setCurrentWidget(chart);
                settle();
                EXPECT_EQ(chart->grab().toImage().pixelColor(2, 5), theme.surface())
                    << chart->metaObject()->className() << (seenBefore ? ", seen before" : "");
                EXPECT_GE(contrastOfHead(*chart, theme.surface()), 4.5) << chart->metaObject()->className();
            }
        }
    }
    theme.choose(Theme::Choice::light);
}

TEST_F(ChartReading, TheFrameOfTheFocusIsWholeAndGoesWithIt) {
    show({QStringLiteral("a")}, {1, 2, 3});
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
    const auto framed = [&] {
        const QImage picture = panel.grab().toImage();
        int pixels = 0;
        for (int x = 0; x < picture.width(); ++x) {
            pixels += picture.pixelColor(x, 0) == theme.accent() ? 1 : 0;
            pixels += picture.pixelColor(x, picture.height() - 1) == theme.accent() ? 1 : 0;
        }
        return pixels;
    };
    viewOf(panel).setFocus();
    settle();
    EXPECT_EQ(framed(), 2 * panel.width());
    legend().setFocus();
    settle();
    EXPECT_EQ(framed(), 0);
}

/// As a page does that owns both: its members go before its children.
TEST(ChartPanelLife, OutlivesItsAxisAndIsHiddenAfterIt) {
    Theme theme;
    auto axis = std::make_unique<TimeAxis>();
    QWidget page;
    auto* panel = new ChartPanel(theme, *axis, &page);
    page.resize(400, 300);
    page.show();
    QTest::qWait(RedrawQueue::chartIntervalMs);
    axis.reset();
    page.hide();
    delete panel;
}

TEST_F(ChartReading, AFailureHasALineAndAWord) {
    show({QStringLiteral("a")}, {1, 2, 3});
    panel.setMarks({{.moment = {.step = 2, .epoch = 9.9},
                     .text = QStringLiteral("The run failed"),
                     .event = 3,
                     .word = QStringLiteral("failed"),
                     .failure = true}});
    settle();
    QStringList written;
    for (const PaintedText& painted : paintedTexts(*viewOf(panel).viewport())) written << painted.text;
    EXPECT_TRUE(written.contains(QStringLiteral("failed"))) << "though the line stands at the right edge";
    const test::Picture picture = test::pictureOf(panel, test::Medium::window);
    QRect lower = picture.plot;
    lower.setTop(lower.center().y());
    EXPECT_GE(test::pixelsOf(theme.error(), picture.image, lower), 20);
}

TEST_F(ChartReading, WordsOfMarksAtOneMomentStandUnderOneAnother) {
    show({QStringLiteral("a")}, {1, 2, 3});
    const QStringList words{QStringLiteral("Training diverged"), QStringLiteral("The run failed")};
    for (const double epoch : {2.0, 10.0}) {
        std::vector<ChartMark> marks;
        for (const QString& word : words)
            marks.push_back({.moment = {.step = 2, .epoch = epoch}, .text = word, .event = 3, .word = word});
        panel.setMarks(marks);
        settle();
        std::vector<QRectF> places;
        for (const PaintedText& painted : paintedTexts(*viewOf(panel).viewport())) {
            if (words.contains(painted.text)) places.push_back(painted.place.adjusted(1, 1, -1, -1));
        }
        ASSERT_EQ(places.size(), 2U);
        EXPECT_FALSE(places[0].intersects(places[1])) << "at epoch " << epoch;
    }
}

TEST_F(ChartReading, SaysInWordsWhatItShows) {
    show({QStringLiteral("validation"), QStringLiteral("test")}, {0.1, 0.5, 0.8176});
    panel.setShare(true);
    settle();
    const auto said = [&] { return viewOf(panel).accessibleDescription().toStdString(); };
    EXPECT_THAT(said(), testing::HasSubstr("validation 81.76 %"));
    EXPECT_THAT(said(), testing::HasSubstr("test 81.76 %"));
    EXPECT_THAT(said(), testing::HasSubstr("epochs 0.00 to 10.00"));
    axis.setCrosshair(0);
    EXPECT_THAT(said(), testing::HasSubstr("validation 10.00 %"));
    clickEntry(QStringLiteral("test"), false);
    EXPECT_THAT(said(), testing::Not(testing::HasSubstr("test 10.00 %")));
}

TEST_F(ChartReading, NamesAndReasonsAreShownAsTheyStand) {
    const QString name = QStringLiteral("<b>best & fast<img src=x>");
    show({name}, {1, 2, 3});
    panel.setTitle(name);
    EXPECT_EQ(paintedTexts(legend()).front().text, name);
    panel.setMarks({{.moment = {.step = 1, .epoch = 5}, .text = name, .event = 3}});
    settle();
    axis.setCrosshair(4);
    QTest::keyClick(&viewOf(panel), Qt::Key_PageDown);
    EXPECT_TRUE(QToolTip::text().contains(name.toHtmlEscaped())) << QToolTip::text().toStdString();
    QHelpEvent help(QEvent::ToolTip, {5, 5}, legend().mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(&legend(), &help);
    EXPECT_TRUE(QToolTip::text().contains(name.toHtmlEscaped())) << QToolTip::text().toStdString();
    QToolTip::hideText();
}

}  // namespace
}  // namespace prunescope::ui
