// The row of tools above the charts of the training page; what is chosen in it is remembered.
#include "ui/support/combo_texts.h"
#include "ui/support/flow_layout.h"
#include "ui/support/page.h"
#include "ui/support/plain_label.h"
#include "ui/training/training_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int startSmoothing = 90;  ///< per cent
constexpr int mostSmoothing = 99;

const QString unitKey = QStringLiteral("training/timeUnit");
const QString smoothingKey = QStringLiteral("training/smoothing");
const QString perLayerKey = QStringLiteral("training/perLayer");
const QString fromZeroKey = QStringLiteral("training/fromZero");
const QString logarithmicKey = QStringLiteral("training/logarithmic");

}  // namespace

QWidget* TrainingPage::makeTools() {
    auto* row = new QWidget(charts_);
    auto* layout = new FlowLayout(row);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    measure_ = new QComboBox(row);
    unit_ = new QComboBox(row);
    auto* smoothing = new QWidget(row);
    smoothingLabel_ = new PlainLabel(smoothing);
    smoothing_ = new QSlider(Qt::Horizontal, smoothing);
    smoothingValue_ = new PlainLabel(smoothing);
    logarithmic_ = new QCheckBox(row);
    perLayer_ = new QCheckBox(row);
    follow_ = new QPushButton(row);
    follow_->setCheckable(true);
    resetZoom_ = new QPushButton(row);
    measure_->setObjectName(QStringLiteral("measure"));
    unit_->setObjectName(QStringLiteral("timeUnit"));
    smoothing_->setObjectName(QStringLiteral("smoothing"));
    logarithmic_->setObjectName(QStringLiteral("logarithmic"));
    perLayer_->setObjectName(QStringLiteral("perLayer"));
    follow_->setObjectName(QStringLiteral("followRun"));
    resetZoom_->setObjectName(QStringLiteral("resetZoom"));
    smoothingLabel_->setBuddy(smoothing_);
    smoothing_->setRange(0, mostSmoothing);
    smoothing_->setPageStep(10);
    smoothing_->setMinimumWidth(fontMetrics().averageCharWidth() * 8);
    smoothing_->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    smoothingValue_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.00")));
    auto* together = new QHBoxLayout(smoothing);
    together->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{smoothingLabel_, smoothing_, smoothingValue_})
        together->addWidget(widget);
    for (QWidget* widget : std::initializer_list<QWidget*>{measure_, unit_, smoothing, logarithmic_,
                                                           perLayer_, follow_, resetZoom_})
        layout->addWidget(widget);
    connect(measure_, &QComboBox::currentIndexChanged, this, &TrainingPage::buildMeasures);
    connect(unit_, &QComboBox::currentIndexChanged, this, [this](int index) {
        axis_.setUnit(static_cast<view::TimeUnit>(std::max(0, index)));
        saveChoices();
    });
    connect(perLayer_, &QCheckBox::toggled, this, [this] {
        buildSparsity();
        saveChoices();
    });
    connect(logarithmic_, &QCheckBox::toggled, this, &TrainingPage::setLogarithmic);
    connect(smoothing_, &QSlider::valueChanged, this, &TrainingPage::setSmoothing);
    connect(follow_, &QPushButton::clicked, this, &TrainingPage::startFollowing);
    connect(&axis_, &TimeAxis::followingChanged, follow_, &QPushButton::setChecked);
    connect(resetZoom_, &QPushButton::clicked, this, [this] { axis_.setZoom(std::nullopt); });
    connect(&axis_, &TimeAxis::changed, this, [this] { resetZoom_->setEnabled(axis_.zoom().has_value()); });
    resetZoom_->setEnabled(false);
    return row;
}

void TrainingPage::retranslateTools() {
    setComboTexts(*measure_, {tr("Accuracy"), tr("Loss")}, 0);
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
        tr("Draws loss and churn so that each factor of ten is equally high; zeros lie below the picture."));
    perLayer_->setText(tr("Sparsity per layer"));
    perLayer_->setToolTip(
        tr("Shows how sparse every single layer is: pruned weights over all of its weights."));
    follow_->setText(tr("Follow"));
    follow_->setToolTip(
        tr("Keeps the newest steps in sight while the run trains; dragging a chart or showing the whole run "
           "ends it."));
    resetZoom_->setText(tr("Whole run"));
    resetZoom_->setToolTip(tr("Ends the zoom; the wheel zooms, dragging moves, a double click resets."));
}

void TrainingPage::restoreChoices() {
    const QSettings& settings = context_.settings;
    const int unit = settings.value(unitKey, static_cast<int>(view::TimeUnit::epoch)).toInt();
    const int smoothing = settings.value(smoothingKey, startSmoothing).toInt();
    const bool perLayer = settings.value(perLayerKey, false).toBool();
    const bool logarithmic = settings.value(logarithmicKey, false).toBool();
    unit_->setCurrentIndex(std::clamp(unit, 0, unit_->count() - 1));
    smoothing_->setValue(smoothing);
    setSmoothing(smoothing_->value());
    perLayer_->setChecked(perLayer);
    logarithmic_->setChecked(logarithmic);
    measures_->setFromZero(settings.value(fromZeroKey, false).toBool());
    connect(measures_, &ChartPanel::fromZeroChanged, this,
            [this](bool fromZero) { context_.settings.setValue(fromZeroKey, fromZero); });
}

void TrainingPage::saveChoices() {
    context_.settings.setValue(unitKey, unit_->currentIndex());
    context_.settings.setValue(smoothingKey, smoothing_->value());
    context_.settings.setValue(perLayerKey, perLayer_->isChecked());
    context_.settings.setValue(logarithmicKey, logarithmic_->isChecked());
}

void TrainingPage::setSmoothing(int percent) {
    smoothingValue_->setText(QString::number(percent / 100.0, 'f', 2));
    measures_->setSmoothing(percent / 100.0);
    saveChoices();
}

void TrainingPage::setLogarithmic(bool logarithmic) {
    measures_->setLogarithmic(logarithmic && showsLoss());
    churn_->setLogarithmic(logarithmic);
    saveChoices();
}

}  // namespace prunescope::ui
