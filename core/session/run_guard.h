#pragma once

#include "session/audit_log.h"
#include "session/health.h"
#include "session/run_control.h"
#include "train/trainer.h"

#include <optional>

namespace prunescope::session {

/// What a live run does about what `Health` finds: notes it, holds the ramp or stops where the configuration
/// says so, and ends a run that has diverged.
class RunGuard {
public:
    /// All must outlive it.
    RunGuard(train::Trainer& trainer, RunControl& control, AuditLog& log)
        : trainer_(trainer), control_(control), log_(log), health_(trainer) {}

    /// Both throw `Error` when the training has diverged.
    void requireFiniteLoss(double loss);
    void requireFiniteWeights();
    void look(const train::StepResult& result);
    /// Of a run that went to its end.
    void judge(const run::Evaluation& test);

    void visit(StateVisitor& visitor) { health_.visit(visitor); }

    /// What is to be known of a run that did not fail; becomes its message.
    const Text& verdict() const { return verdict_; }

private:
    [[noreturn]] void failDiverged(const Text& where, const Text& problem);
    std::optional<run::SparsitySchedule> heldRamp() const;

    train::Trainer& trainer_;
    RunControl& control_;
    AuditLog& log_;
    Health health_;
    Text verdict_;
};

}  // namespace prunescope::session
