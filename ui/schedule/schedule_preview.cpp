#include "ui/schedule/schedule_preview.h"

#include "session/outlook.h"
#include "ui/curve/schedule_draft.h"
#include "ui/live/run_model.h"

#include <utility>

namespace prunescope::ui {
namespace {

constexpr int previewDelayMs = 150;

}  // namespace

SchedulePreview::SchedulePreview(RunModel& run, const ScheduleDraft& draft, std::function<bool()> isWanted,
                                 QObject* parent)
    : QObject(parent), run_(run), draft_(draft), isWanted_(std::move(isWanted)) {
    delay_.setSingleShot(true);
    delay_.setInterval(previewDelayMs);
    connect(&delay_, &QTimer::timeout, this, &SchedulePreview::ask);
}

void SchedulePreview::forget() {
    asked_.reset();
    answered_.reset();
}

run::Outlook SchedulePreview::outlook() const {
    return session::outlookUnder(draft_.shown(), *run_.snapshot());
}

bool SchedulePreview::standsStill() const {
    return outlook().isFrozen() && run_.snapshot()->phase == run::Phase::exploitation;
}

void SchedulePreview::ask() {
    if (!isWanted_() || !run::scheduleProblem(draft_.shown()).empty() || standsStill()) return;
    const double end = outlook().atEnd();
    if (asked_ == end) return;
    asked_ = end;
    run_.ask(session::PreviewMasks{end}, this, [this](const session::Answered<session::MaskPreview>& answer) {
        if (!answer.refusal.empty()) {
            emit refused(answer.refusal);
            return;
        }
        answered_ = answer.content;
        emit answered();
    });
}

std::shared_ptr<const session::MaskPreview> SchedulePreview::masks() const {
    if (!standsStill())
        return answered_ != nullptr && answered_->sparsity == outlook().atEnd() ? answered_ : nullptr;
    const auto now = run_.snapshot();
    auto same = std::make_shared<session::MaskPreview>();
    same->sparsity = now->sparsity;
    same->step = now->step;
    for (const run::LayerStatistic& layer : now->layers) same->kept.push_back(layer.kept);
    return same;
}

}  // namespace prunescope::ui
