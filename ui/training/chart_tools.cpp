#include "ui/training/chart_tools.h"

#include "run/quality.h"
#include "ui/charts/time_axis.h"
#include "ui/support/combo_texts.h"
#include "ui/support/engine_text.h"
#include "ui/support/flow_layout.h"
#include "ui/support/plain_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <initializer_list>

namespace prunescope::ui {
namespace {

constexpr int startSmoothing = 90;  ///< per cent
constexpr int mostSmoothing = 99;

const QString unitKey = QStringLiteral("training/timeUnit");
const QString smoothingKey = QStringLiteral("training/smoothing");
const QString logarithmicKey = QStringLiteral("training/logarithmic");

}  // namespace

ChartTools::ChartTools(TimeAxis& axis, QSettings& settings, QWidget* parent)
    : QWidget(parent),
      axis_(axis),
      settings_(settings),
      measure_(new QComboBox(this)),
      unit_(new QComboBox(this)),
      logarithmic_(new QCheckBox(this)),
      charts_(new QPushButton(this)),
      follow_(new QPushButton(this)),
      resetZoom_(new QPushButton(this)) {
    measure_->setObjectName(QStringLiteral("measure"));
    unit_->setObjectName(QStringLiteral("timeUnit"));
    logarithmic_->setObjectName(QStringLiteral("logarithmic"));
    charts_->setObjectName(QStringLiteral("charts"));
    follow_->setObjectName(QStringLiteral("followRun"));
    resetZoom_->setObjectName(QStringLiteral("resetZoom"));
    follow_->setCheckable(true);
    resetZoom_->setEnabled(false);
    layOut();
    connectAll();
}

void ChartTools::makeSmoothing(QWidget& place) {
    smoothingLabel_ = new PlainLabel(&place);
    smoothing_ = new QSlider(Qt::Horizontal, &place);
    smoothingValue_ = new PlainLabel(&place);
    smoothing_->setObjectName(QStringLiteral("smoothing"));
    smoothingLabel_->setBuddy(smoothing_);
    smoothing_->setRange(0, mostSmoothing);
    smoothing_->setPageStep(10);
    smoothing_->setMinimumWidth(fontMetrics().averageCharWidth() * 8);
    smoothing_->setMaximumWidth(fontMetrics().averageCharWidth() * 10);
    smoothingValue_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.00")));
    auto* together = new QHBoxLayout(&place);
    together->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{smoothingLabel_, smoothing_, smoothingValue_})
        together->addWidget(widget);
}

void ChartTools::layOut() {
    auto* layout = new FlowLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    auto* smoothing = new QWidget(this);
    makeSmoothing(*smoothing);
    for (QWidget* widget : std::initializer_list<QWidget*>{measure_, unit_, smoothing, logarithmic_, charts_,
                                                           follow_, resetZoom_})
        layout->addWidget(widget);
}

void ChartTools::connectAll() {
    connect(measure_, &QComboBox::currentIndexChanged, this, &ChartTools::measureChanged);
    connect(unit_, &QComboBox::currentIndexChanged, this, [this](int index) {
        axis_.setUnit(static_cast<view::TimeUnit>(std::max(0, index)));
        save();
    });
    connect(logarithmic_, &QCheckBox::toggled, this, [this] {
        emit logarithmicToggled();
        save();
    });
    connect(smoothing_, &QSlider::valueChanged, this, &ChartTools::takeSmoothing);
    connect(follow_, &QPushButton::clicked, this, &ChartTools::followRequested);
    connect(&axis_, &TimeAxis::followingChanged, follow_, &QPushButton::setChecked);
    connect(resetZoom_, &QPushButton::clicked, this, [this] { axis_.setZoom(std::nullopt); });
    connect(&axis_, &TimeAxis::changed, this, [this] { resetZoom_->setEnabled(axis_.zoom().has_value()); });
}

std::optional<std::size_t> ChartTools::measure() const {
    const auto chosen = static_cast<std::size_t>(std::max(0, measure_->currentIndex()));
    return chosen < run::qualityMeasures(task_).size() ? std::optional(chosen) : std::nullopt;
}

void ChartTools::setTask(run::Task task) {
    if (task == task_) return;
    task_ = task;
    const QSignalBlocker once(measure_);
    nameMeasures();
    measure_->setCurrentIndex(0);
}

/// Those of the task, and the loss.
void ChartTools::nameMeasures() {
    QStringList names;
    for (const run::QualityMeasure& measure : run::qualityMeasures(task_)) names << engineWord(measure.title);
    names << tr("Loss");
    setComboTexts(*measure_, names, 0);
}

void ChartTools::offerCharts(QMenu& charts) {
    charts_->setMenu(&charts);
}

bool ChartTools::isLogarithmic() const {
    return logarithmic_->isChecked();
}

double ChartTools::smoothing() const {
    return smoothing_->value() / 100.0;
}

void ChartTools::setFollowing(bool possible, bool following) {
    follow_->setEnabled(possible);
    follow_->setChecked(following);
}

void ChartTools::restore() {
    const int unit = settings_.value(unitKey, static_cast<int>(view::TimeUnit::epoch)).toInt();
    const int smoothing = settings_.value(smoothingKey, startSmoothing).toInt();
    const bool logarithmic = settings_.value(logarithmicKey, false).toBool();
    unit_->setCurrentIndex(std::clamp(unit, 0, unit_->count() - 1));
    smoothing_->setValue(smoothing);
    takeSmoothing();
    logarithmic_->setChecked(logarithmic);
}

void ChartTools::takeSmoothing() {
    smoothingValue_->setText(QString::number(smoothing(), 'f', 2));
    emit smoothingChanged();
    save();
}

void ChartTools::save() {
    settings_.setValue(unitKey, unit_->currentIndex());
    settings_.setValue(smoothingKey, smoothing_->value());
    settings_.setValue(logarithmicKey, logarithmic_->isChecked());
}

void ChartTools::retranslate() {
    nameMeasures();
    setComboTexts(*unit_, {tr("Steps"), tr("Epochs"), tr("Wall (s)"), tr("Process (s)")},
                  static_cast<int>(axis_.unit()));
    measure_->setAccessibleName(tr("Measure"));
    measure_->setToolTip(tr("What the first chart shows."));
    unit_->setAccessibleName(tr("Time axis"));
    unit_->setToolTip(tr("What the horizontal axis counts; process time leaves pauses out."));
    smoothingLabel_->setText(tr("Smoothing"));
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothing_->setToolTip(
        tr("Weight of the past in the moving average of the training curve (debiased EMA)."));
    logarithmic_->setText(tr("Log axis"));
    logarithmic_->setToolTip(
        tr("Draws loss, churn and the size of updates so that each factor of ten is equally high; zeros lie "
           "below the picture."));
    charts_->setText(tr("Charts"));
    charts_->setToolTip(tr("Which charts stand in the column."));
    follow_->setText(tr("Follow"));
    follow_->setToolTip(
        tr("Keeps the newest steps in sight while the run trains; dragging a chart or showing the whole run "
           "ends it."));
    resetZoom_->setText(tr("Whole run"));
    resetZoom_->setToolTip(tr("Ends the zoom; the wheel zooms, dragging moves, a double click resets."));
}

}  // namespace prunescope::ui
