#include "report/charts.h"

#include "report/css_colours.h"
#include "report/curves.h"
#include "report/svg_chart.h"
#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::report {
namespace {

using view::Point;

double lowestOf(const std::vector<Point>& points, double start) {
    double low = start;
    for (const Point& p : points) {
        if (std::isfinite(p.y)) low = std::min(low, p.y);
    }
    return low;
}

/// The value that `share` of the finite points lie below.
double quantileOf(const std::vector<Point>& points, double share) {
    std::vector<double> values;
    for (const Point& p : points) {
        if (std::isfinite(p.y)) values.push_back(p.y);
    }
    if (values.empty()) return 1;
    const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return values[static_cast<std::size_t>(place)];
}

LineChart overEpochs(const Page& page, std::string id, std::string title) {
    LineChart chart;
    chart.id = std::move(id);
    chart.title = std::move(title);
    chart.x = {0, lastEpochShown(page.record(), page.summary)};
    chart.marks = page.summary.marks;
    return chart;
}

std::string endText(const std::vector<Point>& points) {
    for (auto p = points.rbegin(); p != points.rend(); ++p) {
        if (std::isfinite(p->y)) return percentText(p->y);
    }
    return "not measured";
}

}  // namespace

std::string overviewChart(const Page& page) {
    const auto test = accuracyOf(page.record(), run::Split::test);
    const auto sparsity = ofSamples(page.record(), [](const auto& s) { return s.sparsity; });
    if (test.empty() && sparsity.empty()) return "";
    LineChart chart = overEpochs(page, "overview", "Test accuracy and sparsity over the run");
    chart.description =
        fmt::format("Test accuracy ends at {}; the achieved sparsity of the prunable weights at {}.",
                    endText(test), endText(sparsity));
    chart.yIsShare = true;
    chart.height = 220;
    chart.y = {0, 1};
    chart.series.push_back({"test accuracy", seriesColour(view::Series::test), LineStyle::solid, test});
    chart.series.push_back({"", seriesColour(view::Series::test), LineStyle::dots, test});
    if (!page.summary.dense)
        chart.series.push_back(
            {"sparsity", seriesColour(view::Series::sparsity), LineStyle::solid, sparsity});
    return renderLineChart(chart);
}

std::string accuracyChart(const Page& page) {
    const auto train = ofSamples(page.record(), [](const auto& s) { return s.accuracy; });
    const auto validation = accuracyOf(page.record(), run::Split::validation);
    const auto test = accuracyOf(page.record(), run::Split::test);
    if (train.empty() && validation.empty() && test.empty()) return "";
    LineChart chart = overEpochs(page, "accuracy", "Accuracy over the run");
    chart.description = fmt::format("Validation accuracy ends at {}, test accuracy at {}.",
                                    endText(validation), endText(test));
    chart.yIsShare = true;
    chart.height = 320;
    const double low = std::min(lowestOf(validation, quantileOf(train, 0.05)), lowestOf(test, 1));
    chart.y = {std::clamp(low, 0.0, 0.95), 1};
    chart.series.push_back({"train, per batch", seriesColour(view::Series::train), LineStyle::faint, train});
    chart.series.push_back(
        {"validation", seriesColour(view::Series::validation), LineStyle::solid, validation});
    chart.series.push_back({"test", seriesColour(view::Series::test), LineStyle::dots, test});
    return renderLineChart(chart);
}

std::string sparsityChart(const Page& page) {
    if (page.summary.dense || page.record().samples.empty()) return "";
    const auto achieved = ofSamples(page.record(), [](const auto& s) { return s.sparsity; });
    const auto requested = ofSamples(page.record(), [](const auto& s) { return s.targetSparsity; });
    LineChart chart = overEpochs(page, "sparsity-course", "Sparsity of the prunable weights over the run");
    chart.description =
        fmt::format("Requested sparsity ends at {}, achieved at {}.", endText(requested), endText(achieved));
    chart.yIsShare = true;
    chart.y = {0, 1};
    chart.series.push_back({"achieved", seriesColour(view::Series::sparsity), LineStyle::broad, achieved});
    chart.series.push_back({"requested", "var(--soft)", LineStyle::dashed, requested});
    return renderLineChart(chart);
}

std::string attentionChart(const Page& page) {
    const auto& layers = page.summary.layers;
    const LayerCurves curves = layerCurves(page.record(), page.summary.layers);
    if (page.summary.dense || !curves.attentionUsed) return "";
    LineChart chart = overEpochs(page, "attention", "Mean attention of each layer over the run");
    chart.description =
        "Mean magnitude attention over the kept weights of each layer, and the attention floor.";
    chart.height = 320;
    double high = 1;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        for (const Point& p : curves.attention[i]) {
            if (std::isfinite(p.y)) high = std::max(high, p.y);
        }
        chart.series.push_back({layers[i].name, layerColour(i), LineStyle::solid, curves.attention[i]});
    }
    chart.y = {0, high};
    if (curves.oneFloor) {
        chart.series.push_back({"floor b", "var(--soft)", LineStyle::dashed, curves.floor.front()});
        return renderLineChart(chart);
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        chart.series.push_back({"", layerColour(i), LineStyle::dashed, curves.floor[i]});
    }
    return renderLineChart(chart);
}

std::string churnChart(const Page& page) {
    LayerCurves curves = layerCurves(page.record(), page.summary.layers);
    if (page.summary.dense || curves.cut.empty()) return "";
    LineChart chart = overEpochs(page, "churn", "Weights cut and revived at each mask update");
    chart.description = fmt::format("In total {} weights were cut and {} revived.",
                                    countText(page.summary.size.cut), countText(page.summary.size.revived));
    double high = 1;
    for (const Point& p : curves.cut) high = std::max(high, p.y);
    for (const Point& p : curves.revived) high = std::max(high, p.y);
    chart.y = {0, high};
    chart.series.push_back(
        {"cut", seriesColour(view::Series::pruned), LineStyle::solid, std::move(curves.cut)});
    chart.series.push_back(
        {"revived", seriesColour(view::Series::regrown), LineStyle::solid, std::move(curves.revived)});
    return renderLineChart(chart);
}

std::string layerSparsityChart(const Page& page) {
    if (page.summary.dense || page.summary.layers.empty()) return "";
    BarChart chart;
    chart.id = "layer-sparsity";
    chart.title = "Sparsity of each layer";
    chart.description =
        "The achieved sparsity of each prunable layer beside the requested one; the table below has "
        "the numbers.";
    // Where each layer has a request of its own, its tick says more.
    if (!page.summary.layers.front().requested) chart.requestedOverall = page.summary.size.requested;
    for (std::size_t i = 0; i < page.summary.layers.size(); ++i) {
        const LayerSummary& layer = page.summary.layers[i];
        chart.bars.push_back(
            {layer.name, layerColour(i), layer.sparsity,
             fmt::format("{}  ·  {} left", percentText(layer.sparsity), countText(layer.kept)),
             layer.requested});
    }
    return renderBarChart(chart);
}

}  // namespace prunescope::report
