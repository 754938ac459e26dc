#pragma once

#include "run/run_sink.h"

#include <vector>

namespace prunescope::ui {

/// What the page must know of a run's pruning method.
struct MethodTraits {
    bool prunes = true;
    /// z of every prunable layer as the run starts; empty for a method without attention.
    std::vector<double> strengths{};
};

/// Of a method that this program does not know (a run from elsewhere) nothing is assumed but that it prunes.
MethodTraits methodTraits(const run::RunHeader& header, const std::vector<std::string>& layerNames);

}  // namespace prunescope::ui
