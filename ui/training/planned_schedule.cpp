#include "ui/training/planned_schedule.h"

#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr std::int64_t points = 400;

view::Moment estimated(const PlannedSchedule::Outlook& outlook, std::int64_t step) {
    const auto share =
        static_cast<double>(step) / static_cast<double>(std::max<std::int64_t>(1, outlook.totalSteps));
    const double ratio =
        outlook.last.step > 0 ? static_cast<double>(step) / static_cast<double>(outlook.last.step) : 0;
    return {step, outlook.epochs * share, outlook.last.wallSeconds * ratio,
            outlook.last.processSeconds * ratio};
}

}  // namespace

bool PlannedSchedule::tells(const Outlook& outlook) const {
    return planned_ && planned_->schedule == outlook.schedule &&
           planned_->masks.phase == outlook.masks.phase && planned_->totalSteps == outlook.totalSteps &&
           planned_->epochs == outlook.epochs;
}

void PlannedSchedule::plan(const Outlook& outlook) {
    const bool same = tells(outlook);
    const std::int64_t gained = same ? outlook.last.step - planned_->last.step : 0;
    if (same && gained >= 0 && gained * points < outlook.totalSteps) return;
    clear();
    planned_ = outlook;
    const run::Outlook ahead(outlook.schedule, outlook.masks, StepIndex{outlook.totalSteps});
    const auto add = [&](const view::Moment& moment) {
        times_.append(moment);
        curve_.append(ahead.at(StepIndex{moment.step}));
    };
    if (outlook.last.step > 0) add(outlook.last);
    for (std::int64_t i = 0; i <= points; ++i) {
        const std::int64_t step = outlook.totalSteps * i / points;
        if (outlook.last.step == 0 || step > outlook.last.step) add(estimated(outlook, step));
    }
}

void PlannedSchedule::clear() {
    planned_.reset();
    times_ = {};
    curve_ = {};
}

}  // namespace prunescope::ui
