#pragma once

#include "run/quality.h"

#include <optional>
#include <string>

namespace prunescope::cli {

/// What stands for a value that is not known.
inline const std::string unknown = "-";

/// "95.00 %", never 0 or 100 for what is not; `unknown` for what is not known or not a number.
std::string percent(std::optional<double> share, int decimals = 2);

/// A figure of quality with its unit, in plain letters; `unknown` for what is not a number.
std::string qualityText(const run::QualityMeasure& measure, double value, const std::string& unit);

}  // namespace prunescope::cli
