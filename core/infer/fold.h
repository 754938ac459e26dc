#pragma once

#include "nn/inference_graph.h"

namespace prunescope::infer {

/// The same network with fewer operations: a scale and shift by channel (batch norm), a residual sum and a
/// ReLU become part of the convolution that makes what they read, where nobody else reads that; sum and ReLU
/// of any other scaling, too. A clip from 0 on is a ReLU with a ceiling. Results differ by rounding alone.
nn::InferenceGraph folded(const nn::InferenceGraph& graph);

}  // namespace prunescope::infer
