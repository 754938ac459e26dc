#include "session/command_desk.h"

#include "base/error.h"
#include "run/audit_events.h"

#include <utility>

namespace prunescope::session {
namespace {

/// The option that `SetAttention` sets.
constexpr std::string_view strengthOption = "z";

/// The kind of the event that an action leaves when it is done.
struct KindOf {
    const char* operator()(const Pause&) const { return event::paused; }
    const char* operator()(const Resume&) const { return event::resumed; }
    const char* operator()(const Step&) const { return event::stepped; }
    const char* operator()(const SaveState&) const { return event::stateSaved; }
    const char* operator()(const Stop&) const { return event::stopRequested; }
    const char* operator()(const EditSchedule&) const { return event::scheduleEdited; }
    const char* operator()(const SetAttention&) const { return event::attentionSet; }
    const char* operator()(const Freeze&) const { return event::frozen; }
    const char* operator()(const Unfreeze&) const { return event::unfrozen; }
    const char* operator()(const SaveElsewhere&) const { return event::moved; }
};

/// A pause is saved where it is waited in, and a stop when the run begins to end.
bool changesTheState(const Action& action) {
    return !std::holds_alternative<Pause>(action) && !std::holds_alternative<Resume>(action) &&
           !std::holds_alternative<Step>(action) && !std::holds_alternative<Stop>(action);
}

}  // namespace

CommandDesk::CommandDesk(CommandQueue& queue, train::Trainer& trainer, RunControl& control, AuditLog& log,
                         RecordKeeping& keeping, WeightLens& lens, const Clock& clock, Run run)
    : queue_(queue),
      trainer_(trainer),
      control_(control),
      log_(log),
      keeping_(keeping),
      lens_(lens),
      clock_(clock),
      run_(std::move(run)) {}

void CommandDesk::serve() {
    redoDecisions();
    // A step that was asked for is taken before the next command is looked at: what follows it finds it done.
    while (!control_.stepOnce) {
        const bool catchingUp = log_.ledger().catchesUpWith().has_value();
        if (!catchingUp && keeping_.look()) run_.publish();
        if (pending_.empty()) pending_ = queue_.take();
        if (pending_.empty() && control_.paused && !control_.stopping) {
            waitPaused();
            continue;
        }
        if (pending_.empty()) return;
        CommandQueue::Entry entry = std::move(pending_.front());
        pending_.pop_front();
        try {
            std::visit([this](auto& asked) { handle(asked); }, entry);
        } catch (...) {
            // The run ends with this; whoever waits is told so.
            pending_.push_front(std::move(entry));
            throw;
        }
    }
}

/// Until a command is there, or it is time to look after the records again.
void CommandDesk::waitPaused() {
    run_.saveState();
    run_.publish();
    const double since = clock_.steadyMs();
    do {
        pending_ = queue_.waitFor(std::chrono::milliseconds(250));
        if (keeping_.look()) run_.publish();
    } while (pending_.empty() && control_.paused);
    pausedMs_ += clock_.steadyMs() - since;
}

void CommandDesk::redoDecisions() {
    while (const auto event = log_.ledger().takeDecision(trainer_.step())) {
        redo(*event);
        run_.redone();
    }
}

void CommandDesk::redo(const run::AuditEvent& event) {
    Text problem;
    Change change;
    if (const auto* schedule = std::get_if<run::SparsitySchedule>(&event.after)) {
        if (event.kind == event::scheduleEdited) problem = applyTo(EditSchedule{*schedule}, change);
        if (event.kind == event::frozen) problem = applyTo(Freeze{}, change);
        if (event.kind == event::unfrozen) problem = applyTo(Unfreeze{schedule->freeze}, change);
    }
    const auto* strengths = std::get_if<run::AttentionStrengths>(&event.after);
    for (std::size_t l = 0;
         strengths != nullptr && event.kind == event::attentionSet && l < strengths->z.size(); ++l) {
        problem = applyTo(SetAttention{LayerIndex{static_cast<std::int32_t>(l)}, strengths->z[l]}, change);
    }
    if (problem.empty()) return;
    throw RecordDiffers({.step = event.step,
                         .table = run::tableOf(event),
                         .field = "kind",
                         .expected = event.kind,
                         .found = problem.english()},
                        Text::of("what was decided there cannot be done again: {}", problem),
                        Text::of("Start a new run; nothing was changed."));
}

void CommandDesk::handleWhileCatchingUp(CommandEntry& entry, StepIndex recordedUntil) {
    CommandResult result{.accepted = false, .refusal = {}, .step = trainer_.step()};
    result.accepted = std::holds_alternative<Stop>(entry.command.action);
    if (result.accepted) control_.stopping = control_.interrupted = true;
    if (!result.accepted)
        result.refusal =
            Text::of("the run catches up with its record first, until step {}", recordedUntil.value);
    entry.answer.set_value(result);
}

void CommandDesk::handle(CommandEntry& entry) {
    if (const auto until = log_.ledger().catchesUpWith()) return handleWhileCatchingUp(entry, *until);
    const Command& command = entry.command;
    if (control_.stopping && std::holds_alternative<Stop>(command.action)) {
        entry.answer.set_value({.accepted = true, .refusal = {}, .step = trainer_.step()});
        return;
    }
    Change change;
    CommandResult result{.accepted = false, .refusal = {}, .step = trainer_.step()};
    result.refusal = apply(command.action, change);
    result.accepted = result.refusal.empty();
    run::AuditEvent event{.kind = std::visit(KindOf{}, command.action),
                          .who = command.who,
                          .reason = command.reason,
                          .note = command.note,
                          .before = change.before,
                          .after = change.after};
    if (!result.accepted) {
        event.refusal = {std::move(event.kind), result.refusal};
        event.kind = event::refused;
    }
    log_.add(std::move(event));
    // Who hears the answer finds its effect in the snapshot.
    if (result.accepted && changesTheState(command.action)) run_.saveState();
    if (result.accepted) run_.publish();
    entry.answer.set_value(result);
}

void CommandDesk::handle(QueryEntry& entry) {
    QueryAnswer answer =
        std::visit([this](const auto& query) -> QueryAnswer { return lens_.answer(query); }, entry.query);
    // A picture that is watched stands in the snapshots as well.
    if (std::holds_alternative<WatchWeights>(entry.query)) run_.publish();
    entry.answer.set_value(std::move(answer));
}

void CommandDesk::close(StepIndex step) {
    queue_.close(std::exchange(pending_, {}), Text::of("the run has ended"), step);
}

Text CommandDesk::apply(const Action& action, Change& change) {
    if (control_.stopping) return Text::of("the run is stopping");
    try {
        return std::visit([&](const auto& a) { return applyTo(a, change); }, action);
    } catch (const Error& e) {
        return e.whole();
    }
}

Text CommandDesk::applyTo(const Pause&, Change& /*change*/) {
    // A run that waits for the disk goes on by itself, unless somebody asks that it stay paused.
    if (control_.paused && control_.pauseReason == PauseReason::asked)
        return Text::of("the run is paused already");
    control_.pause(PauseReason::asked);
    return {};
}

Text CommandDesk::applyTo(const Resume&, Change& /*change*/) {
    if (!control_.paused) return Text::of("the run is not paused");
    if (Text problem = keeping_.problem(); !problem.empty()) return problem;
    control_.paused = false;
    return {};
}

Text CommandDesk::applyTo(const Step&, Change& /*change*/) {
    if (Text problem = keeping_.problem(); !problem.empty()) return problem;
    control_.paused = false;
    control_.stepOnce = true;
    return {};
}

Text CommandDesk::applyTo(const SaveState&, Change& /*change*/) {
    if (keeping_.keeper() == nullptr) return Text::of("this run is not kept in a folder");
    return {};
}

Text CommandDesk::applyTo(const Stop&, Change& /*change*/) {
    control_.stopping = true;
    control_.paused = false;
    return {};
}

Text CommandDesk::replaceSchedule(const run::SparsitySchedule& next, Change& change) {
    prune::Pruner& pruner = trainer_.pruner();
    change.before = pruner.schedule();
    change.after = next;
    if (!pruner.prunes()) return Text::of("the method dense prunes nothing, so there is no schedule to edit");
    Text problem = pruner.editLimits(trainer_.step()).scheduleProblem(next);
    if (problem.empty()) pruner.setSchedule(next);
    return problem;
}

Text CommandDesk::applyTo(const EditSchedule& action, Change& change) {
    const run::SparsitySchedule before = trainer_.pruner().schedule();
    Text problem = replaceSchedule(action.schedule, change);
    if (!problem.empty()) return problem;
    // Another freeze point takes the place of the one that a freeze by hand has put off.
    if (action.schedule.freeze != before.freeze) control_.plannedFreeze.reset();
    if (action.schedule.target != before.target) control_.askedTarget = action.schedule.target;
    return {};
}

Text CommandDesk::applyTo(const SetAttention& action, Change& change) {
    prune::Method& method = trainer_.pruner().method();
    run::AttentionStrengths strengths;
    for (std::size_t l = 0; l < trainer_.pruner().layers(); ++l)
        strengths.z.push_back(
            method.live(strengthOption, LayerIndex{static_cast<std::int32_t>(l)}).value_or(0));
    change.before = strengths;
    // What is wanted, which the event of a refusal keeps as well.
    for (std::size_t l = 0; l < strengths.z.size(); ++l) {
        if (!action.layer || action.layer->index() == l) strengths.z[l] = action.strength;
    }
    change.after = strengths;
    if (!method.live(strengthOption, LayerIndex{0})) return Text::of("this method has no attention strength");
    method.setLive(strengthOption, action.layer, action.strength);
    return {};
}

Text CommandDesk::applyTo(const Freeze&, Change& change) {
    const prune::Pruner& pruner = trainer_.pruner();
    run::SparsitySchedule next = pruner.schedule();
    next.freeze = trainer_.step();
    change.before = pruner.schedule();
    change.after = next;
    if (!pruner.prunes()) return Text::of("the method dense prunes nothing, so there is no mask to freeze");
    if (pruner.phase() == run::Phase::exploitation || pruner.schedule().freeze <= trainer_.step()) {
        return Text::of("the mask is frozen already");
    }
    control_.plannedFreeze = pruner.schedule().freeze;
    // Not checked as an edit: freezing before the target is reached is what the user asks for here.
    trainer_.pruner().setSchedule(next);
    return {};
}

Text CommandDesk::applyTo(const Unfreeze& action, Change& change) {
    run::SparsitySchedule next = trainer_.pruner().schedule();
    const bool frozen = next.freeze <= trainer_.step();
    // A planned freeze that has passed in the meantime, or that the ramp has overtaken, cannot come any more.
    const StepIndex planned = control_.plannedFreeze.value_or(run::neverFrozen);
    const bool ahead = planned > trainer_.step() && planned >= next.end;
    next.freeze = action.freeze.value_or(ahead ? planned : run::neverFrozen);
    if (!frozen) {
        change.before = trainer_.pruner().schedule();
        change.after = next;
        return Text::of("the mask is not frozen");
    }
    Text problem = replaceSchedule(next, change);
    if (problem.empty()) control_.plannedFreeze.reset();
    return problem;
}

Text CommandDesk::applyTo(const SaveElsewhere& action, Change& change) {
    run::RunKeeper* const keeper = keeping_.keeper();
    if (keeper == nullptr) return Text::of("this run is not kept in a folder");
    change.before = run::RecordingPlace{keeper->folder().string()};
    keeper->moveTo(action.parent);
    change.after = run::RecordingPlace{keeper->folder().string()};
    return {};
}

}  // namespace prunescope::session
