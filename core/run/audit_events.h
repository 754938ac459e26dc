#pragma once

#include "run/audit_event.h"
#include "run/schedule.h"

#include <vector>

/// What a log of audit events says of a run.
namespace prunescope::run {

bool isRefusal(const AuditEvent& event);
/// Whether somebody asked for it, rather than the schedule or the program.
bool isCommand(const AuditEvent& event);
/// Whether it changed how the run goes on: the schedule, the strengths, the place that it is recorded in.
bool isChange(const AuditEvent& event);

/// What a schedule has become after all events that were not refused.
SparsitySchedule scheduleAfter(const SparsitySchedule& start, const std::vector<AuditEvent>& events);
/// The target that somebody asked for last: that of the start, or of an edit that changed it. What a guard of
/// the program made of it is no request.
double askedTarget(const SparsitySchedule& start, const std::vector<AuditEvent>& events);
/// The strengths z of the prunable layers after all events, where any of them set them.
std::optional<AttentionStrengths> strengthsAfter(const std::vector<AuditEvent>& events);

}  // namespace prunescope::run
