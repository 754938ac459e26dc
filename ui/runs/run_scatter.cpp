#include "ui/runs/run_scatter.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/xy_chart.h"
#include "ui/runs/scatter_figures.h"
#include "ui/runs/test_quality.h"
#include "ui/support/combo_texts.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSettings>
#include <QSignalBlocker>
#include <QStringList>
#include <QVBoxLayout>
#include <algorithm>
#include <cstdint>

namespace prunescope::ui {
namespace {

constexpr int wordLines = 3;
constexpr int leastPlotLines = 7;

const QString axisSetting = QStringLiteral("runs/scatterAxis");
const QString qualitySetting = QStringLiteral("runs/scatterQuality");

ScatterAxis axisFrom(const QSettings& settings) {
    const QString key = settings.value(axisSetting).toString();
    for (const ScatterMeasure& measure : scatterMeasures()) {
        if (key == QLatin1String(measure.key)) return measure.axis;
    }
    return ScatterAxis::sparsity;
}

QString countOfRuns(std::size_t number) {
    return countText(static_cast<std::int64_t>(number));
}

}  // namespace

RunScatter::RunScatter(Theme& theme, QSettings& settings, QWidget* parent)
    : RunPicture(parent),
      theme_(theme),
      settings_(settings),
      axis_(axisFrom(settings)),
      wanted_(settings.value(qualitySetting).toString()),
      tools_(new QWidget(this)),
      qualityBox_(new QComboBox(tools_)),
      axisBox_(new QComboBox(tools_)),
      chart_(new XyChart(theme, this)) {
    axisBox_->setObjectName(QStringLiteral("scatterAxis"));
    qualityBox_->setObjectName(QStringLiteral("scatterQuality"));
    auto* row = new QHBoxLayout(tools_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(qualityBox_);
    row->addWidget(axisBox_);
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
    connectBoxes();
}

void RunScatter::connectBoxes() {
    connect(axisBox_, &QComboBox::currentIndexChanged, this,
            [this](int chosen) { setAxis(static_cast<ScatterAxis>(chosen)); });
    connect(qualityBox_, &QComboBox::currentIndexChanged, this, [this](int chosen) {
        const auto qualities = comparison_.qualities();
        const auto at = static_cast<std::size_t>(chosen);
        if (chosen >= 0 && at < qualities.size()) setQuality(*qualities[at]);
    });
}

QWidget* RunScatter::tools() {
    return tools_;
}

void RunScatter::setAxis(ScatterAxis axis) {
    if (axis == axis_) return;
    axis_ = axis;
    settings_.setValue(axisSetting, QLatin1String(measureOf(axis_).key));
    axisBox_->setCurrentIndex(static_cast<int>(axis_));
    refresh();
}

const run::QualityMeasure& RunScatter::usualQuality() const {
    return run::mainMeasure(comparison_.usualTask());
}

const run::QualityMeasure& RunScatter::quality() const {
    const auto qualities = comparison_.qualities();
    const auto chosen = std::find_if(qualities.begin(), qualities.end(), [this](const auto* each) {
        return wanted_ == QString::fromStdString(each->key);
    });
    return chosen == qualities.end() ? usualQuality() : **chosen;
}

void RunScatter::setQuality(const run::QualityMeasure& chosen) {
    // The usual one is not remembered: of other runs another one is usual.
    wanted_ = &chosen == &usualQuality() ? QString() : QString::fromStdString(chosen.key);
    settings_.setValue(qualitySetting, wanted_);
    refresh();
}

XyAxis RunScatter::yAxis() const {
    return testQualityAxis(quality(), RunComparison::unitOf(placed(comparison_, axes())));
}

void RunScatter::setComparison(const RunComparison& comparison) {
    comparison_ = comparison;
    refresh();
}

void RunScatter::refresh() {
    meeting_ = meetingGroups(comparison_, axes());
    nameBoxes();
    draw();
}

void RunScatter::retranslate() {
    axisBox_->setAccessibleName(tr("Horizontal axis"));
    axisBox_->setToolTip(
        tr("What the figure of the test is shown over: the share of weights that is pruned, what the weights "
           "take on disk, or how long one sample takes."));
    qualityBox_->setAccessibleName(tr("Vertical axis"));
    qualityBox_->setToolTip(
        tr("Which figure of the last test is shown. Runs that do not have it are left out."));
    nameBoxes();
    draw();
}

void RunScatter::nameBoxes() {
    QStringList axisNames;
    for (const ScatterMeasure& measure : scatterMeasures()) axisNames << measure.name();
    setComboTexts(*axisBox_, axisNames, static_cast<int>(axis_));
    const QSignalBlocker quiet(qualityBox_);
    qualityBox_->clear();
    const run::QualityMeasure& shown = quality();
    for (const run::QualityMeasure* each : comparison_.qualities()) {
        qualityBox_->addItem(testQualityTitle(*each));
        if (each == &shown) qualityBox_->setCurrentIndex(qualityBox_->count() - 1);
    }
}

void RunScatter::draw() {
    chart_->setAxes(xyAxisOf(axis_), yAxis());
    chart_->setTitle(
        tr("Measured runs that the table shows: %1 of %2")
            .arg(countOfRuns(placed(comparison_, axes()).size()), countOfRuns(comparison_.members.size())),
        tr("Each point is a run, in the colour of those that differ in seed and target sparsity alone; one "
           "that is ticked has a ring. A diamond is the mean over seeds, its bar one sample standard "
           "deviation either way.") +
            QLatin1Char(' ') + measureOf(axis_).front());
    chart_->setSeries(scatterSeries(comparison_, axes(), theme_));
    chart_->setRest(words(), wordLines);
}

/// What follows from the points, then how many runs are none of them.
QString RunScatter::words() const {
    QStringList parts;
    if (const QString said = verdict(); !said.isEmpty()) parts << said;
    const LeftOut left = leftOut(comparison_, axes());
    if (left.height > 0)
        parts << tr("Left out, since they have no %1: %2.")
                     .arg(qualityName(quality()), countOfRuns(left.height));
    if (const auto say = measureOf(axis_).left; say != nullptr && left.place > 0)
        parts << say(countOfRuns(left.place));
    return parts.join(QLatin1Char(' '));
}

QString RunScatter::verdict() const {
    const auto shown = placed(comparison_, axes());
    if (shown.size() < 2) return {};
    if (!RunComparison::areComparable(shown)) {
        return tr(
            "These runs were not tested on the same data, so that their figures cannot be compared: filter "
            "the table for one data set.");
    }
    if (meeting_.empty()) return measureOf(axis_).apart();
    return engineText(meetingText(comparison_, axes(), meeting_));
}

Poster RunScatter::poster(const RunComparison& comparison) const {
    const QString names = comparison.shortNames();
    const QString what = measureOf(axis_).title(testQualityTitle(quality()));
    return {.title = names.isEmpty() ? what : tr("%1: %2").arg(what, names),
            .subtitle = subtitleOf(comparison),
            .words = words(),
            .body = [this](QPainter& painter, Theme& light, const QSize& room) {
                paintPlots(
                    painter, light, room,
                    {{.title = {}, .x = xyAxisOf(axis_), .y = yAxis(), .series = [this](const Theme& theme) {
                          return scatterSeries(comparison_, axes(), theme);
                      }}});
            }};
}

bool RunScatter::saveFigures(const QString& path, QString& error) const {
    return writeText(path, QByteArray::fromStdString(scatterCsv(comparison_, axes())), error);
}

}  // namespace prunescope::ui
