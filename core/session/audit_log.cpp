#include "session/audit_log.h"

#include <utility>

namespace prunescope::session {

void AuditLog::add(run::AuditEvent event) {
    addAt(trainer_.step(), std::move(event));
}

void AuditLog::addAt(StepIndex step, run::AuditEvent event) {
    event.sequence = ledger_.counts().events + 1;
    event.step = step;
    event.epoch = static_cast<double>(step.value) / static_cast<double>(trainer_.stepsPerEpoch());
    event.wallMs = clock_.wallMs();
    ledger_.record(event);
}

}  // namespace prunescope::session
