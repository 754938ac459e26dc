#include "ui/charts/chart_panel.h"

#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace prunescope::ui {
namespace {

class ChartPanelTest : public testing::Test {
protected:
    ChartPanelTest() {
        for (std::int64_t i = 1; i <= 3; ++i) {
            const auto t = static_cast<double>(i);
            times.append({.step = i, .epoch = t / 10, .wallSeconds = t, .processSeconds = t / 2});
            curve.append(t / 4);
        }
        panel.setSeries(
            {{.label = QStringLiteral("a \"b\""), .colour = Qt::red, .times = &times, .curve = &curve}});
    }
    QByteArray exported(const QString& name) {
        QString error;
        const QString path = folder.filePath(name);
        EXPECT_TRUE(panel.exportTo(path, error)) << error.toStdString();
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    QTemporaryDir folder;
    Theme theme;
    TimeAxis axis;
    view::Timeline times;
    view::Curve curve;
    ChartPanel panel{theme, axis};
};

TEST_F(ChartPanelTest, SavesEveryRecordedValueAsCsv) {
    EXPECT_EQ(exported(QStringLiteral("chart.csv")),
              "series,step,epoch,wall_seconds,process_seconds,value\n"
              "\"a \"\"b\"\"\",1,0.10000000000000001,1,0.5,0.25\n"
              "\"a \"\"b\"\"\",2,0.20000000000000001,2,1,0.5\n"
              "\"a \"\"b\"\"\",3,0.29999999999999999,3,1.5,0.75\n");
}

TEST_F(ChartPanelTest, SavesPictures) {
    EXPECT_TRUE(exported(QStringLiteral("chart.png")).startsWith("\x89PNG"));
    EXPECT_TRUE(exported(QStringLiteral("chart.svg")).contains("<svg"));
}

TEST_F(ChartPanelTest, SaysWhyAFileCannotBeWritten) {
    QString error;
    EXPECT_FALSE(panel.exportTo(folder.filePath(QStringLiteral("missing/chart.csv")), error));
    EXPECT_TRUE(error.contains(QStringLiteral("missing/chart.csv")));
}

/// The axes must not draw every old tick of the new range on the way.
TEST_F(ChartPanelTest, AValueThatLeapsUpIsDrawnAtOnce) {
    view::Timeline moments;
    view::Curve leap;
    panel.setSeries({{.label = QStringLiteral("cut"), .colour = Qt::red, .times = &moments, .curve = &leap}});
    panel.resize(400, 300);
    panel.show();
    QElapsedTimer clock;
    clock.start();
    for (const double value : {0.0, 0.001, 2e9}) {
        const auto step = static_cast<std::int64_t>(moments.size()) + 1;
        moments.append({.step = step * step * 1000, .epoch = static_cast<double>(step * step) * 1e6});
        leap.append(value);
        panel.refresh();
        QTest::qWait(200);
    }
    EXPECT_LT(clock.elapsed(), 30'000) << "it would take minutes and gigabytes";
}

TEST_F(ChartPanelTest, ZoomAndCrosshairAreSharedAndAnotherUnitResetsTheZoom) {
    QSignalSpy changed(&axis, &TimeAxis::changed);
    axis.setZoom(std::pair{0.1, 0.2});
    axis.setZoom(std::pair{0.1, 0.2});
    EXPECT_EQ(changed.count(), 1) << "the same zoom is no change";
    axis.setUnit(view::TimeUnit::step);
    EXPECT_EQ(changed.count(), 2);
    EXPECT_FALSE(axis.zoom());
}

}  // namespace
}  // namespace prunescope::ui
