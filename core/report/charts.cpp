#include "report/chapters.h"
#include "report/curves.h"
#include "report/text.h"
#include "view/quality_text.h"

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

double highestOf(const std::vector<Point>& points, double start) {
    double high = start;
    for (const Point& p : points) {
        if (std::isfinite(p.y)) high = std::max(high, p.y);
    }
    return high;
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

LineChart overEpochs(const Source& source, std::string id, Text title) {
    LineChart chart;
    chart.id = std::move(id);
    chart.title = std::move(title);
    chart.x = {0, lastEpochShown(source.record(), source.summary)};
    chart.marks = source.summary.marks;
    return chart;
}

Text endText(const std::vector<Point>& points) {
    for (auto p = points.rbegin(); p != points.rend(); ++p) {
        if (std::isfinite(p->y)) return percentText(p->y);
    }
    return Text::of("not measured");
}

}  // namespace

/// Accuracy and achieved sparsity on one axis, small, for page one.
std::optional<LineChart> overviewChart(const Source& source) {
    const auto test = accuracyOf(source.record(), run::Split::test);
    const auto sparsity = ofSamples(source.record(), [](const auto& s) { return s.sparsity; });
    if (test.empty() && sparsity.empty()) return std::nullopt;
    LineChart chart = overEpochs(source, "overview", Text::of("Test accuracy and sparsity over the run"));
    chart.description =
        Text::of("Test accuracy ends at {}; the achieved sparsity of the prunable weights at {}.",
                 endText(test), endText(sparsity));
    chart.yIsShare = true;
    chart.y = {0, 1};
    const Colour colour = Colour::of(view::Series::test);
    chart.series.push_back({Text::of("test accuracy"), colour, LineStyle::solid, test});
    chart.series.push_back({{}, colour, LineStyle::dots, test});
    if (!source.summary.dense) {
        chart.series.push_back(
            {Text::of("sparsity"), Colour::of(view::Series::sparsity), LineStyle::solid, sparsity});
    }
    return chart;
}

/// Batch accuracy faint, validation as a line, test as points.
std::optional<LineChart> accuracyChart(const Source& source) {
    const auto train = ofSamples(source.record(), [](const auto& s) { return s.accuracy; });
    const auto validation = accuracyOf(source.record(), run::Split::validation);
    const auto test = accuracyOf(source.record(), run::Split::test);
    if (train.empty() && validation.empty() && test.empty()) return std::nullopt;
    LineChart chart = overEpochs(source, "accuracy", Text::of("Accuracy over the run"));
    chart.description =
        Text::of("Validation accuracy ends at {}, test accuracy at {}.", endText(validation), endText(test));
    chart.yIsShare = true;
    chart.height = 320;
    const double low = std::min(lowestOf(validation, quantileOf(train, 0.05)), lowestOf(test, 1));
    chart.y = {std::clamp(low, 0.0, 0.95), 1};
    chart.series = {
        {Text::of("train, per batch"), Colour::of(view::Series::train), LineStyle::faint, train},
        {Text::of("validation"), Colour::of(view::Series::validation), LineStyle::solid, validation},
        {Text::of("test"), Colour::of(view::Series::test), LineStyle::dots, test}};
    return chart;
}

/// R² of the test and achieved sparsity on one axis, small, for page one.
std::optional<LineChart> errorOverviewChart(const Source& source) {
    const run::QualityMeasure& measure = *run::qualityMeasure("r_squared");
    const auto test = qualityOf(source.record(), run::Split::test, measure);
    const auto sparsity = ofSamples(source.record(), [](const auto& s) { return s.sparsity; });
    if (test.empty() && sparsity.empty()) return std::nullopt;
    LineChart chart = overEpochs(source, "overview", Text::of("R² of the test, and sparsity, over the run"));
    chart.description =
        Text::of("R² of the test ends at {}; the achieved sparsity of the prunable weights at {}.",
                 test.empty() ? std::string(view::missing) : view::qualityText(measure, test.back().y),
                 endText(sparsity));
    chart.y = {0, 1};
    const Colour colour = Colour::of(view::Series::test);
    chart.series = {{measure.title, colour, LineStyle::solid, test}, {{}, colour, LineStyle::dots, test}};
    if (!source.summary.dense) {
        chart.series.push_back(
            {Text::of("sparsity"), Colour::of(view::Series::sparsity), LineStyle::solid, sparsity});
    }
    return chart;
}

/// RMSE of batches faint, of validation as a line, of the test as points.
std::optional<LineChart> errorChart(const Source& source) {
    const run::QualityMeasure& measure = run::mainMeasure(run::Task::regression);
    const auto train = ofSamples(source.record(), [](const auto& s) { return s.rmse; });
    const auto validation = qualityOf(source.record(), run::Split::validation, measure);
    const auto test = qualityOf(source.record(), run::Split::test, measure);
    if (train.empty() && validation.empty() && test.empty()) return std::nullopt;
    LineChart chart =
        overEpochs(source, "errors", view::titleWithUnit(measure.title, measure, source.unit()));
    const auto end = [&](const std::vector<Point>& points) {
        return points.empty() ? std::string(view::missing)
                              : view::qualityText(measure, points.back().y, source.unit());
    };
    chart.description = Text::of("Validation {} ends at {}, that of the test at {}.", measure.name,
                                 end(validation), end(test));
    chart.height = 320;
    chart.y = {0, std::max(highestOf(validation, quantileOf(train, 0.95)), highestOf(test, 0))};
    chart.series = {
        {Text::of("train, per batch"), Colour::of(view::Series::train), LineStyle::faint, train},
        {Text::of("validation"), Colour::of(view::Series::validation), LineStyle::solid, validation},
        {Text::of("test"), Colour::of(view::Series::test), LineStyle::dots, test}};
    return chart;
}

/// Requested dashed, achieved solid.
std::optional<LineChart> sparsityChart(const Source& source) {
    if (source.summary.dense || source.record().samples.empty()) return std::nullopt;
    const auto achieved = ofSamples(source.record(), [](const auto& s) { return s.sparsity; });
    const auto requested = ofSamples(source.record(), [](const auto& s) { return s.targetSparsity; });
    LineChart chart =
        overEpochs(source, "sparsity-course", Text::of("Sparsity of the prunable weights over the run"));
    chart.description =
        Text::of("Requested sparsity ends at {}, achieved at {}.", endText(requested), endText(achieved));
    chart.yIsShare = true;
    chart.y = {0, 1};
    chart.series = {{Text::of("achieved"), Colour::of(view::Series::sparsity), LineStyle::broad, achieved},
                    {Text::of("requested"), {Colour::Kind::soft}, LineStyle::dashed, requested}};
    return chart;
}

/// What the method says of each layer, and its bound.
std::optional<LineChart> measureChart(const Source& source) {
    const auto& layers = source.summary.layers;
    const auto& measures = source.record().header.measures;
    const auto place = run::placeOf(measures, run::MeasureRole::curve);
    const CurvesByLayer curves = curvesByLayer(source.record(), layers);
    if (source.summary.dense || curves.cut.empty() || !place) return std::nullopt;
    LineChart chart =
        overEpochs(source, "measure", Text::of("{} over the run", Text(measures[*place].title, {})));
    chart.description = Text(measures[*place].help, {});
    chart.height = 320;
    chart.y = {0, 1};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        chart.y.to = highestOf(curves.measure[i], chart.y.to);
        chart.series.push_back({layers[i].name, Colour::ofLayer(i), LineStyle::solid, curves.measure[i]});
    }
    if (curves.bound.empty()) return chart;
    if (curves.oneBound) {
        const Text name(measures[*run::placeOf(measures, run::MeasureRole::bound)].title, {});
        chart.series.push_back({name, {Colour::Kind::soft}, LineStyle::dashed, curves.bound.front()});
        return chart;
    }
    for (std::size_t i = 0; i < layers.size(); ++i)
        chart.series.push_back({{}, Colour::ofLayer(i), LineStyle::dashed, curves.bound[i]});
    return chart;
}

/// Weights cut and revived at each mask update, over all layers.
std::optional<LineChart> churnChart(const Source& source) {
    const SizeSummary& size = source.summary.size;
    CurvesByLayer curves = curvesByLayer(source.record(), source.summary.layers);
    if (source.summary.dense || curves.cut.empty()) return std::nullopt;
    LineChart chart = overEpochs(source, "churn", Text::of("Weights cut and revived at each mask update"));
    chart.description = Text::of("In total {} weights were cut and {} revived.", countText(size.cut),
                                 countText(size.revived));
    chart.y = {0, highestOf(curves.revived, highestOf(curves.cut, 1))};
    chart.series = {
        {Text::of("cut"), Colour::of(view::Series::pruned), LineStyle::solid, curves.cut},
        {Text::of("revived"), Colour::of(view::Series::regrown), LineStyle::solid, curves.revived}};
    return chart;
}

std::optional<BarChart> layerSparsityChart(const Source& source) {
    const Summary& summary = source.summary;
    if (summary.dense || summary.layers.empty()) return std::nullopt;
    BarChart chart{.id = "layer-sparsity",
                   .title = Text::of("Sparsity of each layer"),
                   .description = Text::of("The achieved sparsity of each prunable layer beside the "
                                           "requested one; the table below has the numbers.")};
    // Where each layer has a request of its own, its tick says more.
    if (!summary.layers.front().requested) chart.requestedOverall = summary.size.requested;
    for (std::size_t i = 0; i < summary.layers.size(); ++i) {
        const LayerSummary& layer = summary.layers[i];
        chart.bars.push_back({layer.name, Colour::ofLayer(i), layer.sparsity,
                              Text::of("{}  ·  {} left", percentText(layer.sparsity), countText(layer.kept)),
                              layer.requested});
    }
    return chart;
}

}  // namespace prunescope::report
