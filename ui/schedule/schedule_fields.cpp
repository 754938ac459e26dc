#include "ui/schedule/schedule_fields.h"

#include "ui/support/combo_texts.h"
#include "ui/support/engine_text.h"
#include "ui/support/number_field.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"
#include "view/schedule_formula.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <cmath>

namespace prunescope::ui {

ScheduleFields::ScheduleFields(Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      shapeLabel_(new PlainLabel(this)),
      initialLabel_(new PlainLabel(this)),
      targetLabel_(new PlainLabel(this)),
      startLabel_(new PlainLabel(this)),
      endLabel_(new PlainLabel(this)),
      shape_(new QComboBox(this)),
      freezes_(new QCheckBox(this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    shape_->setObjectName(QStringLiteral("shapeCombo"));
    freezes_->setObjectName(QStringLiteral("freezeCheck"));
    grid->addWidget(shapeLabel_, 0, 0);
    grid->addWidget(shape_, 1, 0);
    shapeLabel_->setBuddy(shape_);
    initial_ = field("initialField", initialLabel_, 2, 0);
    target_ = field("targetField", targetLabel_, 2, 1);
    start_ = field("startField", startLabel_, 4, 0);
    end_ = field("endField", endLabel_, 4, 1);
    freeze_ = field("freezeField", freezes_, 0, 1);
    for (NumberField* share : {initial_, target_}) {
        share->setRange(0, 100 * highestSparsity);
        share->setDecimals(2);
        share->setSuffix(QStringLiteral(" %"));
    }
    connect(shape_, &QComboBox::activated, this, &ScheduleFields::proposeShape);
    connect(initial_, &NumberField::valueChanged, this,
            [this](double v) { emit proposed(withLevels(shown_, v / 100, shown_.target)); });
    connect(target_, &NumberField::valueChanged, this,
            [this](double v) { emit proposed(withLevels(shown_, shown_.initial, v / 100)); });
    const auto connectStep = [this](NumberField* box, CurveHandle::Kind kind) {
        connect(box, &NumberField::valueChanged, this, [this, kind](double epoch) {
            const auto step = static_cast<double>(axis_.stepOf(epoch).value);
            emit proposed(placed(shown_, {kind}, {step, 0}, axis_));
        });
    };
    connectStep(start_, CurveHandle::Kind::start);
    connectStep(end_, CurveHandle::Kind::end);
    connectStep(freeze_, CurveHandle::Kind::freeze);
    connect(freezes_, &QCheckBox::toggled, this, [this](bool on) {
        run::SparsitySchedule next = shown_;
        next.freeze = on ? axis_.stepOf(freeze_->value()) : run::neverFrozen;
        emit proposed(next);
    });
    retranslate();
}

/// A label above its field; two columns, so that it fits a narrow dock.
NumberField* ScheduleFields::field(const char* name, QWidget* label, int row, int column) {
    auto* box = new NumberField(this);
    box->setObjectName(QLatin1String(name));
    box->setKeyboardTracking(false);
    box->setAlignment(Qt::AlignRight);
    if (auto* text = qobject_cast<QLabel*>(label)) text->setBuddy(box);
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->addWidget(label, row, column);
    grid->addWidget(box, row + 1, column);
    return box;
}

void ScheduleFields::setAxis(const RunAxis& axis) {
    axis_ = axis;
    // Fine enough for every single step.
    const int decimals =
        std::max(2, static_cast<int>(std::ceil(std::log10(std::max(1.0, axis.stepsPerEpoch())))));
    for (NumberField* box : {start_, end_, freeze_}) {
        const QSignalBlocker quiet(box);
        box->setDecimals(decimals);
        box->setRange(0, axis.epochs);
        box->setSingleStep(0.1);
    }
}

void ScheduleFields::show(const run::SparsitySchedule& schedule) {
    shown_ = schedule;
    const auto set = [](NumberField* box, double value) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    };
    const auto epoch = [this](StepIndex step) { return axis_.epochOf(static_cast<double>(step.value)); };
    shape_->setCurrentIndex(static_cast<int>(schedule.shape));
    set(initial_, 100 * schedule.initial);
    set(target_, 100 * schedule.target);
    set(start_, epoch(schedule.start));
    set(end_, epoch(schedule.end));
    const bool freezes = schedule.freeze != run::neverFrozen;
    const QSignalBlocker quiet(freezes_);
    freezes_->setChecked(freezes);
    // Switching it on again offers the end of the run.
    set(freeze_, freezes ? epoch(schedule.freeze) : axis_.epochs);
    freeze_->setEnabled(freezes && freezes_->isEnabled());
    showFormula();
}

void ScheduleFields::showFormula() {
    shape_->setToolTip(
        tr("How sparsity rises from start to end; cubic cuts much early and little late. Drawn: click its "
           "line in the chart of sparsity to add knots.") +
        QLatin1Char('\n') + engineText(view::scheduleFormula(shown_)));
}

/// Wrong is told by more than colour: the message says why, and the text stays to be mended.
void ScheduleFields::markCrossed(bool crossed) {
    for (NumberField* box : {start_, end_}) {
        QPalette colours = palette();
        if (crossed) colours.setColor(QPalette::Text, theme_.error());
        box->setPalette(colours);
    }
}

void ScheduleFields::setReadOnly(bool readOnly) {
    for (QWidget* w : std::initializer_list<QWidget*>{shape_, freezes_, initial_, target_, start_, end_}) {
        w->setEnabled(!readOnly);
    }
    freeze_->setEnabled(!readOnly && freezes_->isChecked());
}

void ScheduleFields::proposeShape(int index) {
    emit proposed(withShape(shown_, static_cast<run::ScheduleShape>(index)));
}

void ScheduleFields::retranslate() {
    QStringList shapes;
    for (const run::ScheduleShapeEntry& shape : run::scheduleShapes())
        shapes << engineText(shape.description.title);
    setComboTexts(*shape_, shapes, 0);
    shapeLabel_->setText(tr("Shape"));
    showFormula();
    initialLabel_->setText(tr("Initial sparsity"));
    initial_->setToolTip(tr("How sparse the network is before the ramp: p_i, the share of pruned weights."));
    targetLabel_->setText(tr("Target sparsity"));
    target_->setToolTip(tr("How sparse the network shall be in the end: p_f, the share of pruned weights."));
    startLabel_->setText(tr("Start (epoch)"));
    start_->setToolTip(tr("When the first weights are cut: t0."));
    endLabel_->setText(tr("End (epoch)"));
    end_->setToolTip(tr("When the target is reached: t1."));
    freezes_->setText(tr("Freeze (epoch)"));
    freezes_->setToolTip(
        tr("From this moment on no weight is cut or comes back, and the kept ones are trained "
           "to the end: t_f. Off: the mask never stands still."));
    freeze_->setToolTip(freezes_->toolTip());
    freeze_->setAccessibleName(freezes_->text());
}

}  // namespace prunescope::ui
