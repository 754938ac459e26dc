#pragma once

#include "model/weights_source.h"
#include "nn/network.h"
#include "run/run_config.h"

#include <memory>
#include <optional>

namespace prunescope::train {

/// The opened file that weights start from; null where they are new.
using StartingWeights = std::shared_ptr<const model::WeightsSource>;

/// Decides where the weights of a configuration start, and opens their file. `own`: of the ONNX file that
/// `config.model` names, null where it names none. A file is named by its whole path then, with the hash of
/// its content. Throws `UsageError` for a file that cannot be read, and for one with another hash than is
/// asked for.
StartingWeights resolveStart(run::RunConfig& config, StartingWeights own);

/// Reads the weights that a resolved configuration starts from into the network, and says where they came
/// from; nothing where they are new. Throws `UsageError` for tensors that are not those of the network, each
/// of them named, for values that are not finite, and for a file that has changed since it was opened.
std::optional<run::InitialWeights> loadInitialWeights(const run::StartConfig& start,
                                                      const StartingWeights& weights,
                                                      nn::Network<float>& network);

}  // namespace prunescope::train
