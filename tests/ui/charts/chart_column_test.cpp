#include "ui/app/painted_texts.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_reading.h"

#include <QLabel>
#include <QVBoxLayout>

/// What charts do when they stand under one another: one place for all plots, one time axis, names at the
/// ends of lines.
namespace prunescope::ui {
namespace {

QStringList textsOf(const ChartPanel& panel) {
    QStringList texts;
    for (const PaintedText& painted : paintedTexts(*viewOf(panel).viewport())) texts << painted.text;
    return texts;
}

class ChartColumnTest : public testing::Test {
protected:
    ChartColumnTest() {
        axis.setUnit(view::TimeUnit::epoch);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(&upper);
        column->addWidget(&lower);
        for (int i = 0; i <= 100; ++i) {
            times.append({.step = i, .epoch = i / 10.0});
            low.append(0.1);
            high.append(12'000 + i);
        }
        upper.setSeries({{.label = QStringLiteral("a name"),
                          .colour = Qt::blue,
                          .times = &times,
                          .curve = &high,
                          .endLabel = QStringLiteral("a name")}});
        lower.setSeries(
            {{.label = QStringLiteral("plain"), .colour = Qt::red, .times = &times, .curve = &low}});
        upper.setTimeLabels(ChartAxes::TimeLabels::none);
        lower.setTimeLabels(ChartAxes::TimeLabels::titled);
        window.resize(700, 480);
        window.show();
        test::settle(axis);
    }

    Theme theme;
    TimeAxis axis;
    view::Timeline times;
    view::Curve low, high;
    QWidget window;
    ChartPanel upper{theme, axis};
    ChartPanel lower{theme, axis};
};

TEST_F(ChartColumnTest, PlotsBeginAndEndAtTheSamePixel) {
    const QRectF one = viewOf(upper).chart()->plotArea();
    const QRectF other = viewOf(lower).chart()->plotArea();
    EXPECT_NEAR(one.left(), other.left(), 1);
    EXPECT_NEAR(one.right(), other.right(), 1);
    EXPECT_NEAR(viewOf(upper).pixelOf(5), viewOf(lower).pixelOf(5), 1);
}

TEST_F(ChartColumnTest, OnlyTheLowestIsLabelledWithTime) {
    EXPECT_TRUE(textsOf(lower).contains(QStringLiteral("epochs")));
    EXPECT_TRUE(textsOf(lower).contains(QStringLiteral("10")));
    EXPECT_FALSE(textsOf(upper).contains(QStringLiteral("epochs")));
    EXPECT_FALSE(textsOf(upper).contains(QStringLiteral("10")));
    const auto* head = lower.findChild<QLabel*>(QStringLiteral("chartPlace"));
    EXPECT_EQ(head->text(), QString()) << "the unit stands under the axis";
}

TEST_F(ChartColumnTest, TheUnitUnderTheAxisFollowsTheAxis) {
    axis.setUnit(view::TimeUnit::step);
    test::settle(axis);
    EXPECT_TRUE(textsOf(lower).contains(QStringLiteral("steps")));
}

TEST_F(ChartColumnTest, AFileHasItsTimeWhateverTheWindowLeavesOut) {
    const auto rows = [](const QImage& image) {
        // Below the plot a picture with labels has letters, one without has none.
        int found = 0;
        const QRgb ground = image.pixel(image.width() / 2, image.height() - 1);
        for (int x = 0; x < image.width(); ++x)
            found += image.pixel(x, image.height() - 14) != ground ? 1 : 0;
        return found;
    };
    const QTemporaryDir folder;
    QString error;
    const QString path = folder.filePath(QStringLiteral("upper.png"));
    const QRectF before = viewOf(upper).chart()->plotArea();
    ASSERT_TRUE(upper.exportTo(path, error)) << error.toStdString();
    EXPECT_GT(rows(QImage(path)), 10);
    EXPECT_EQ(viewOf(upper).chart()->plotArea(), before) << "the window is as it was";
}

TEST_F(ChartColumnTest, ALineHasItsNameBehindItsEnd) {
    const QRectF plot = viewOf(upper).chart()->plotArea();
    bool found = false;
    for (const PaintedText& painted : paintedTexts(*viewOf(upper).viewport())) {
        if (painted.text != QStringLiteral("a name")) continue;
        found = true;
        EXPECT_GE(painted.place.left(), plot.right());
        EXPECT_LE(painted.place.right(), viewOf(upper).width());
    }
    EXPECT_TRUE(found);
    EXPECT_FALSE(textsOf(lower).contains(QStringLiteral("plain")));
}

TEST_F(ChartReading, PointingAtANameAtALinesEndDimsTheOthers) {
    show({QStringLiteral("one"), QStringLiteral("two")}, {1, 2, 3});
    std::vector<ChartSeries> series = panel.series();
    series[1].colour = Qt::blue;
    const auto lower = std::make_unique<view::Curve>();
    for (const double value : {0.5, 0.6, 0.7}) lower->append(value);
    series[1].curve = lower.get();
    for (ChartSeries& s : series) s.endLabel = s.label;
    panel.setSeries(series);
    settle();
    ChartView& view = viewOf(panel);
    QRectF name;
    for (const PaintedText& painted : paintedTexts(*view.viewport())) {
        if (painted.text == QStringLiteral("two")) name = painted.place;
    }
    EXPECT_FALSE(name.isEmpty()) << textsOf(panel).join(QLatin1Char(',')).toStdString();
    const int before = test::pixelsOf(Qt::red, panel.grab().toImage(), test::plotOf(panel));
    const QPointF at = name.center();
    QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(view.viewport(), &move);
    EXPECT_GT(before, 20);
    EXPECT_EQ(test::pixelsOf(Qt::red, panel.grab().toImage(), test::plotOf(panel)), 0) << "it steps back";
    EXPECT_GT(test::pixelsOf(Qt::blue, panel.grab().toImage(), test::plotOf(panel)), 20);
    panel.setSeries({});
}

}  // namespace
}  // namespace prunescope::ui
