#pragma once

#include "nn/inference_graph.h"

#include <string>

namespace prunescope::model {

/// Throws `Error` with `origin` for a graph that an engine cannot run: a tensor without a value or of more
/// than a machine computes, arrays that do not fit their tensors, channels that are not there. What a network
/// of ours lowers itself to needs no such look; what a file says does.
void expectSound(const nn::InferenceGraph& graph, const std::string& origin);

}  // namespace prunescope::model
