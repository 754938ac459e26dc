#pragma once

#include "run/run_config.h"
#include "ui/curve/schedule_draft.h"

#include <QWidget>

namespace prunescope::ui {

class ScheduleCurve;
class Theme;

/// The schedule of a run that has not begun, bent with the same hand as that of one that goes on. Its moments
/// are shares of the run; the axis is read in epochs.
class PlanCurve : public QWidget {
    Q_OBJECT
public:
    explicit PlanCurve(Theme& theme, QWidget* parent = nullptr);

    void setPlan(const run::ScheduleConfig& plan, std::int64_t epochs);
    const run::ScheduleConfig& plan() const { return plan_; }
    ScheduleCurve& curve() const { return *curve_; }
    void retranslate();

signals:
    /// By hand, to a schedule that can be followed.
    void edited();

private:
    void take();

    run::ScheduleConfig plan_;
    ScheduleDraft draft_;
    ScheduleCurve* curve_;
};

}  // namespace prunescope::ui
