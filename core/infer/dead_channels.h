#pragma once

#include "nn/inference_graph.h"

namespace prunescope::infer {

/// The same function without what cannot matter: channels that nobody reads with a weight other than 0, and
/// channels that are the same whatever the image. The constant of such a channel goes into the biases of its
/// readers; where a reader pads with zeros, and the constant is not 0, the channel stays. The channels of the
/// input and of the output stay as they are.
nn::InferenceGraph withoutDeadChannels(const nn::InferenceGraph& graph);

}  // namespace prunescope::infer
