// The overlay as a picture and as numbers in files.

#include "ui/charts/chart_export.h"
#include "ui/runs/run_overlay.h"
#include "ui/support/theme.h"

#include <QComboBox>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr std::size_t mostPosterPoints = 400;  ///< of a curve: as many as its picture has columns

/// A curve as a poster draws it, thinned to every so many values, the last one included.
std::vector<XyPoint> thinnedPoints(const ChartSeries& series, view::TimeUnit unit) {
    std::vector<XyPoint> points;
    const std::size_t size = std::min(series.curve->size(), series.times->size());
    const std::size_t every = std::max<std::size_t>(1, size / mostPosterPoints);
    for (std::size_t i = 0; i < size; ++i) {
        if (i % every != 0 && i + 1 != size) continue;
        XyPoint point{.x = series.times->at(unit, i), .y = series.curve->at(i)};
        if (series.low != nullptr) point.spread = std::pair{series.low->at(i), series.high->at(i)};
        points.push_back(std::move(point));
    }
    return points;
}

}  // namespace

/// The slot of the run or the group that a series stands for.
std::size_t RunOverlay::slotOf(const ChartSeries& series) const {
    for (const OverlaidRun& run : runs_) {
        if (run.label == series.label) return run.slot;
    }
    for (const OverlaidGroup& group : groups_) {
        if (group.label == series.label) return group.slot;
    }
    return 0;
}

std::vector<XySeries> RunOverlay::posterSeries(const ChartPanel& panel, const Theme& theme) const {
    std::vector<XySeries> all;
    const bool atEnds = panel.series().size() <= RunOverlay::mostEndLabels;
    for (const ChartSeries& series : panel.series()) {
        all.push_back({.label = series.label,
                       .legend = atEnds ? QString() : series.label,
                       .colour = theme.category(slotOf(series)),
                       .line = series.style,
                       .markers = series.points,
                       .points = thinnedPoints(series, axis_.unit()),
                       .band = series.low != nullptr,
                       .endLabel = atEnds ? series.label : QString()});
    }
    return all;
}

Poster RunOverlay::poster(const RunComparison& comparison) const {
    const auto kind = [](bool share) { return share ? view::AxisKind::percent : view::AxisKind::plain; };
    const auto plot = [this, kind](const ChartPanel* panel, const QString& title, bool share) {
        return PosterPlot{
            .title = title,
            .x = {.title = unitBox_->currentText()},
            .y = {.title = {}, .kind = kind(share)},
            .series = [this, panel](const Theme& theme) { return posterSeries(*panel, theme); }};
    };
    const QString names = comparison.shortNames();
    const QString what = tr("%1 and sparsity").arg(measureBox_->currentText());
    return {.title = names.isEmpty() ? what : tr("%1: %2").arg(what, names),
            .subtitle = subtitleOf(comparison),
            .words = groups_.empty() ? QString()
                                     : tr("Lines are means over seeds, bands one sample standard deviation "
                                          "either way."),
            .body = [this, plot](QPainter& painter, Theme& light, const QSize& room) {
                paintPlots(painter, light, room,
                           {plot(measure_, measureTitle(), showsShare()),
                            plot(sparsity_, tr("Sparsity (achieved, measured)"), true)});
            }};
}

bool RunOverlay::saveFigures(const QString& path, QString& error) const {
    std::vector<ExportedCurve> curves;
    for (const auto& [panel, what] :
         {std::pair{measure_, measureBox_->currentText()}, std::pair{sparsity_, tr("Sparsity")}}) {
        for (const ChartSeries& series : panel->series())
            curves.push_back(
                {what + QStringLiteral(": ") + series.label, *series.times, *series.curve, series.run});
    }
    return writeCsv(path, curves, error);
}

}  // namespace prunescope::ui
