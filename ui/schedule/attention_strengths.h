#pragma once

#include "run/run_sink.h"

#include <vector>

namespace prunescope::ui {

/// z of every prunable layer as the run starts; empty for a method without attention, and for one that this
/// program does not know (of a run from elsewhere).
std::vector<double> attentionStrengths(const run::RunHeader& header,
                                       const std::vector<std::string>& layerNames);

}  // namespace prunescope::ui
