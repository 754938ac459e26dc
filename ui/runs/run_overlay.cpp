#include "ui/runs/run_overlay.h"

#include "ui/support/combo_texts.h"
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
    setComboTexts(*measureBox_,
                  {tr("Test accuracy"), tr("Validation accuracy"), tr("Test loss"), tr("Validation loss")},
                  testAccuracy);
    setComboTexts(*unitBox_, {tr("Steps"), tr("Epochs"), tr("Wall time (s)"), tr("Process time (s)")},
                  static_cast<int>(axis_.unit()));
    measureBox_->setAccessibleName(tr("Measure"));
    measureBox_->setToolTip(
        tr("What the left chart shows, measured on images that the network did not learn from."));
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

bool RunOverlay::showsQuality() const {
    const int measure = measureBox_->currentIndex();
    return measure == testAccuracy || measure == validationAccuracy;
}

/// Whether every run predicts a number: what it is judged by is an error then.
bool RunOverlay::showsErrors() const {
    return !runs_.empty() && std::all_of(runs_.begin(), runs_.end(), [](const OverlaidRun& run) {
        return run.history->task() == run::Task::regression;
    });
}

const view::Timeline& RunOverlay::timesOf(const view::RunHistory& history) const {
    const int measure = measureBox_->currentIndex();
    return measure == testAccuracy || measure == testLoss ? history.test().times : history.validation().times;
}

const view::Curve& RunOverlay::curveOf(const view::RunHistory& history) const {
    const int measure = measureBox_->currentIndex();
    const bool test = measure == testAccuracy || measure == testLoss;
    const view::EvaluationCurves& curves = test ? history.test() : history.validation();
    return showsQuality() ? curves.main() : curves.loss;
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
        measures.push_back({&timesOf(*history), &curveOf(*history)});
        sparsities.push_back({&history->steps(), &history->sparsity()});
    }
    return std::make_unique<Means>(Means{view::meanOverSeeds(measures), view::meanOverSeeds(sparsities)});
}

/// Few curves are named where they end.
void RunOverlay::nameEnds(std::vector<ChartSeries>& series) const {
    if (series.size() < 2 || series.size() > mostEndLabels) return;
    for (ChartSeries& each : series) each.endLabel = each.label;
}

void RunOverlay::rebuild() {
    const bool errors = showsQuality() && showsErrors();
    const QString name = !errors                                       ? measureBox_->currentText()
                         : measureBox_->currentIndex() == testAccuracy ? tr("Test RMSE")
                                                                       : tr("Validation RMSE");
    measure_->setTitle(tr("%1 (measured)").arg(name));
    measure_->setShare(showsQuality() && !errors);
    std::vector<ChartSeries> left;
    std::vector<ChartSeries> right;
    std::vector<std::unique_ptr<Means>> means;
    for (const OverlaidGroup& group : groups_) {
        means.push_back(meansOf(group));
        left.push_back(meanSeries(group, means.back()->measured));
        left.back().points = true;
        right.push_back(meanSeries(group, means.back()->sparsity));
    }
    for (const OverlaidRun& run : runs_) {
        left.push_back(measured(run));
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
