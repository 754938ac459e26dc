// How a chart looks: its letters, frames and marks, in both themes.
#include "ui/app/painted_texts.h"
#include "ui/charts/chart_reading.h"
#include "ui/charts/xy_chart.h"
#include "ui/support/contrast.h"

#include <QApplication>
#include <QRegularExpression>
#include <QStackedWidget>
#include <memory>
#include <set>

namespace prunescope::ui {
namespace {

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

/// The most that a pixel of the widget's upper part stands out of its ground.
double contrastOfHead(QWidget& widget, const QColor& ground) {
    const QImage picture = widget.grab().toImage();
    double most = 1;
    for (int y = 3; y < 18; ++y) {
        for (int x = 8; x < picture.width() / 2; ++x)
            most = std::max(most, contrast(picture.pixelColor(x, y), ground));
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

}  // namespace
}  // namespace prunescope::ui
