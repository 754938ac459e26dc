#include "ui/runs/run_overlay.h"

#include "ui/runs/test_quality.h"
#include "ui/support/combo_texts.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace prunescope::ui {
RunOverlay::RunOverlay(Theme& theme, QWidget* parent)
    : RunPicture(parent),
      measure_(new ChartPanel(theme, axis_, this)),
      sparsity_(new ChartPanel(theme, axis_, this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(makeTools(), 0, 0, 1, 2);
    grid->addWidget(measure_, 1, 0);
    grid->addWidget(sparsity_, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    sparsity_->setShare(true);
    measure_->setFit(YFit::Kind::settled);
    measure_->setObjectName(QStringLiteral("runsMeasureChart"));
    sparsity_->setObjectName(QStringLiteral("runsSparsityChart"));
    retranslate();
}

QWidget* RunOverlay::makeTools() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    measureBox_ = new QComboBox(row);
    measureBox_->setObjectName(QStringLiteral("runsMeasure"));
    unitLabel_ = new PlainLabel(row);
    unitBox_ = new QComboBox(row);
    unitBox_->setObjectName(QStringLiteral("runsTimeUnit"));
    unitLabel_->setBuddy(unitBox_);
    meansBox_ = new QCheckBox(row);
    meansBox_->setObjectName(QStringLiteral("runsMeans"));
    meansBox_->setChecked(true);
    meansBox_->hide();
    resetZoom_ = new QPushButton(row);
    resetZoom_->setObjectName(QStringLiteral("runsResetZoom"));
    layout->addWidget(measureBox_);
    layout->addWidget(unitLabel_);
    layout->addWidget(unitBox_);
    layout->addWidget(meansBox_);
    layout->addStretch(1);
    layout->addWidget(resetZoom_);
    connectTools();
    return row;
}

void RunOverlay::connectTools() {
    connect(meansBox_, &QCheckBox::toggled, this, &RunOverlay::meansToggled);
    connect(measureBox_, &QComboBox::currentIndexChanged, this, &RunOverlay::rebuild);
    connect(unitBox_, &QComboBox::currentIndexChanged, this,
            [this](int index) { axis_.setUnit(static_cast<view::TimeUnit>(std::max(0, index))); });
    connect(resetZoom_, &QPushButton::clicked, this, [this] { axis_.setZoom(std::nullopt); });
}

void RunOverlay::retranslate() {
    nameMeasures();
    setComboTexts(*unitBox_, {tr("Steps"), tr("Epochs"), tr("Wall time (s)"), tr("Process time (s)")},
                  static_cast<int>(axis_.unit()));
    measureBox_->setAccessibleName(tr("Measure"));
    measureBox_->setToolTip(
        tr("What the left chart shows, measured on samples that the network did not learn from."));
    unitLabel_->setText(tr("Time axis"));
    unitBox_->setAccessibleName(tr("Time axis"));
    unitBox_->setToolTip(tr("What the horizontal axis counts; process time leaves pauses out."));
    meansBox_->setText(tr("Mean over seeds"));
    meansBox_->setToolTip(tr(
        "Draws runs that differ only in the seed as their mean, with a band of one sample standard deviation "
        "either way."));
    resetZoom_->setText(tr("Whole runs"));
    resetZoom_->setToolTip(
        tr("Shows the whole runs again; the wheel zooms, dragging moves, a double click resets."));
    sparsity_->setTitle(tr("Sparsity (achieved, measured)"));
    rebuild();
}

void RunOverlay::setRuns(std::vector<OverlaidRun> runs, std::vector<OverlaidGroup> groups) {
    runs_ = std::move(runs);
    groups_ = std::move(groups);
    findTask();
    rebuild();
}

void RunOverlay::offerMeans(bool offered) {
    meansBox_->setVisible(offered);
}

bool RunOverlay::wantsMeans() const {
    return meansBox_->isChecked();
}

/// Both charts reach as far as the longest run.
void RunOverlay::showEnd() {
    view::Moment end;
    std::vector<const view::RunHistory*> all;
    for (const OverlaidRun& run : runs_) all.push_back(run.history);
    for (const OverlaidGroup& group : groups_)
        all.insert(all.end(), group.histories.begin(), group.histories.end());
    for (const view::RunHistory* history : all) {
        const view::Timeline& steps = history->steps();
        if (steps.empty()) continue;
        const view::Moment last = steps.at(steps.size() - 1);
        end = {std::max(end.step, last.step), std::max(end.epoch, last.epoch),
               std::max(end.wallSeconds, last.wallSeconds),
               std::max(end.processSeconds, last.processSeconds)};
    }
    measure_->setLastMoment(end);
    sparsity_->setLastMoment(end);
}

void RunOverlay::refresh() {
    showEnd();
    measure_->refresh();
    sparsity_->refresh();
}

/// That of most curves, of two as many classes.
void RunOverlay::findTask() {
    std::size_t classes = 0;
    std::size_t numbers = 0;
    const auto count = [&](const view::RunHistory& history) {
        ++(history.task() == run::Task::regression ? numbers : classes);
    };
    for (const OverlaidRun& run : runs_) count(*run.history);
    for (const OverlaidGroup& group : groups_) count(*group.histories.front());
    const run::Task task = numbers > classes ? run::Task::regression : run::Task::classification;
    leftOut_ = std::min(numbers, classes);
    if (task == task_) return;
    task_ = task;
    nameMeasures();
}

/// What runs are judged by first, of each split, then the loss, then what else there is.
std::vector<RunOverlay::Measure> RunOverlay::measuresOf(run::Task task) {
    std::vector<Measure> all;
    for (const run::QualityMeasure& quality : run::qualityMeasures(task)) {
        for (const bool test : {true, false}) all.push_back({&quality, test});
        if (all.size() > 2) continue;
        for (const bool test : {true, false}) all.push_back({nullptr, test});
    }
    return all;
}

RunOverlay::Measure RunOverlay::measure() const {
    return measuresOf(task_)[static_cast<std::size_t>(std::max(0, measureBox_->currentIndex()))];
}

QString RunOverlay::measureName(const Measure& measure) const {
    if (measure.quality == nullptr) return measure.test ? tr("Test loss") : tr("Validation loss");
    if (measure.test) return testQualityTitle(*measure.quality);
    if (measure.quality == &run::mainMeasure(run::Task::classification)) return tr("Validation accuracy");
    return tr("Validation %1").arg(qualityName(*measure.quality));
}

void RunOverlay::nameMeasures() {
    QStringList names;
    for (const Measure& each : measuresOf(task_)) names << measureName(each);
    setComboTexts(*measureBox_, names, 0);
    // Another task may have fewer.
    const QSignalBlocker quiet(measureBox_);
    if (measureBox_->currentIndex() < 0) measureBox_->setCurrentIndex(0);
}

/// Of the numbers in the left chart, where all are counted in the same.
QString RunOverlay::unitOfMeasure() const {
    const Measure shown = measure();
    if (shown.quality == nullptr || shown.quality->unit != run::QualityUnit::target) return {};
    std::set<std::string> units;
    for (const OverlaidRun& run : runs_) {
        if (isShown(*run.history)) units.insert(run.unit);
    }
    for (const OverlaidGroup& group : groups_) {
        if (isShown(*group.histories.front())) units.insert(group.unit);
    }
    return units.size() == 1 ? QString::fromStdString(*units.begin()) : QString();
}

const view::Timeline& RunOverlay::timesOf(const view::RunHistory& history) const {
    return measure().test ? history.test().times : history.validation().times;
}

const view::Curve& RunOverlay::curveOf(const view::RunHistory& history) const {
    const Measure shown = measure();
    const view::EvaluationCurves& curves = shown.test ? history.test() : history.validation();
    if (shown.quality == nullptr) return curves.loss;
    const run::QualityMeasure* first = run::qualityMeasures(history.task()).data();
    return curves.quality[static_cast<std::size_t>(shown.quality - first)];
}

ChartSeries RunOverlay::measured(const OverlaidRun& run) const {
    return {.label = run.label,
            .colour = run.colour,
            .style = run.style,
            .width = run.width,
            .times = &timesOf(*run.history),
            .curve = &curveOf(*run.history),
            .points = true,
            .run = run.id};
}

ChartSeries RunOverlay::meanSeries(const OverlaidGroup& group, const view::SeedMean& mean) {
    return {.label = group.label,
            .colour = group.colour,
            .style = group.style,
            .width = group.width,
            .times = &mean.times,
            .curve = &mean.mean,
            .low = &mean.low,
            .high = &mean.high};
}

std::unique_ptr<RunOverlay::Means> RunOverlay::meansOf(const OverlaidGroup& group) const {
    std::vector<view::SeedCurve> measures;
    std::vector<view::SeedCurve> sparsities;
    for (const view::RunHistory* history : group.histories) {
        if (isShown(*history)) measures.push_back({&timesOf(*history), &curveOf(*history)});
        sparsities.push_back({&history->steps(), &history->sparsity()});
    }
    return std::make_unique<Means>(Means{view::meanOverSeeds(measures), view::meanOverSeeds(sparsities)});
}

bool RunOverlay::showsShare() const {
    const Measure shown = measure();
    return shown.quality != nullptr && shown.quality->unit == run::QualityUnit::share;
}

QString RunOverlay::measureTitle() const {
    const QString unit = unitOfMeasure();
    const QString name = measureBox_->currentText();
    QString title =
        unit.isEmpty() ? tr("%1 (measured)").arg(name) : tr("%1 in %2 (measured)").arg(name, unit);
    if (leftOut_ == 0) return title;
    return title + QStringLiteral(" · ") +
           tr("left out, of another task: %1").arg(countText(static_cast<std::int64_t>(leftOut_)));
}

/// Few curves are named where they end.
void RunOverlay::nameEnds(std::vector<ChartSeries>& series) const {
    if (series.size() < 2 || series.size() > mostEndLabels) return;
    for (ChartSeries& each : series) each.endLabel = each.label;
}

void RunOverlay::rebuild() {
    measure_->setTitle(measureTitle());
    measure_->setShare(showsShare());
    std::vector<ChartSeries> left;
    std::vector<ChartSeries> right;
    std::vector<std::unique_ptr<Means>> means;
    for (const OverlaidGroup& group : groups_) {
        means.push_back(meansOf(group));
        if (isShown(*group.histories.front())) {
            left.push_back(meanSeries(group, means.back()->measured));
            left.back().points = true;
        }
        right.push_back(meanSeries(group, means.back()->sparsity));
    }
    for (const OverlaidRun& run : runs_) {
        if (isShown(*run.history)) left.push_back(measured(run));
        right.push_back({.label = run.label,
                         .colour = run.colour,
                         .style = run.style,
                         .width = run.width,
                         .times = &run.history->steps(),
                         .curve = &run.history->sparsity(),
                         .run = run.id});
    }
    nameEnds(left);
    nameEnds(right);
    showEnd();
    measure_->setSeries(std::move(left));
    sparsity_->setSeries(std::move(right));
    // Only now does nobody draw from those of before.
    means_ = std::move(means);
}

}  // namespace prunescope::ui
