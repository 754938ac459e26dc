// How a live run answers its commands. Every function below returns the reason of a refusal, or "" when it
// has changed the run.

#include "base/error.h"
#include "run/record_json.h"
#include "session/live_run.h"

#include <fmt/format.h>

namespace prunescope::session {

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
        entry.answer.set_value({.accepted = true, .refusal = "", .step = trainer_->step()});
        return;
    }
    Change change;
    CommandResult result{.accepted = false, .refusal = "", .step = trainer_->step()};
    result.refusal = apply(command.action, change);
    result.accepted = result.refusal.empty();
    // The audit is for what changes the run, or was meant to.
    if (!onlyLooks(command.action)) {
        if (result.accepted) {
            log(change.kind, command.who, command.reason, change.before, change.after);
        } else {
            log(event::refused, command.who, result.refusal, change.before, change.after);
        }
    }
    entry.answer.set_value(result);
}

void LiveRun::refusePending(StepIndex step) {
    const std::string refusal = "the run has ended";
    for (CommandQueue::Entry& entry : pending_) {
        entry.answer.set_value({.accepted = false, .refusal = refusal, .step = step});
    }
    pending_.clear();
    commands_.close(refusal, step);
}

std::string LiveRun::apply(const Action& action, Change& change) {
    if (stopping_) return "the run is stopping";
    try {
        return std::visit([&](const auto& a) { return applyTo(a, change); }, action);
    } catch (const Error& e) {
        return e.what();
    }
}

std::string LiveRun::applyTo(const Pause&, Change& change) {
    // A run that waits for the disk goes on by itself, unless somebody asks that it stay paused.
    if (state_.paused && state_.pauseReason == PauseReason::asked) return "the run is paused already";
    state_.paused = true;
    state_.pauseReason = PauseReason::asked;
    change.kind = event::paused;
    return "";
}

std::string LiveRun::applyTo(const Resume&, Change& change) {
    if (!state_.paused) return "the run is not paused";
    if (std::string problem = recordingProblem(); !problem.empty()) return problem;
    state_.paused = false;
    change.kind = event::resumed;
    return "";
}

std::string LiveRun::applyTo(const Step&, Change& change) {
    if (std::string problem = recordingProblem(); !problem.empty()) return problem;
    state_.paused = false;
    stepOnce_ = true;
    change.kind = event::stepped;
    return "";
}

std::string LiveRun::applyTo(const Stop&, Change& change) {
    stopping_ = true;
    state_.paused = false;
    change.kind = event::stopRequested;
    return "";
}

std::string LiveRun::replaceSchedule(const run::SparsitySchedule& next, Change& change) {
    prune::Pruner& pruner = trainer_->pruner();
    change.before = run::scheduleToJsonText(pruner.schedule());
    change.after = run::scheduleToJsonText(next);
    if (!pruner.method().prunes()) return "the method dense prunes nothing, so there is no schedule to edit";
    const std::string problem = pruner.editProblem(next, trainer_->step());
    if (problem.empty()) pruner.setSchedule(next);
    return problem;
}

std::string LiveRun::applyTo(const EditSchedule& action, Change& change) {
    change.kind = event::scheduleEdited;
    return replaceSchedule(action.schedule, change);
}

std::string LiveRun::applyTo(const SetAttention& action, Change& change) {
    const auto strengths = [&] {
        std::string list;
        for (std::size_t l = 0; l < trainer_->pruner().layers(); ++l) {
            const auto z =
                trainer_->pruner().method().attentionStrength(LayerIndex{static_cast<std::int32_t>(l)});
            list += fmt::format("{}{}", l == 0 ? "" : ",", z.value_or(0));
        }
        return fmt::format(R"({{"z":[{}]}})", list);
    };
    change.kind = event::attentionSet;
    change.before = strengths();
    trainer_->pruner().method().setAttentionStrength(action.layer, action.strength);
    change.after = strengths();
    return "";
}

std::string LiveRun::applyTo(const Freeze&, Change& change) {
    const prune::Pruner& pruner = trainer_->pruner();
    if (pruner.phase() == run::Phase::exploitation || pruner.schedule().freeze <= trainer_->step()) {
        return "the mask is frozen already";
    }
    run::SparsitySchedule next = pruner.schedule();
    next.freeze = trainer_->step();
    change.kind = event::frozen;
    change.before = run::scheduleToJsonText(pruner.schedule());
    change.after = run::scheduleToJsonText(next);
    if (!pruner.method().prunes()) return "the method dense prunes nothing, so there is no mask to freeze";
    // Not checked as an edit: freezing before the target is reached is what the user asks for here.
    trainer_->pruner().setSchedule(next);
    return "";
}

std::string LiveRun::applyTo(const Unfreeze& action, Change& change) {
    const prune::Pruner& pruner = trainer_->pruner();
    if (pruner.schedule().freeze > trainer_->step()) return "the mask is not frozen";
    run::SparsitySchedule next = pruner.schedule();
    next.freeze = action.freeze;
    change.kind = event::unfrozen;
    return replaceSchedule(next, change);
}

std::string LiveRun::applyTo(const PreviewMasks& action, Change& /*change*/) {
    prune::Pruner& pruner = trainer_->pruner();
    run::SparsitySchedule asked = pruner.schedule();
    asked.initial = 0;
    asked.target = action.sparsity;
    if (std::string problem = run::scheduleProblem(asked); !problem.empty()) return problem;
    if (!pruner.method().prunes()) return "the method dense prunes nothing, so there is nothing to preview";
    if (std::string problem = pruner.sparsityProblem(action.sparsity); !problem.empty()) return problem;
    state_.preview = std::make_shared<const MaskPreview>(MaskPreview{
        .sparsity = action.sparsity, .step = trainer_->step(), .kept = pruner.keptAt(action.sparsity)});
    publish();
    return "";
}

}  // namespace prunescope::session
