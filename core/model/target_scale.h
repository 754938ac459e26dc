#pragma once

#include "model/weights_file.h"
#include "nn/graph.h"
#include "run/records.h"

#include <map>
#include <string>

/// A network that predicts a number is trained on (number - mean) / deviation. What leaves the program gives
/// the number itself: mean + deviation * output, which its last dense layer can give by its own weights.
namespace prunescope::model {

/// Of a file whose network predicts a number: its name, and its unit where it has one.
inline constexpr const char* targetKey = "target";
inline constexpr const char* targetUnitKey = "target_unit";

/// Throws `UsageError` unless the network ends in a dense layer.
void expectDenseEnd(const nn::Graph& graph);

/// Says in metadata what the output of the network is, and on which scale.
void addTarget(const run::TargetDescription& target, std::map<std::string, std::string>& metadata);

/// Brings the network of a weights file to the target's own unit, where its metadata has a scale, and takes
/// the scale from it: weights, latent ones too, and bias of the last layer. Throws `Error` for a scale that
/// is none, and for a network that it cannot be folded into; `origin` is what messages call the file.
void foldTargetScale(const nn::Graph& graph, WeightsFile& weights, const std::string& origin);

}  // namespace prunescope::model
