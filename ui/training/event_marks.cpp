#include "ui/training/event_marks.h"

#include "session/command.h"
#include "ui/live/run_model.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "view/accuracy_drops.h"
#include "view/event_text.h"

#include <QCoreApplication>
#include <string>

namespace prunescope::ui {
namespace {

struct EventMarks {
    Q_DECLARE_TR_FUNCTIONS(EventMarks)
};

/// What went wrong stands in the chart in words, not only in a tip.
bool isFinding(const std::string& kind) {
    namespace kinds = session::event;
    return kind == kinds::failed || kind == kinds::collapseSuspected || kind == kinds::divergenceSuspected ||
           kind == kinds::diverged || kind == kinds::endedAtChance || kind == view::accuracyFell;
}

QString markText(const run::AuditEvent& event, run::Task task) {
    namespace kinds = session::event;
    if (event.kind == kinds::phaseChanged) return EventMarks::tr("Change of phase");
    if (event.kind == kinds::scheduleEdited) return EventMarks::tr("Schedule edited");
    if (event.kind == kinds::attentionSet) return EventMarks::tr("Attention strength set");
    if (event.kind == kinds::branched) return EventMarks::tr("Branched here");
    if (event.kind == kinds::extended) return EventMarks::tr("Asked to train longer");
    if (event.kind == kinds::frozen) return EventMarks::tr("Mask frozen");
    if (event.kind == kinds::unfrozen) return EventMarks::tr("Mask unfrozen");
    if (event.kind == kinds::collapseSuspected) return EventMarks::tr("Collapse suspected");
    if (event.kind == kinds::divergenceSuspected) return EventMarks::tr("Divergence suspected");
    if (event.kind == kinds::diverged) return EventMarks::tr("Training diverged");
    if (event.kind == kinds::endedAtChance) return EventMarks::tr("No better than guessing");
    if (event.kind == view::accuracyFell) {
        return task == run::Task::regression ? EventMarks::tr("Error rose") : EventMarks::tr("Accuracy fell");
    }
    if (event.kind == kinds::failed) return EventMarks::tr("The run failed");
    return {};
}

ChartMark markOf(const run::AuditEvent& event, const view::RunHistory& history) {
    const view::Timeline& steps = history.steps();
    QString text =
        markText(event, history.task()) + QLatin1Char('\n') +
        EventMarks::tr("step %1, epoch %2").arg(countText(event.step.value)).arg(decimalText(event.epoch, 2));
    if (const Text said = view::saidText(event); !said.empty()) text += QLatin1Char('\n') + engineText(said);
    view::Moment moment = steps.momentOf(event.step.value);
    moment.step = event.step.value;
    moment.epoch = event.epoch;
    ChartMark mark{.moment = moment, .text = text, .event = event.sequence};
    if (isFinding(event.kind)) mark.word = markText(event, history.task());
    mark.failure = event.kind == session::event::failed || event.kind == session::event::diverged;
    return mark;
}

}  // namespace

std::vector<ChartMark> eventMarks(const RunModel& run) {
    std::vector<ChartMark> marks;
    if (!run.hasRun()) return marks;
    for (const run::AuditEvent& event : run.events()) {
        if (!markText(event, run.history().task()).isEmpty()) marks.push_back(markOf(event, run.history()));
    }
    for (const run::AuditEvent& drop : view::dropEvents(run.history(), *run.header()))
        marks.push_back(markOf(drop, run.history()));
    return marks;
}

}  // namespace prunescope::ui
