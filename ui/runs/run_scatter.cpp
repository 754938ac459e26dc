#include "ui/runs/run_scatter.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/xy_chart.h"
#include "ui/runs/scatter_figures.h"
#include "ui/support/combo_texts.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QComboBox>
#include <QSettings>
#include <QStringList>
#include <QVBoxLayout>
#include <cstdint>

namespace prunescope::ui {
namespace {

constexpr int wordLines = 3;
constexpr int leastPlotLines = 7;

const QString axisSetting = QStringLiteral("runs/scatterAxis");

ScatterAxis axisFrom(const QSettings& settings) {
    const QString key = settings.value(axisSetting).toString();
    for (const ScatterMeasure& measure : scatterMeasures()) {
        if (key == QLatin1String(measure.key)) return measure.axis;
    }
    return ScatterAxis::sparsity;
}

}  // namespace

RunScatter::RunScatter(Theme& theme, QSettings& settings, QWidget* parent)
    : RunPicture(parent),
      theme_(theme),
      settings_(settings),
      axis_(axisFrom(settings)),
      axisBox_(new QComboBox(this)),
      chart_(new XyChart(theme, this)) {
    axisBox_->setObjectName(QStringLiteral("scatterAxis"));
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
    retranslate();
    connect(axisBox_, &QComboBox::currentIndexChanged, this,
            [this](int chosen) { setAxis(static_cast<ScatterAxis>(chosen)); });
}

QWidget* RunScatter::tools() {
    return axisBox_;
}

void RunScatter::setAxis(ScatterAxis axis) {
    if (axis == axis_) return;
    axis_ = axis;
    settings_.setValue(axisSetting, QLatin1String(measureOf(axis_).key));
    axisBox_->setCurrentIndex(static_cast<int>(axis_));
    chart_->setAxes(xyAxisOf(axis_), yAxis());
    setComparison(RunComparison(comparison_));
}

XyAxis RunScatter::yAxis() {
    return {.title = tr("test accuracy (measured)"), .kind = view::AxisKind::percent};
}

void RunScatter::setComparison(const RunComparison& comparison) {
    comparison_ = comparison;
    meeting_ = meetingGroups(comparison_, axis_);
    draw();
}

void RunScatter::retranslate() {
    QStringList names;
    for (const ScatterMeasure& measure : scatterMeasures()) names << measure.name();
    setComboTexts(*axisBox_, names, static_cast<int>(axis_));
    axisBox_->setAccessibleName(tr("Horizontal axis"));
    axisBox_->setToolTip(
        tr("What the test accuracy is shown over: the share of weights that is pruned, what the weights take "
           "on disk, or how long one image takes."));
    chart_->setAxes(xyAxisOf(axis_), yAxis());
    draw();
}

void RunScatter::draw() {
    const auto count = [](std::size_t number) { return countText(static_cast<std::int64_t>(number)); };
    chart_->setTitle(
        tr("Measured runs that the table shows: %1 of %2")
            .arg(count(placed(comparison_, axis_)), count(comparison_.members.size())),
        tr("Each point is a run, in the colour of those that differ in seed and target sparsity alone; one "
           "that is ticked has a ring. A diamond is the mean over seeds, its bar one sample standard "
           "deviation either way.") +
            QLatin1Char(' ') + measureOf(axis_).front());
    chart_->setSeries(scatterSeries(comparison_, axis_, theme_));
    showWords();
}

/// What follows from the points, then how many runs are none of them.
QString RunScatter::words() const {
    QStringList parts;
    if (const QString said = verdict(); !said.isEmpty()) parts << said;
    const std::size_t left = comparison_.measured() - placed(comparison_, axis_);
    if (const auto say = measureOf(axis_).left; say != nullptr && left > 0)
        parts << say(countText(static_cast<std::int64_t>(left)));
    return parts.join(QLatin1Char(' '));
}

QString RunScatter::verdict() const {
    if (placed(comparison_, axis_) < 2) return {};
    if (!comparison_.oneDataset) {
        return tr(
            "These runs are of several data sets, whose accuracies cannot be compared: filter the table "
            "for one of them.");
    }
    if (meeting_.empty()) return measureOf(axis_).apart();
    return engineText(meetingText(comparison_, axis_, meeting_));
}

void RunScatter::showWords() {
    chart_->setRest(words(), wordLines);
}

Poster RunScatter::poster(const RunComparison& comparison) const {
    const QString names = comparison.shortNames();
    const QString what = measureOf(axis_).title();
    return {.title = names.isEmpty() ? what : tr("%1: %2").arg(what, names),
            .subtitle = subtitleOf(comparison),
            .words = words(),
            .body = [this](QPainter& painter, Theme& light, const QSize& room) {
                paintPlots(
                    painter, light, room,
                    {{.title = {}, .x = xyAxisOf(axis_), .y = yAxis(), .series = [this](const Theme& theme) {
                          return scatterSeries(comparison_, axis_, theme);
                      }}});
            }};
}

bool RunScatter::saveFigures(const QString& path, QString& error) const {
    return writeText(path, QByteArray::fromStdString(scatterCsv(comparison_, axis_)), error);
}

}  // namespace prunescope::ui
