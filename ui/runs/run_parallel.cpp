#include "ui/runs/run_parallel.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/parallel_plot.h"
#include "ui/runs/parallel_figures.h"
#include "ui/runs/test_quality.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QPainter>
#include <QVBoxLayout>
#include <cstdint>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr int mostLegendRows = 2;

std::vector<ChartSeries> familyEntries(const RunComparison& comparison, const Theme& theme) {
    std::vector<ChartSeries> entries;
    bool others = false;
    for (const RunComparison::Family& family : comparison.families) {
        others = others || !family.slot;
        if (family.slot)
            entries.push_back({.label = family.name, .colour = comparison.colour(family, theme)});
    }
    if (others) entries.push_back({.label = RunParallel::tr("others"), .colour = theme.mutedText()});
    return entries;
}

}  // namespace

RunParallel::RunParallel(Theme& theme, QWidget* parent)
    : RunPicture(parent),
      theme_(theme),
      legend_(new ChartLegend(theme, this)),
      plot_(new ParallelPlot(theme, this)),
      place_(new ElidedLabel(this)) {
    plot_->setObjectName(QStringLiteral("runsParallel"));
    place_->setObjectName(QStringLiteral("runsParallelPlace"));
    place_->setForegroundRole(QPalette::PlaceholderText);
    legend_->setMostLines(mostLegendRows);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(legend_);
    layout->addWidget(plot_, 1);
    layout->addWidget(place_);
    setFocusProxy(plot_);
    connect(plot_, &ParallelPlot::pointed, this, &RunParallel::say);
    connect(plot_, &ParallelPlot::brushed, this, [this] { say({}); });
    connect(plot_, &ParallelPlot::activated, this, &RunPicture::runChosen);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void RunParallel::setComparison(const RunComparison& comparison) {
    comparison_ = comparison;
    draw();
}

void RunParallel::retranslate() {
    plot_->setAccessibleName(tr("Parallel coordinates"));
    draw();
}

void RunParallel::draw() {
    ParallelFigures figures = parallelFigures(comparison_, theme_);
    leftOut_ = figures.leftOut;
    legend_->setEntries(familyEntries(comparison_, theme_), {});
    plot_->setData(std::move(figures.axes), std::move(figures.lines));
    say({});
}

QString RunParallel::rest() const {
    const auto count = [](std::size_t number) { return countText(static_cast<std::int64_t>(number)); };
    QString words =
        tr("Measured runs that the table shows: %1 of %2, lit: %3. Drag on an axis to choose a "
           "part of it, click its title to turn it.")
            .arg(count(plot_->lines().size()), count(comparison_.members.size()), count(plot_->litLines()));
    if (leftOut_ > 0) {
        words += QLatin1Char(' ') +
                 tr("Left out, since they have no %1: %2.")
                     .arg(qualityName(run::mainMeasure(comparison_.usualTask())), count(leftOut_));
    }
    return words;
}

void RunParallel::say(const QString& words) {
    place_->setText(words.isEmpty() ? rest() : words);
    plot_->setAccessibleDescription(
        place_->text() + QLatin1Char(' ') +
        tr("Left and right go from axis to axis, up and down move the upper edge of its brush and with Shift "
           "the lower one, F turns the axis, Delete takes its brush away."));
}

/// Painted, not set as a palette: under a style sheet a palette that is set while the chart is hidden never
/// arrives.
void RunParallel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.surface());
}

Poster RunParallel::poster(const RunComparison& comparison) const {
    const QString names = comparison.shortNames();
    const QString what = tr("What the runs were asked for, and what they came to");
    return {.title = names.isEmpty() ? what : tr("%1: %2").arg(what, names),
            .subtitle = subtitleOf(comparison),
            .words = {},
            .body = [this](QPainter& painter, Theme& light, const QSize& room) {
                LegendEntries legend(light, painter.font());
                legend.set(familyEntries(comparison_, light), {});
                const LegendEntries::Layout entries = legend.layout(room.width());
                legend.draw(painter, entries);
                ParallelFigures figures = parallelFigures(comparison_, light);
                ParallelPlot plot(light);
                plot.setFont(painter.font());
                plot.resize(room.width(), room.height() - entries.height);
                plot.setData(std::move(figures.axes), std::move(figures.lines));
                plot.takeState(*plot_);
                painter.translate(0, entries.height);
                plot.draw(painter);
            }};
}

bool RunParallel::saveFigures(const QString& path, QString& error) const {
    return writeText(path, parallelCsv(parallelFigures(comparison_, theme_)), error);
}

}  // namespace prunescope::ui
