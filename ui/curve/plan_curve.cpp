#include "ui/curve/plan_curve.h"

#include "ui/curve/schedule_curve.h"

#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

/// How many moments the curve tells apart: an arrow key moves by a thousandth of the run.
constexpr std::int64_t moments = 1000;

double shareOf(StepIndex moment) {
    return moment == run::neverFrozen ? 1.0 : static_cast<double>(moment.value) / moments;
}

/// What was not touched stays as it was written, finer than the curve or not.
void takeMoved(double& share, StepIndex before, StepIndex after) {
    if (before != after) share = shareOf(after);
}

run::ScheduleConfig bent(run::ScheduleConfig plan, const run::SparsitySchedule& before,
                         const run::SparsitySchedule& after) {
    takeMoved(plan.start, before.start, after.start);
    takeMoved(plan.end, before.end, after.end);
    takeMoved(plan.freeze, before.freeze, after.freeze);
    plan.initial = after.initial;
    plan.target = after.target;
    plan.knots = after.knots;
    return plan;
}

}  // namespace

PlanCurve::PlanCurve(Theme& theme, QWidget* parent)
    : QWidget(parent), curve_(new ScheduleCurve(theme, draft_, this)) {
    curve_->setObjectName(QStringLiteral("planCurve"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(curve_);
    connect(curve_, &ScheduleCurve::draftEdited, this, &PlanCurve::take);
    retranslate();
}

void PlanCurve::setPlan(const run::ScheduleConfig& plan, std::int64_t epochs) {
    // What a hand has hold of is not taken out of it.
    if (curve_->isDragging()) return;
    plan_ = plan;
    draft_.setAxis({moments, static_cast<double>(epochs)});
    draft_.revert();
    draft_.setApplied(run::resolvedSchedule(plan, moments));
    curve_->refresh();
}

void PlanCurve::take() {
    if (curve_->isDragging() || !draft_.isChanged()) return;
    const run::SparsitySchedule before = draft_.applied();
    draft_.setApplied(draft_.draft());
    plan_ = bent(plan_, before, draft_.applied());
    emit edited();
}

void PlanCurve::retranslate() {
    curve_->setAccessibleName(tr("Planned sparsity"));
    curve_->setToolTip(
        tr("How sparse the network shall be over the run. Drag a handle, or choose one with Tab and move it "
           "with the arrow keys; Shift moves ten times as far. It can still be bent while the run goes on."));
}

}  // namespace prunescope::ui
