#pragma once

#include "session/clock.h"
#include "session/record_ledger.h"
#include "train/trainer.h"

namespace prunescope::session {

/// The events of a live run: numbers them, and says when they happened.
class AuditLog {
public:
    /// All must outlive it.
    AuditLog(const train::Trainer& trainer, RecordLedger& ledger, const Clock& clock)
        : trainer_(trainer), ledger_(ledger), clock_(clock) {}

    /// Fills in sequence, step, epoch and time.
    void add(run::AuditEvent event);
    /// As of a step that is over: events count the updates done before them.
    void addAt(StepIndex step, run::AuditEvent event);
    RecordLedger& ledger() const { return ledger_; }

private:
    const train::Trainer& trainer_;
    RecordLedger& ledger_;
    const Clock& clock_;
};

}  // namespace prunescope::session
