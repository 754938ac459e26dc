#pragma once

#include "speed/report.h"

#include <string>

namespace prunescope::speed {

/// The report for a terminal: machine, tables of training and inference, roofline, verdict. Every figure is
/// labelled measured or theoretical.
std::string reportText(const Report& report);

/// What pruning bought on this machine, in one sentence; where it bought nothing, why.
std::string verdict(const Report& report);

}  // namespace prunescope::speed
