#pragma once

#include "report/hurt.h"

#include <nlohmann/json.hpp>

namespace prunescope::report {

/// Who is hurt, as report.json has it, without the figures of the twin. Of the images that one network alone
/// gets right the first thousand are named.
nlohmann::json hurtToJson(const HurtSummary& hurt);

}  // namespace prunescope::report
