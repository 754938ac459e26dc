#include "session/run_guard.h"

#include "base/error.h"
#include "session/command.h"

#include <cmath>

namespace prunescope::session {

void RunGuard::failDiverged(const Text& where, const Text& problem) {
    const Text step = Text::of("step {}", trainer_.step().value);
    const Text place = where.empty() ? step : Text::of("{}: {}", step, where);
    log_.add({.kind = event::diverged, .who = run::byProgram, .note = Text::of("{}: {}", place, problem)});
    throw Error(
        place, problem,
        Text::of(
            "Lower optimizer.learning_rate or give learning_rate.warmup_epochs; what was recorded until here "
            "is kept."));
}

void RunGuard::requireFiniteLoss(double loss) {
    if (!std::isfinite(loss))
        failDiverged({}, Text::of("the training diverged: its loss is not a finite number"));
}

/// A network that holds what is no number has nothing more to tell, whatever its loss is: the run fails, and
/// says where.
void RunGuard::requireFiniteWeights() {
    const auto where = health_.measure(trainer_);
    if (where)
        failDiverged(*where, Text::of("the training diverged: there are values that are not finite numbers"));
}

/// Holding keeps what the network has learned at the sparsity that it has; a run that goes on to its target
/// would end with a network that guesses, and one that stops would end without the rest of its training.
void RunGuard::look(const train::StepResult& result) {
    const std::string& wanted = trainer_.config().pruning.onCollapse;
    for (Finding& finding : health_.look(trainer_, result)) {
        run::EventValues before;
        run::EventValues after;
        if (const auto held = wanted == "hold" ? heldRamp() : std::nullopt) {
            before = trainer_.pruner().schedule();
            after = *held;
            trainer_.pruner().setSchedule(*held);
            finding.found = Text::of("{}; the ramp is held at the sparsity of now", finding.found);
        } else if (wanted == "stop") {
            finding.found = Text::of("{}; the run is stopped for it", finding.found);
            verdict_ = finding.found;
            control_.stopping = true;
        }
        log_.add({.kind = finding.kind,
                  .who = run::byProgram,
                  .note = finding.found,
                  .before = std::move(before),
                  .after = std::move(after)});
    }
}

void RunGuard::judge(const run::Evaluation& test) {
    const auto finding = Health::judge(test);
    if (!finding) return;
    verdict_ = finding->found;
    log_.add({.kind = finding->kind, .who = run::byProgram, .note = finding->found});
}

/// The present ramp, ended at the sparsity that the masks have now; nothing when it is not under way.
std::optional<run::SparsitySchedule> RunGuard::heldRamp() const {
    const prune::Pruner& pruner = trainer_.pruner();
    const run::SparsitySchedule& now = pruner.schedule();
    const auto chosen = pruner.lastMaskUpdate();
    const bool exploring = pruner.prunes() && pruner.phase() == run::Phase::exploration;
    if (!exploring || !chosen || trainer_.step() < now.start) return std::nullopt;
    const double sparsity = run::sparsityAt(now, *chosen);
    if (sparsity >= now.target) return std::nullopt;
    run::SparsitySchedule held = now;
    if (held.shape == run::ScheduleShape::drawn) held.shape = run::ScheduleShape::linear;
    held.knots.clear();
    held.target = sparsity;
    held.end = trainer_.step();
    return held;
}

}  // namespace prunescope::session
