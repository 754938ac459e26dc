#pragma once

#include "run/schedule.h"
#include "view/curve.h"

#include <optional>

namespace prunescope::ui {

/// The sparsity that the schedule asks for from a run's last step to its end, as a curve. The times of steps
/// to come are estimated from the speed so far.
class PlannedSchedule {
public:
    struct Outlook {
        run::SparsitySchedule schedule;
        std::int64_t totalSteps = 0;
        double epochs = 0;
        view::Moment last;  ///< what has been trained
    };

    /// Replaces the curve, unless what has been trained since could hardly be seen.
    void plan(const Outlook& outlook);
    /// Nothing lies ahead.
    void clear();

    const view::Timeline& times() const { return times_; }
    const view::Curve& curve() const { return curve_; }
    /// The run's end; the origin when nothing is planned.
    view::Moment end() const { return times_.empty() ? view::Moment{} : times_.at(times_.size() - 1); }

private:
    std::optional<Outlook> planned_;
    view::Timeline times_;
    view::Curve curve_;
};

}  // namespace prunescope::ui
