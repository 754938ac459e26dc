// What the page says of figures that are given: the sentence, the table, the charts, the copy.

#include "ui/bench/bench_words.h"

#include "ui/bench/bench_charts.h"
#include "ui/bench/bench_figures.h"
#include "ui/bench/bench_model.h"
#include "ui/bench/bench_reports.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>

namespace prunescope::ui {
namespace {

using test::benchReport;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(BenchWords, SayWhatPruningBought) {
    EXPECT_EQ(benchSentence(benchReport()).toStdString(),
              "At 95 % sparsity: a training step takes 0.40 of dense while masks move and 0.40 once they are "
              "frozen; inference answers 2.5 times as many samples.");
    EXPECT_THAT(benchSentence(benchReport(2.5, true)).toStdString(),
                HasSubstr("Your model is 95.00 % sparse"));
}

TEST(BenchWords, SayWhyPruningBoughtNothing) {
    EXPECT_THAT(benchSentence(benchReport(1)).toStdString(),
                AllOf(HasSubstr("bought no speed"), HasSubstr("1.00 times"), HasSubstr("leaves alone")));
    speed::Report starved = benchReport(1);
    starved.machine.bandwidths.back().gbS = 0.8;
    EXPECT_THAT(benchSentence(starved).toStdString(), HasSubstr("memory sets the pace"));
    speed::Report mild = benchReport(1);
    mild.results[0].theory.macsLeft = 9e5;
    EXPECT_THAT(benchSentence(mild).toStdString(), HasSubstr("most of the arithmetic is left"));
    speed::Report dense = benchReport();
    dense.results[0].sparsity = 0;
    EXPECT_THAT(benchSentence(dense).toStdString(), HasSubstr("Nothing was pruned"));
}

TEST(BenchWords, ConcludeNothingFromFiguresInDoubt) {
    const auto sentence = [](const speed::Report& report) { return benchSentence(report).toStdString(); };
    speed::Report busy = benchReport();
    busy.otherLoad = 0.35;
    EXPECT_THAT(sentence(busy),
                AllOf(HasSubstr("No conclusion"), HasSubstr("took 35 %"), Not(HasSubstr("2.5"))));
    speed::Report unsteady = benchReport();
    unsteady.results[0].gains.batch.upper *= 1.2;
    EXPECT_THAT(sentence(unsteady), AllOf(HasSubstr("No conclusion"), HasSubstr("changes by 24 %")));
    speed::Report impossible = benchReport();
    impossible.machine.bandwidths.back().gbS = 0.1;
    EXPECT_THAT(sentence(impossible), AllOf(HasSubstr("No conclusion"), HasSubstr("inference at 95 % lies")));
    speed::Report early = benchReport();
    early.results[0].inferMs.rounds = 1;
    EXPECT_THAT(sentence(early), HasSubstr("Measured in 1 rounds so far"));
}

/// The line of the table whose column in a file of numbers is called so.
int rowOf(const char* column) {
    const auto& figures = benchFigures();
    for (std::size_t row = 0; row < figures.size(); ++row) {
        if (std::string(figures[row].column) == column) return static_cast<int>(row);
    }
    ADD_FAILURE() << "no figure " << column;
    return 0;
}

class BenchModelTest : public testing::Test {
protected:
    std::string cell(const char* figure, int column) const {
        return model.index(rowOf(figure), column).data().toString().toStdString();
    }

    BenchModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(BenchModelTest, IsEmptyWithoutAReport) {
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.columnCount(), 0);
}

TEST_F(BenchModelTest, SetsEveryFigureBesideTheNetworkWithoutPruning) {
    model.setReport(std::make_shared<const speed::Report>(benchReport()));
    ASSERT_EQ(model.columnCount(), 3);
    EXPECT_EQ(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("95 %"));
    EXPECT_EQ(cell("exploration_ms", 1), "8.000 ± 2 %");
    EXPECT_EQ(cell("exploration_ms", 2), "3.200 ± 2 %");
    EXPECT_EQ(cell("exploitation_of_dense", 2), "0.40 ± 2 %");
    EXPECT_EQ(cell("exploitation_of_dense_theoretical", 2), "0.10");
    EXPECT_EQ(cell("infer_images_per_second", 2), "125,000 ± 2 %");
    EXPECT_EQ(cell("infer_speedup", 2), "2.50 × ± 2 %");
    EXPECT_EQ(cell("infer_speedup_theoretical", 2), "10.00 ×");
    EXPECT_EQ(cell("batch1_median_us", 2), "40.0");
    EXPECT_EQ(cell("infer_gflops", 2), "25.0 ± 2 %") << "2 x 1e5 x 100 images in 0.8 ms";
    EXPECT_EQ(cell("peak_gflops", 2), "200.0");
    EXPECT_EQ(cell("bytes_theoretical", 2), "400.00 kB");
}

TEST_F(BenchModelTest, LabelsEveryFigureMeasuredOrTheoretical) {
    model.setReport(std::make_shared<const speed::Report>(benchReport()));
    EXPECT_EQ(cell("infer_speedup", 0), "measured");
    EXPECT_EQ(cell("infer_speedup_theoretical", 0), "theoretical");
    for (int row = 0; row < model.rowCount(); ++row) {
        EXPECT_FALSE(model.headerData(row, Qt::Vertical, Qt::ToolTipRole).toString().isEmpty()) << row;
    }
}

TEST_F(BenchModelTest, GrowsByASparsity) {
    speed::Report report = benchReport(2.5, true);
    model.setReport(std::make_shared<const speed::Report>(report));
    EXPECT_EQ(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(),
              QStringLiteral("your model, 95.00 %"));
    report.results.push_back(benchReport().results[0]);
    model.setReport(std::make_shared<const speed::Report>(report));
    EXPECT_EQ(model.columnCount(), 4);
    report.results[1].gains.exploration = test::steady(2);
    model.setReport(std::make_shared<const speed::Report>(report));
    EXPECT_EQ(cell("exploration_of_dense", 3), "0.50 ± 2 %");
}

TEST(BenchCsv, HasALineForEachSparsityAndUnitsInItsNames) {
    const QStringList lines = benchCsv(benchReport()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 3);
    const QStringList names = lines[0].split(QLatin1Char(','));
    const QStringList dense = lines[1].split(QLatin1Char(','));
    const QStringList pruned = lines[2].split(QLatin1Char(','));
    ASSERT_EQ(names.size(), dense.size());
    ASSERT_EQ(names.size(), pruned.size());
    EXPECT_EQ(dense[0], QStringLiteral("dense"));
    EXPECT_EQ(pruned[1], QStringLiteral("0.95"));
    EXPECT_EQ(pruned[names.indexOf(QStringLiteral("exploration_ms"))], QStringLiteral("3.2"));
    EXPECT_EQ(pruned[names.indexOf(QStringLiteral("exploration_ms_plus_minus"))], QStringLiteral("0.02"));
    EXPECT_EQ(pruned[names.indexOf(QStringLiteral("bytes_theoretical"))], QStringLiteral("400000"));
}

TEST(BenchCharts, SetMeasuredBesideTheoreticalSpeedUp) {
    const Theme theme;
    const std::vector<XySeries> series = speedupSeries(benchReport(2.5, true), theme);
    const auto find = [&](const char* label) {
        const auto found = std::find_if(series.begin(), series.end(),
                                        [&](const XySeries& s) { return s.label == QLatin1String(label); });
        EXPECT_NE(found, series.end()) << label;
        return found;
    };
    const auto measured = find("inference, measured");
    const auto theoretical = find("inference, theoretical");
    ASSERT_EQ(measured->points.size(), 1U);
    EXPECT_DOUBLE_EQ(measured->points[0].x, 0.95);
    EXPECT_DOUBLE_EQ(measured->points[0].y, 2.5);
    EXPECT_TRUE(measured->points[0].emphasised) << "the own model stands out";
    EXPECT_DOUBLE_EQ(theoretical->points.at(0).y, 10);
    EXPECT_EQ(theoretical->line, Qt::DashLine);
    ASSERT_TRUE(measured->points[0].spread) << "the middle half of the rounds is drawn";
    EXPECT_DOUBLE_EQ(measured->points[0].spread->first, 0.98 * 2.5);
    EXPECT_DOUBLE_EQ(measured->points[0].spread->second, 1.02 * 2.5);
    EXPECT_DOUBLE_EQ(find("step in exploration, theoretical")->points.at(0).y, 2);
}

TEST(BenchCharts, DrawTheRoofOfThisMachineAndAPointBeneathIt) {
    const Theme theme;
    const speed::Report report = benchReport();
    const std::vector<XySeries> series = rooflineSeries(report, theme);
    ASSERT_EQ(series.size(), 2U);
    const auto& roof = series[0].points;
    ASSERT_EQ(roof.size(), 3U);
    EXPECT_DOUBLE_EQ(roof[0].y, 20 * roof[0].x) << "bandwidth times operations a byte";
    EXPECT_DOUBLE_EQ(roof[1].x, 10) << "where 20 GB/s feed 200 GFLOP/s";
    EXPECT_DOUBLE_EQ(roof[1].y, 200);
    EXPECT_DOUBLE_EQ(roof[2].y, 200);
    ASSERT_EQ(series[1].points.size(), 1U);
    EXPECT_DOUBLE_EQ(series[1].points[0].x, 2e5 / (1e4 + 4000));
    EXPECT_DOUBLE_EQ(series[1].points[0].y, 25);
    EXPECT_LT(roof[0].x, series[1].points[0].x);
    EXPECT_GT(roof[2].x, series[1].points[0].x);
}

}  // namespace
}  // namespace prunescope::ui
