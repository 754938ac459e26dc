// What a chart says: its labels, legend and words, at any extent of its values.
#include "ui/charts/chart_reading.h"

#include "ui/app/painted_texts.h"

#include <QAbstractAxis>
#include <QHelpEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolTip>

namespace prunescope::ui {
namespace {

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

TEST_F(ChartReading, WhatStandsBehindANameMovesNothingWhenItChanges) {
    show({QStringLiteral("a"), QStringLiteral("b")}, {1, 2, 3});
    std::vector<ChartSeries> both = panel.series();
    const auto setDetail = [&](const char* detail) {
        both[0].detail = QLatin1String(detail);
        panel.setSeries(both);
        settle();
    };
    setDetail("z 10.00");
    const QRect beside = legend().placeOf(QStringLiteral("b"));
    EXPECT_EQ(paintedTexts(legend()).front().text, QStringLiteral("a · z 10.00"));
    clickEntry(QStringLiteral("a"), false);
    setDetail("z 1.00");
    EXPECT_EQ(paintedTexts(legend()).front().text, QStringLiteral("a · z 1.00"));
    EXPECT_EQ(legend().placeOf(QStringLiteral("b")), beside);
    EXPECT_EQ(drawnLabels(), QStringList{QStringLiteral("b")}) << "a is as hidden as before";
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
