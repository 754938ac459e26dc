#include "ui/charts/xy_chart.h"

#include "ui/support/theme.h"
#include "view/axis.h"

#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace prunescope::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

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

TEST_F(XyChartTest, AMarkWithAnIdIsChosenByAClickAndByEnter) {
    chart.setSeries(
        {{.label = QStringLiteral("a"),
          .colour = Qt::red,
          .line = Qt::NoPen,
          .points = {{.x = 1, .y = 2, .explanation = QStringLiteral("first"), .id = QStringLiteral("1")},
                     {.x = 2, .y = 4, .explanation = QStringLiteral("no id")}}}});
    auto* plot = chart.findChild<XyPlot*>();
    QSignalSpy activated(plot, &XyPlot::activated);
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Return);
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated[0][0].toString(), QStringLiteral("1"));
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Return);
    EXPECT_EQ(activated.count(), 1) << "the second stands for nothing";
    const QImage picture = plot->grab().toImage();
    QPoint mark;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width() / 2; ++x) {
            if (picture.pixelColor(x, y) == QColor(Qt::red)) mark = {x, y};
        }
    }
    QTest::mouseClick(plot, Qt::LeftButton, {}, mark);
    EXPECT_EQ(activated.count(), 2);
}

TEST_F(XyChartTest, WhatIsSaidAtRestComesBackAfterAMarkWasRead) {
    chart.setRest(QStringLiteral("nothing differs"), 3);
    const auto said = [&] {
        for (const QLabel* label : chart.findChildren<QLabel*>()) {
            if (label->text() == QStringLiteral("nothing differs")) return true;
        }
        return false;
    };
    EXPECT_TRUE(said());
    auto* plot = chart.findChild<XyPlot*>();
    QTest::keyClick(plot, Qt::Key_Right);
    EXPECT_FALSE(said());
    plot->clearFocus();
    QEvent left(QEvent::Leave);
    QCoreApplication::sendEvent(plot, &left);
    EXPECT_TRUE(said());
}

TEST_F(XyChartTest, ShowsNothingWithoutPointsAndLeavesOutWhatALogarithmicAxisCannotShow) {
    chart.setSeries({});
    exported("empty.png");
    chart.setAxes({.title = QStringLiteral("x")},
                  {.title = QStringLiteral("y"), .kind = view::AxisKind::logarithmic});
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
