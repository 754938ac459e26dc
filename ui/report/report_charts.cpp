// The course of the run in pictures.

#include "report/curves.h"
#include "ui/report/report_writer.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

using paper::pt;
using view::Point;
using Style = PrintChart::Style;

/// More layers than this are named by the first and the last alone.
constexpr std::size_t mostNamed = 14;

std::vector<double> finiteOf(const std::vector<Point>& points) {
    std::vector<double> values;
    for (const Point& p : points) {
        if (std::isfinite(p.y)) values.push_back(p.y);
    }
    return values;
}

double highestOf(const std::vector<Point>& points, double start) {
    for (const double y : finiteOf(points)) start = std::max(start, y);
    return start;
}

/// The axis of accuracy begins below every evaluation, and where 95 % of the batches lie above.
double lowestShown(const std::vector<Point>& train, const std::vector<Point>& validation,
                   const std::vector<Point>& test) {
    double low = 0.95;
    std::vector<double> batches = finiteOf(train);
    if (!batches.empty()) {
        const auto place = batches.begin() + static_cast<std::ptrdiff_t>(batches.size() / 20);
        std::nth_element(batches.begin(), place, batches.end());
        low = std::min(low, *place);
    }
    for (const auto* points : {&validation, &test}) {
        for (const double y : finiteOf(*points)) low = std::min(low, y);
    }
    return std::max(low, 0.0);
}

}  // namespace

PrintChart ReportWriter::chartOverEpochs(const QString& title) const {
    PrintChart chart;
    chart.title = title;
    chart.x = {0, report::lastEpochShown(record(), summary_)};
    chart.marks = summary_.marks;
    return chart;
}

PrintChart ReportWriter::overviewChart() const {
    PrintChart chart =
        chartOverEpochs(summary_.dense ? tr("Test accuracy over the run")
                                       : tr("Test accuracy and achieved sparsity over the run"));
    chart.note = tr("measured");
    chart.yIsShare = true;
    chart.y = {0, 1};
    chart.height = pt(190);
    const auto test = report::accuracyOf(record(), run::Split::test);
    if (!test.empty()) {
        chart.series.push_back({tr("test accuracy"), paper::series(view::Series::test), Style::solid, test});
        chart.series.push_back({{}, paper::series(view::Series::test), Style::dots, test});
    }
    if (!summary_.dense && !record().samples.empty()) {
        chart.series.push_back({tr("sparsity"), paper::series(view::Series::sparsity), Style::solid,
                                report::ofSamples(record(), [](const auto& s) { return s.sparsity; })});
    }
    return chart;
}

PrintChart ReportWriter::accuracyChart() const {
    PrintChart chart = chartOverEpochs(tr("Accuracy"));
    chart.note =
        tr("of training batches (faint), validation (line), test (points); measured. The axis begins where "
           "95 % of the batches lie above.");
    const auto train = report::ofSamples(record(), [](const auto& s) { return s.accuracy; });
    const auto validation = report::accuracyOf(record(), run::Split::validation);
    const auto test = report::accuracyOf(record(), run::Split::test);
    chart.yIsShare = true;
    chart.y = {lowestShown(train, validation, test), 1};
    chart.height = pt(190);
    if (!train.empty())
        chart.series.push_back(
            {tr("train, per batch"), paper::series(view::Series::train), Style::faint, train});
    if (!validation.empty())
        chart.series.push_back(
            {tr("validation"), paper::series(view::Series::validation), Style::solid, validation});
    if (!test.empty())
        chart.series.push_back({tr("test"), paper::series(view::Series::test), Style::dots, test});
    return chart;
}

PrintChart ReportWriter::sparsityChart() const {
    PrintChart chart = chartOverEpochs(tr("Sparsity of the prunable weights"));
    chart.note =
        tr("%1 (dashed), %2 (line)").arg(evidence("sparsity_requested"), evidence("sparsity_prunable"));
    chart.yIsShare = true;
    chart.y = {0, 1};
    if (summary_.dense || record().samples.empty()) return chart;
    chart.series.push_back({tr("achieved"), paper::series(view::Series::sparsity), Style::broad,
                            report::ofSamples(record(), [](const auto& s) { return s.sparsity; })});
    chart.series.push_back({tr("requested"), paper::muted, Style::dashed,
                            report::ofSamples(record(), [](const auto& s) { return s.targetSparsity; })});
    return chart;
}

void ReportWriter::attentionAndChurn() {
    const auto& layers = summary_.layers;
    report::LayerCurves curves = report::layerCurves(record(), layers);
    if (summary_.dense || curves.cut.empty()) return;
    if (curves.attentionUsed) {
        PrintChart chart = chartOverEpochs(tr("Mean attention of each layer"));
        chart.note = tr("mean over its kept weights; the floor b dashed; %1").arg(evidence("attention"));
        const bool named = layers.size() <= mostNamed;
        if (!named) chart.note += QLatin1Char(' ') + tr("Layers from dark (first) to light (last).");
        double high = 1;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            high = highestOf(curves.attention[i], high);
            const bool labelled = named || i == 0 || i + 1 == layers.size();
            chart.series.push_back({labelled ? paper::clean(layers[i].name) : QString(),
                                    paper::layer(i, layers.size()), Style::solid, curves.attention[i]});
            if (!curves.oneFloor)
                chart.series.push_back({{}, paper::layer(i, layers.size()), Style::dashed, curves.floor[i]});
        }
        if (curves.oneFloor)
            chart.series.push_back({tr("floor b"), paper::muted, Style::dashed, curves.floor.front()});
        chart.y = {0, high};
        chart.height = pt(180);
        placeChart(flow_, chart);
    }
    PrintChart chart = chartOverEpochs(tr("Churn"));
    chart.note = tr("weights cut and revived at each mask update, all layers; %1").arg(evidence("churn"));
    chart.y = {0, highestOf(curves.revived, highestOf(curves.cut, 1))};
    chart.series.push_back(
        {tr("cut"), paper::series(view::Series::pruned), Style::solid, std::move(curves.cut)});
    chart.series.push_back(
        {tr("revived"), paper::series(view::Series::regrown), Style::solid, std::move(curves.revived)});
    placeChart(flow_, chart);
}

void ReportWriter::course() {
    flow_.require(pt(280));  // The heading stays with the first picture.
    chapter(tr("Course of the run"));
    if (record().samples.empty() && record().evaluations.empty()) {
        flow_.text(tr("No step was recorded."));
        return;
    }
    for (const PrintChart& chart : {accuracyChart(), sparsityChart()}) {
        if (!chart.series.empty()) placeChart(flow_, chart);
    }
    attentionAndChurn();
    if (!summary_.marks.empty()) {
        flow_.smallText(
            tr("Vertical lines: \"frozen\" is where exploration ended and exploitation began; \"edit\" "
               "and a number is a user's change, \"guard\" and a number what the run's guard found, by its "
               "number in the event log."));
    }
    flow_.smallText(
        tr("Curves are thinned to what can be seen, with every minimum and maximum kept; metrics.csv "
           "and layers.csv hold every value."));
}

}  // namespace prunescope::ui
