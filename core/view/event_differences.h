#pragma once

#include "base/text.h"
#include "run/audit_event.h"

#include <string>
#include <vector>

namespace prunescope::view {

/// An event log and the names of the run's prunable layers, as far as they are known.
struct EventLog {
    std::vector<run::AuditEvent> events;
    std::vector<std::string> layers;
};

/// What one of two runs has recorded at an epoch, and the other has not.
struct EventDifference {
    double epoch = 0;
    Text first{};   ///< empty: nothing
    Text second{};  ///< likewise
};

/// "schedule edited: target 95 % → 90 %: because it was quick".
Text eventWords(const run::AuditEvent& event, const std::vector<std::string>& layers);

/// In the order of the epochs. Events that say the same at the same epoch are no difference; of others at the
/// same epoch those of both runs stand side by side.
std::vector<EventDifference> eventDifferences(const EventLog& first, const EventLog& second);

}  // namespace prunescope::view
