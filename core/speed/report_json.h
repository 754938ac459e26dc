#pragma once

#include "speed/report.h"

#include <nlohmann/json.hpp>

namespace prunescope::speed {

/// {machine, model, threads, batch, dense, results}, and callers where they were measured. Names carry units:
/// _ms, _us, _gb_s, bytes; gflops are 10^9 floating-point operations a second. What was not measured but
/// follows from the arithmetic is called theoretical.
nlohmann::json reportJson(const Report& report);

}  // namespace prunescope::speed
