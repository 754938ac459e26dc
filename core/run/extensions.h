#pragma once

#include "run/run_record.h"

#include <vector>

/// Runs that were asked for more epochs after they had begun. What is recorded of their start stays as it is;
/// an event `extended` says the rest.
namespace prunescope::run {

/// Brings the header of a run, as its start recorded it, to what its events made of it: `config.epochs`,
/// `totalSteps` and `extensions`. An extension that does not go on from the length before it is none.
void applyExtensions(RunHeader& header, const std::vector<AuditEvent>& events);
void extend(RunHeader& header, const Extension& extension);

/// The configuration that the run was started with, which its saved states name: without its extensions.
RunConfig configAsStarted(const RunHeader& header);

}  // namespace prunescope::run
