#include "ui/runs/run_scatter.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/xy_chart.h"
#include "ui/runs/scatter_figures.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QVBoxLayout>
#include <cstdint>

namespace prunescope::ui {
namespace {

constexpr int wordLines = 3;
constexpr int leastPlotLines = 7;

}  // namespace

RunScatter::RunScatter(Theme& theme, QWidget* parent)
    : RunPicture(parent), theme_(theme), chart_(new XyChart(theme, this)) {
    chart_->setObjectName(QStringLiteral("runsScatter"));
    chart_->offerMenu(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(chart_);
    auto* plot = chart_->findChild<XyPlot*>();
    // The table above needs its room, too.
    plot->setMinimumHeight(leastPlotLines * plot->fontMetrics().height());
    setFocusProxy(plot);
    connect(plot, &XyPlot::activated, this, &RunPicture::runChosen);
    connect(&images_, &TestImages::changed, this, [this] {
        wantImages();
        showWords();
    });
    retranslate();
}

XyAxis RunScatter::xAxis() {
    return {.title = tr("sparsity (achieved, measured)"), .kind = view::AxisKind::percent};
}

XyAxis RunScatter::yAxis() {
    return {.title = tr("test accuracy (measured)"), .kind = view::AxisKind::percent};
}

void RunScatter::setComparison(const RunComparison& comparison) {
    comparison_ = comparison;
    meeting_ = meetingGroups(comparison_);
    wantImages();
    draw();
}

/// Of the runs that are compared in words.
void RunScatter::wantImages() {
    std::vector<store::RunSummary> runs;
    for (const std::size_t group : meeting_) {
        for (const std::size_t i : comparison_.groups[group].members)
            runs.push_back(comparison_.members[i].run);
    }
    images_.want(runs);
}

void RunScatter::retranslate() {
    chart_->setAxes(xAxis(), yAxis());
    draw();
}

void RunScatter::draw() {
    const auto count = [](std::size_t number) { return countText(static_cast<std::int64_t>(number)); };
    chart_->setTitle(
        tr("Measured runs that the table shows: %1 of %2")
            .arg(count(comparison_.measured()), count(comparison_.members.size())),
        tr("Each point is a run, in the colour of those that differ in seed and target sparsity alone; one "
           "that is ticked has a ring. A diamond is the mean over seeds, its bar one sample standard "
           "deviation either way. No run is both sparser and more accurate than one on the Pareto front."));
    chart_->setSeries(scatterSeries(comparison_, theme_));
    showWords();
}

QString RunScatter::words() const {
    if (comparison_.measured() < 2) return {};
    if (!comparison_.oneDataset) {
        return tr(
            "These runs are of several data sets, whose accuracies cannot be compared: filter the table "
            "for one of them.");
    }
    if (meeting_.empty()) return tr("No two groups of runs have the same sparsity.");
    return engineText(
        meetingText(comparison_, meeting_, [this](const std::string& id) { return images_.of(id); }));
}

void RunScatter::showWords() {
    chart_->setRest(words(), wordLines);
}

Poster RunScatter::poster(const RunComparison& comparison) const {
    const QString names = comparison.shortNames();
    const QString what = tr("Test accuracy over sparsity");
    return {.title = names.isEmpty() ? what : tr("%1: %2").arg(what, names),
            .subtitle = subtitleOf(comparison),
            .words = words(),
            .body = [this](QPainter& painter, Theme& light, const QSize& room) {
                paintPlots(painter, light, room,
                           {{.title = {}, .x = xAxis(), .y = yAxis(), .series = [this](const Theme& theme) {
                                 return scatterSeries(comparison_, theme);
                             }}});
            }};
}

bool RunScatter::saveFigures(const QString& path, QString& error) const {
    return writeText(path, QByteArray::fromStdString(scatterCsv(comparison_)), error);
}

}  // namespace prunescope::ui
