#include "ui/bench/bench_charts.h"

#include "ui/bench/bench_figures.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

using speed::Report;
using speed::Result;

constexpr double roofMargin = 2;  ///< how far the roof goes on beyond the points

QString chartText(const char* english) {
    return QCoreApplication::translate("BenchCharts", english);
}

/// One kind of work whose speed-up is drawn.
struct Work {
    const char* name;
    std::size_t colour;
    const speed::Quartiles& (*measured)(const Result&);
    double (*theoretical)(const Result&);
};

constexpr Work works[] = {
    {QT_TRANSLATE_NOOP("BenchCharts", "inference"), 0,
     [](const Result& x) -> const speed::Quartiles& { return x.gains.batch; },
     [](const Result& x) { return x.theory.speedup(); }},
    {QT_TRANSLATE_NOOP("BenchCharts", "step in exploitation"), 2,
     [](const Result& x) -> const speed::Quartiles& { return x.gains.exploitation; },
     [](const Result& x) { return x.theory.exploitationSpeedup(); }},
    {QT_TRANSLATE_NOOP("BenchCharts", "step in exploration"), 1,
     [](const Result& x) -> const speed::Quartiles& { return x.gains.exploration; },
     [](const Result& x) { return x.theory.explorationSpeedup(); }},
};

std::vector<const Result*> bySparsity(const Report& report) {
    std::vector<const Result*> sorted;
    for (const Result& r : report.results) sorted.push_back(&r);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Result* a, const Result* b) { return a->sparsity < b->sparsity; });
    return sorted;
}

XyPoint speedupPoint(const Work& work, const Result& r) {
    const speed::Quartiles& measured = work.measured(r);
    const double theoretical = work.theoretical(r);
    return {.x = r.sparsity,
            .y = measured.median,
            .explanation =
                chartText(QT_TRANSLATE_NOOP(
                              "BenchCharts",
                              "%1, %2: %3 × measured (half of %4 rounds from %5 to %6), %7 × theoretical"))
                    .arg(chartText(work.name), sparsityName(r), decimalText(measured.median, 2))
                    .arg(measured.rounds)
                    .arg(decimalText(measured.lower, 2), decimalText(measured.upper, 2),
                         decimalText(theoretical, 2)),
            .emphasised = r.own,
            .spread = std::pair{measured.lower, measured.upper}};
}

XyPoint rooflinePoint(const Report& report, const Result& r) {
    const double intensity = r.theory.intensity(report.request.batch);
    const auto gflops = [&](double ms) { return report.gflops(r.theory.macsLeft, ms); };
    const double achieved = gflops(r.inferMs.median);
    const QString bound = report.boundByMemory(r) ? chartText(QT_TRANSLATE_NOOP("BenchCharts", "memory"))
                                                  : chartText(QT_TRANSLATE_NOOP("BenchCharts", "arithmetic"));
    return {
        .x = intensity,
        .y = achieved,
        .label = sparsityName(r),
        .explanation =
            chartText(QT_TRANSLATE_NOOP(
                          "BenchCharts",
                          "%1: %2 GFLOP/s measured at %3 operations a byte, %4 of the roof, which %5 sets"))
                .arg(sparsityName(r), decimalText(achieved, 1), decimalText(intensity, 1),
                     percentText(report.ofRoof(r), 0), bound),
        .emphasised = r.own,
        .spread = std::pair{gflops(r.inferMs.upper), gflops(r.inferMs.lower)}};
}

}  // namespace

std::vector<XySeries> speedupSeries(const Report& report, const Theme& theme) {
    std::vector<XySeries> all;
    const std::vector<const Result*> sorted = bySparsity(report);
    for (const Work& work : works) {
        XySeries theoretical{
            .label = chartText(QT_TRANSLATE_NOOP("BenchCharts", "%1, theoretical")).arg(chartText(work.name)),
            .colour = theme.category(work.colour),
            .line = Qt::DashLine,
            .markers = false};
        XySeries measured{
            .label = chartText(QT_TRANSLATE_NOOP("BenchCharts", "%1, measured")).arg(chartText(work.name)),
            .legend = chartText(work.name),
            .colour = theme.category(work.colour)};
        for (const Result* r : sorted) {
            theoretical.points.push_back({.x = r->sparsity, .y = work.theoretical(*r)});
            measured.points.push_back(speedupPoint(work, *r));
        }
        all.push_back(std::move(theoretical));
        all.push_back(std::move(measured));
    }
    // Alone in the legend: what a dashed line means.
    all.push_back({.label = chartText(QT_TRANSLATE_NOOP("BenchCharts", "theoretical")),
                   .legend = chartText(QT_TRANSLATE_NOOP("BenchCharts", "theoretical")),
                   .colour = theme.mutedText(),
                   .line = Qt::DashLine,
                   .markers = false});
    return all;
}

std::vector<XySeries> rooflineSeries(const Report& report, const Theme& theme) {
    if (report.results.empty()) return {};
    XySeries points{.label = chartText(QT_TRANSLATE_NOOP("BenchCharts", "inference, measured")),
                    .legend = chartText(QT_TRANSLATE_NOOP("BenchCharts", "inference at each sparsity")),
                    .colour = theme.category(0),
                    .line = Qt::NoPen};
    const double peak = report.machine.peakGflops(report.request.threads);
    const double bandwidth = report.bandwidthGbS();
    double first = peak / bandwidth;
    double last = first;
    for (const Result* r : bySparsity(report)) {
        points.points.push_back(rooflinePoint(report, *r));
        first = std::min(first, points.points.back().x);
        last = std::max(last, points.points.back().x);
    }
    first /= roofMargin;
    last *= roofMargin;
    XySeries roof{.label = chartText(QT_TRANSLATE_NOOP("BenchCharts", "roof, measured")),
                  .legend = chartText(QT_TRANSLATE_NOOP("BenchCharts", "the machine's roof")),
                  .colour = theme.text(),
                  .markers = false,
                  .points = {{.x = first, .y = bandwidth * first},
                             {.x = peak / bandwidth, .y = peak},
                             {.x = last, .y = peak}}};
    return {std::move(roof), std::move(points)};
}

}  // namespace prunescope::ui
