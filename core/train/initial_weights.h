#pragma once

#include "nn/network.h"
#include "run/run_config.h"

#include <optional>

namespace prunescope::train {

/// Decides where the weights of a configuration start: `ownFile` is the ONNX file that the network came from,
/// empty where there is none. A file is named by its whole path then, with the hash of its content. Throws
/// `UsageError` for a file that cannot be read, and for one with another hash than is asked for.
void resolveStart(run::RunConfig& config, const std::string& ownFile);

/// Reads the weights that a resolved configuration starts from into the network, and says where they came
/// from; nothing where they are new. Throws `UsageError` as `resolveStart`, for tensors that are not those of
/// the network, each of them named, and for values that are not finite.
std::optional<run::InitialWeights> loadInitialWeights(const run::RunConfig& config,
                                                      nn::Network<float>& network);

}  // namespace prunescope::train
