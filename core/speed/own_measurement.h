#pragma once

#include "run/measurement.h"
#include "speed/report.h"

#include <cstdint>
#include <optional>

namespace prunescope::speed {

/// What a report says of the user's own model, as it is kept with its run; nothing when that was not
/// measured. `wallMs`: when, UTC in milliseconds since 1970.
std::optional<run::Measurement> ownMeasurement(const Report& report, std::int64_t wallMs);

}  // namespace prunescope::speed
