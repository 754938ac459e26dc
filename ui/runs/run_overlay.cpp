#include "ui/runs/run_overlay.h"

#include "ui/support/combo_texts.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

namespace prunescope::ui {
RunOverlay::RunOverlay(Theme& theme, QWidget* parent)
    : QWidget(parent),
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
    resetZoom_ = new QPushButton(row);
    resetZoom_->setObjectName(QStringLiteral("runsResetZoom"));
    layout->addWidget(measureBox_);
    layout->addWidget(unitLabel_);
    layout->addWidget(unitBox_);
    layout->addStretch(1);
    layout->addWidget(resetZoom_);
    connect(measureBox_, &QComboBox::currentIndexChanged, this, &RunOverlay::rebuild);
    connect(unitBox_, &QComboBox::currentIndexChanged, this,
            [this](int index) { axis_.setUnit(static_cast<view::TimeUnit>(std::max(0, index))); });
    connect(resetZoom_, &QPushButton::clicked, this, [this] { axis_.setZoom(std::nullopt); });
    return row;
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
    resetZoom_->setText(tr("Whole runs"));
    resetZoom_->setToolTip(
        tr("Shows the whole runs again; the wheel zooms, dragging moves, a double click resets."));
    sparsity_->setTitle(tr("Sparsity (achieved, measured)"));
    rebuild();
}

void RunOverlay::setRuns(std::vector<OverlaidRun> runs) {
    runs_ = std::move(runs);
    rebuild();
}

/// Both charts reach as far as the longest run.
void RunOverlay::showEnd() {
    view::Moment end;
    for (const OverlaidRun& run : runs_) {
        const view::Timeline& steps = run.history->steps();
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

ChartSeries RunOverlay::measured(const OverlaidRun& run) const {
    const int measure = measureBox_->currentIndex();
    const bool test = measure == testAccuracy || measure == testLoss;
    const bool loss = measure == testLoss || measure == validationLoss;
    const view::EvaluationCurves& curves = test ? run.history->test() : run.history->validation();
    return {.label = run.label,
            .colour = run.colour,
            .style = run.style,
            .width = run.width,
            .times = &curves.times,
            .curve = loss ? &curves.loss : &curves.accuracy,
            .points = true,
            .run = run.id};
}

void RunOverlay::rebuild() {
    const int measure = measureBox_->currentIndex();
    measure_->setTitle(tr("%1 (measured)").arg(measureBox_->currentText()));
    measure_->setShare(measure == testAccuracy || measure == validationAccuracy);
    std::vector<ChartSeries> left;
    std::vector<ChartSeries> right;
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
    showEnd();
    measure_->setSeries(std::move(left));
    sparsity_->setSeries(std::move(right));
}

}  // namespace prunescope::ui
