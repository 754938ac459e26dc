#pragma once

#include "run/records.h"
#include "run/schedule.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an audit event says beyond its fields. `before` and `after` come from a file and may be anything.
namespace prunescope::run {

/// The kind of an event of a request that changed nothing.
inline constexpr std::string_view refusedKind = "refused";

bool isRefusal(const AuditEvent& event);
/// Whether somebody asked for it, rather than the schedule or the program.
bool isCommand(const AuditEvent& event);

/// The values of a refused request as its event keeps them: what was wanted (a JSON object or ""), which kind
/// of event it would have been, and why it was refused. The reason of the event stays the user's own.
std::string refusedValues(const std::string& wanted, std::string_view kind, const std::string& why);

/// Whether a key of those values says what became of the request, rather than what was wanted.
bool isRefusalNote(std::string_view key);

/// Why a request was refused; "" for any other event. Records of earlier versions kept it as the reason.
std::string refusalOf(const AuditEvent& event);
/// The reason that somebody gave; "" where the field holds a refusal.
std::string reasonOf(const AuditEvent& event);

/// The schedule in a text of an event, where there is one that can be followed.
std::optional<SparsitySchedule> scheduleIn(const std::string& json);
/// What a schedule has become after all events that were not refused.
SparsitySchedule scheduleAfter(const SparsitySchedule& start, const std::vector<AuditEvent>& events);
/// The target that somebody asked for last: that of the start, or of an edit that changed it. What a guard of
/// the program made of it is no request.
double askedTarget(const SparsitySchedule& start, const std::vector<AuditEvent>& events);

}  // namespace prunescope::run
