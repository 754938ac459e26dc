#include "ui/charts/xy_chart.h"

#include "ui/charts/xy_scale.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace prunescope::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(XyScale, EndsOnRoundNumbersAndLabelsThem) {
    const XyScale plain(XyKind::plain, 0.3, 9.2, 5);
    EXPECT_DOUBLE_EQ(plain.from(), 0);
    EXPECT_DOUBLE_EQ(plain.to(), 10);
    EXPECT_THAT(plain.ticks(), ElementsAre(0, 2, 4, 6, 8, 10));
    EXPECT_DOUBLE_EQ(plain.shareOf(2.5), 0.25);
    const XyScale percent(XyKind::percent, 0.5, 0.98, 5);
    EXPECT_DOUBLE_EQ(percent.from(), 0.5);
    EXPECT_DOUBLE_EQ(percent.to(), 1);
    EXPECT_EQ(percent.textOf(0.9), QStringLiteral("90 %"));
}

TEST(XyScale, CountsInPowersOfTenWhenLogarithmic) {
    const XyScale fine(XyKind::logarithmic, 0.9, 18, 12);
    EXPECT_DOUBLE_EQ(fine.from(), 0.5);
    EXPECT_DOUBLE_EQ(fine.to(), 20);
    EXPECT_THAT(fine.ticks(), ElementsAre(0.5, 1, 2, 5, 10, 20));
    EXPECT_DOUBLE_EQ(fine.shareOf(0.5), 0);
    EXPECT_DOUBLE_EQ(fine.shareOf(20), 1);
    const XyScale coarse(XyKind::logarithmic, 1, 1e6, 3);
    EXPECT_THAT(coarse.ticks(), ElementsAre(1, 100, 1e4, 1e6));
    const XyScale one(XyKind::logarithmic, 5, 5, 4);
    EXPECT_LT(one.from(), one.to());
}

class XyChartTest : public testing::Test {
protected:
    XyChartTest() {
        chart.setTitle(QStringLiteral("Speed"), QStringLiteral("how fast"));
        chart.setAxes({.title = QStringLiteral("x")}, {.title = QStringLiteral("y")});
        chart.setSeries({{.label = QStringLiteral("a"),
                          .legend = QStringLiteral("a"),
                          .colour = Qt::red,
                          .points = {{.x = 1, .y = 2, .explanation = QStringLiteral("first")},
                                     {.x = 2, .y = 4, .explanation = QStringLiteral("second")}}},
                         {.label = QStringLiteral("line"),
                          .colour = Qt::blue,
                          .markers = false,
                          .points = {{.x = 1, .y = 1}, {.x = 2, .y = 1}}}});
        chart.resize(400, 300);
        chart.show();
    }
    QByteArray exported(const char* name) {
        QString error;
        const QString path = folder.filePath(QLatin1String(name));
        EXPECT_TRUE(chart.exportTo(path, error)) << error.toStdString();
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    QTemporaryDir folder;
    Theme theme;
    XyChart chart{theme};
};

TEST_F(XyChartTest, SavesNumbersAndPictures) {
    EXPECT_EQ(exported("a.csv"), "series,\"x\",\"y\"\n\"a\",1,2\n\"a\",2,4\n\"line\",1,1\n\"line\",2,1\n");
    EXPECT_THAT(exported("a.svg").toStdString(), HasSubstr("<svg"));
    const QImage picture = QImage::fromData(exported("a.png"));
    EXPECT_EQ(picture.size(), chart.size() * 2);
    int red = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) red += picture.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
    }
    EXPECT_GT(red, 100) << "the curve is in the picture";
    QString error;
    EXPECT_FALSE(chart.exportTo(QStringLiteral("/nowhere/a.csv"), error));
    EXPECT_THAT(error.toStdString(), HasSubstr("/nowhere/a.csv"));
}

TEST_F(XyChartTest, KeysGoFromPointToPointAndReadThem) {
    auto* plot = chart.findChild<XyPlot*>();
    QSignalSpy pointed(plot, &XyPlot::pointed);
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Left);
    QStringList read;
    for (const auto& signal : pointed) read << signal[0].toString();
    EXPECT_EQ(read, (QStringList{QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("first"),
                                 QStringLiteral("second")}));
}

TEST_F(XyChartTest, ShowsNothingWithoutPointsAndLeavesOutWhatALogarithmicAxisCannotShow) {
    chart.setSeries({});
    exported("empty.png");
    chart.setAxes({.title = QStringLiteral("x")},
                  {.title = QStringLiteral("y"), .kind = XyKind::logarithmic});
    chart.setSeries({{.label = QStringLiteral("a"),
                      .colour = Qt::red,
                      .points = {{.x = 1, .y = 0, .explanation = QStringLiteral("none")},
                                 {.x = 2, .y = 4, .explanation = QStringLiteral("some")}}}});
    auto* plot = chart.findChild<XyPlot*>();
    QSignalSpy pointed(plot, &XyPlot::pointed);
    QTest::keyClick(plot, Qt::Key_Right);
    ASSERT_EQ(pointed.count(), 1);
    EXPECT_EQ(pointed[0][0].toString(), QStringLiteral("some"));
}

}  // namespace
}  // namespace prunescope::ui
