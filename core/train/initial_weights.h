#pragma once

#include "model/tensor_fit.h"
#include "model/weights_source.h"
#include "nn/network.h"
#include "run/run_config.h"

#include <memory>
#include <optional>
#include <string>

namespace prunescope::train {

/// The opened file that weights start from; null where they are new.
using StartingWeights = std::shared_ptr<const model::WeightsSource>;

/// Decides where the weights of a configuration start, and opens their file. `own`: of the ONNX file that
/// `config.model` names, null where it names none. A file is named by its whole path then, with the hash of
/// its content. Throws `UsageError` for a file that cannot be read, and for one with another hash than is
/// asked for.
StartingWeights resolveStart(run::RunConfig& config, StartingWeights own);

/// How the file that weights start from fits a network, by what describes its tensors: no value is read.
struct StartFit {
    std::string file;
    std::shared_ptr<const model::TensorReader> tensors;  ///< `fit` points into it
    model::TensorFit fit{};
};

/// Of a configuration that need not be resolved; nothing where weights are new. Throws `UsageError` for a
/// file that cannot be read, or that has another hash than is asked for, and for names that are none; not for
/// tensors that do not fit.
std::optional<StartFit> fitOfStart(const run::RunConfig& config, const nn::Graph& graph);

/// Reads the weights that a resolved configuration starts from into the network, and says where they came
/// from; nothing where they are new. Throws `UsageError` for tensors that are not those of the network, each
/// of them named, for values that are not finite, and for a file that has changed since it was opened.
std::optional<run::InitialWeights> loadInitialWeights(const run::StartConfig& start,
                                                      const StartingWeights& weights,
                                                      nn::Network<float>& network);

}  // namespace prunescope::train
