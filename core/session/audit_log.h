#pragma once

#include "run/run_sink.h"
#include "session/clock.h"
#include "train/trainer.h"

#include <cstdint>

namespace prunescope::session {

/// The events of a live run: numbers them, and says when they happened.
class AuditLog {
public:
    /// All must outlive it.
    AuditLog(const train::Trainer& trainer, run::RunSink& sink, const Clock& clock)
        : trainer_(trainer), sink_(sink), clock_(clock) {}

    /// Fills in sequence, step, epoch and time.
    void add(run::AuditEvent event);
    /// As of a step that is over: events count the updates done before them.
    void addAt(StepIndex step, run::AuditEvent event);

private:
    const train::Trainer& trainer_;
    run::RunSink& sink_;
    const Clock& clock_;
    std::int64_t events_ = 0;
};

}  // namespace prunescope::session
