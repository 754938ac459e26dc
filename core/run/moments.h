#pragma once

#include "run/records.h"

#include <span>
#include <vector>

namespace prunescope::run {

/// The layers' statistics by the moments at which they were taken, each from input to output. A step has two
/// when masks were chosen once more after it.
std::vector<std::span<const LayerStatistic>> momentsOf(const std::vector<LayerStatistic>& statistics);

}  // namespace prunescope::run
