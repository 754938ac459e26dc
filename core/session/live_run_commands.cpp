// How a live run answers its commands. Every function below returns the reason of a refusal, none when it
// has changed the run.

#include "base/error.h"
#include "run/audit_events.h"
#include "session/live_run.h"

namespace prunescope::session {
namespace {

/// The kind of the event that an action leaves when it is done.
struct KindOf {
    const char* operator()(const Pause&) const { return event::paused; }
    const char* operator()(const Resume&) const { return event::resumed; }
    const char* operator()(const Step&) const { return event::stepped; }
    const char* operator()(const Stop&) const { return event::stopRequested; }
    const char* operator()(const EditSchedule&) const { return event::scheduleEdited; }
    const char* operator()(const SetAttention&) const { return event::attentionSet; }
    const char* operator()(const Freeze&) const { return event::frozen; }
    const char* operator()(const Unfreeze&) const { return event::unfrozen; }
    const char* operator()(const SaveElsewhere&) const { return event::moved; }
    // What only looks leaves none.
    const char* operator()(const RequestTile&) const { return ""; }
    const char* operator()(const InspectWeight&) const { return ""; }
    const char* operator()(const PreviewMasks&) const { return ""; }
};

}  // namespace

void LiveRun::handleCommands() {
    // A step that was asked for is taken before the next command is looked at: what follows it finds it done.
    while (!stepOnce_) {
        mindRecording();
        if (pending_.empty()) pending_ = commands_.take();
        if (pending_.empty() && state_.paused && !stopping_) {
            waitPaused();
            continue;
        }
        if (pending_.empty()) return;
        CommandQueue::Entry entry = std::move(pending_.front());
        pending_.pop_front();
        decide(entry);
    }
}

/// Until a command is there, or it is time to look after the records again.
void LiveRun::waitPaused() {
    publish();
    const double since = clock_.steadyMs();
    do {
        pending_ = commands_.waitFor(std::chrono::milliseconds(250));
        mindRecording();
    } while (pending_.empty() && state_.paused);
    pausedMs_ += clock_.steadyMs() - since;
}

void LiveRun::decide(CommandQueue::Entry& entry) {
    const Command& command = entry.command;
    if (stopping_ && std::holds_alternative<Stop>(command.action)) {
        entry.answer.set_value({.accepted = true, .refusal = {}, .step = trainer_->step()});
        return;
    }
    Change change;
    CommandResult result{.accepted = false, .refusal = {}, .step = trainer_->step()};
    result.refusal = apply(command.action, change);
    result.accepted = result.refusal.empty();
    // The audit is for what changes the run, or was meant to.
    if (!onlyLooks(command.action)) {
        run::AuditEvent event{.kind = std::visit(KindOf{}, command.action),
                              .who = command.who,
                              .reason = command.reason,
                              .note = command.note,
                              .before = change.before,
                              .after = change.after};
        if (!result.accepted) {
            event.refusal = {std::move(event.kind), result.refusal};
            event.kind = run::refusedKind;
        }
        log(std::move(event));
    }
    // Who hears the answer finds its effect in the snapshot.
    if (result.accepted && !onlyLooks(command.action)) publish();
    entry.answer.set_value(result);
}

void LiveRun::refusePending(StepIndex step) {
    const Text refusal = Text::of("the run has ended");
    for (CommandQueue::Entry& entry : pending_) {
        entry.answer.set_value({.accepted = false, .refusal = refusal, .step = step});
    }
    pending_.clear();
    commands_.close(refusal, step);
}

Text LiveRun::apply(const Action& action, Change& change) {
    if (stopping_) return Text::of("the run is stopping");
    try {
        return std::visit([&](const auto& a) { return applyTo(a, change); }, action);
    } catch (const Error& e) {
        return e.whole();
    }
}

Text LiveRun::applyTo(const Pause&, Change& /*change*/) {
    // A run that waits for the disk goes on by itself, unless somebody asks that it stay paused.
    if (state_.paused && state_.pauseReason == PauseReason::asked)
        return Text::of("the run is paused already");
    state_.paused = true;
    state_.pauseReason = PauseReason::asked;
    return {};
}

Text LiveRun::applyTo(const Resume&, Change& /*change*/) {
    if (!state_.paused) return Text::of("the run is not paused");
    if (Text problem = recordingProblem(); !problem.empty()) return problem;
    state_.paused = false;
    return {};
}

Text LiveRun::applyTo(const Step&, Change& /*change*/) {
    if (Text problem = recordingProblem(); !problem.empty()) return problem;
    state_.paused = false;
    stepOnce_ = true;
    return {};
}

Text LiveRun::applyTo(const Stop&, Change& /*change*/) {
    stopping_ = true;
    state_.paused = false;
    return {};
}

Text LiveRun::replaceSchedule(const run::SparsitySchedule& next, Change& change) {
    prune::Pruner& pruner = trainer_->pruner();
    change.before = pruner.schedule();
    change.after = next;
    if (!pruner.prunes()) return Text::of("the method dense prunes nothing, so there is no schedule to edit");
    Text problem = pruner.editProblem(next, trainer_->step());
    if (problem.empty()) pruner.setSchedule(next);
    return problem;
}

Text LiveRun::applyTo(const EditSchedule& action, Change& change) {
    const run::SparsitySchedule before = trainer_->pruner().schedule();
    Text problem = replaceSchedule(action.schedule, change);
    if (!problem.empty()) return problem;
    // Another freeze point takes the place of the one that a freeze by hand has put off.
    if (action.schedule.freeze != before.freeze) plannedFreeze_.reset();
    if (action.schedule.target != before.target) state_.askedTarget = action.schedule.target;
    return {};
}

Text LiveRun::applyTo(const SetAttention& action, Change& change) {
    prune::Method& method = trainer_->pruner().method();
    run::AttentionStrengths strengths;
    for (std::size_t l = 0; l < trainer_->pruner().layers(); ++l)
        strengths.z.push_back(method.attentionStrength(LayerIndex{static_cast<std::int32_t>(l)}).value_or(0));
    change.before = strengths;
    // What is wanted, which the event of a refusal keeps as well.
    for (std::size_t l = 0; l < strengths.z.size(); ++l) {
        if (!action.layer || action.layer->index() == l) strengths.z[l] = action.strength;
    }
    change.after = strengths;
    method.setAttentionStrength(action.layer, action.strength);
    return {};
}

Text LiveRun::applyTo(const Freeze&, Change& change) {
    const prune::Pruner& pruner = trainer_->pruner();
    run::SparsitySchedule next = pruner.schedule();
    next.freeze = trainer_->step();
    change.before = pruner.schedule();
    change.after = next;
    if (!pruner.prunes()) return Text::of("the method dense prunes nothing, so there is no mask to freeze");
    if (pruner.phase() == run::Phase::exploitation || pruner.schedule().freeze <= trainer_->step()) {
        return Text::of("the mask is frozen already");
    }
    plannedFreeze_ = pruner.schedule().freeze;
    // Not checked as an edit: freezing before the target is reached is what the user asks for here.
    trainer_->pruner().setSchedule(next);
    return {};
}

Text LiveRun::applyTo(const Unfreeze& action, Change& change) {
    run::SparsitySchedule next = trainer_->pruner().schedule();
    const bool frozen = next.freeze <= trainer_->step();
    // A planned freeze that has passed in the meantime, or that the ramp has overtaken, cannot come any more.
    const StepIndex planned = plannedFreeze_.value_or(run::neverFrozen);
    const bool ahead = planned > trainer_->step() && planned >= next.end;
    next.freeze = action.freeze.value_or(ahead ? planned : run::neverFrozen);
    if (!frozen) {
        change.before = trainer_->pruner().schedule();
        change.after = next;
        return Text::of("the mask is not frozen");
    }
    Text problem = replaceSchedule(next, change);
    if (problem.empty()) plannedFreeze_.reset();
    return problem;
}

Text LiveRun::applyTo(const PreviewMasks& action, Change& /*change*/) {
    prune::Pruner& pruner = trainer_->pruner();
    run::SparsitySchedule asked = pruner.schedule();
    asked.initial = 0;
    asked.target = action.sparsity;
    if (Text problem = run::scheduleProblem(asked); !problem.empty()) return problem;
    if (!pruner.prunes()) return Text::of("the method dense prunes nothing, so there is nothing to preview");
    if (Text problem = pruner.sparsityProblem(action.sparsity); !problem.empty()) return problem;
    state_.preview = std::make_shared<const MaskPreview>(MaskPreview{
        .sparsity = action.sparsity, .step = trainer_->step(), .kept = pruner.keptAt(action.sparsity)});
    publish();
    return {};
}

}  // namespace prunescope::session
