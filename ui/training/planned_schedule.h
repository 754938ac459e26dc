#pragma once

#include "run/outlook.h"
#include "view/curve.h"

#include <optional>

namespace prunescope::ui {

/// The sparsity that a run will have from its last step to its end, as a curve: what the schedule asks for,
/// as far as the masks will follow it (`run::Outlook`). The times of steps to come are estimated from the
/// speed so far.
class PlannedSchedule {
public:
    struct Outlook {
        run::SparsitySchedule schedule;
        run::MaskState masks;
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
    /// Whether the curve that stands tells the same of the steps to come.
    bool tells(const Outlook& outlook) const;

    std::optional<Outlook> planned_;
    view::Timeline times_;
    view::Curve curve_;
};

}  // namespace prunescope::ui
