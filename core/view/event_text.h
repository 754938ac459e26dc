#pragma once

#include "base/text.h"
#include "run/audit_events.h"

#include <string>
#include <vector>

/// Audit events in words, for window, terminal and reports alike.
namespace prunescope::view {

/// What differs between the values before and after an event: "target 95 % → 90 %; end step 4,000 → step
/// 5,160". Of a refusal, what was asked for. Empty when the event has no values. `layers`: names of the
/// prunable layers, as far as they are known.
Text changeText(const run::AuditEvent& event, const std::vector<std::string>& layers);

/// What kind of event it is: "schedule edited" of "schedule_edited". One of a later version has its own
/// words.
Text kindText(std::string kind);

/// What was said of it: by the person who asked for it, by the program and, of a refusal, why.
Text saidText(const run::AuditEvent& event);

}  // namespace prunescope::view
