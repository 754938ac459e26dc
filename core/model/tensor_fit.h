#pragma once

#include "model/tensor_reader.h"
#include "model/weights_source.h"
#include "nn/graph.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace prunescope::model {

/// Each parameter of a network, whose suffix is its whole name, with the tensor that it starts from.
using MatchedTensors = std::vector<std::pair<nn::ParameterShape, const TensorEntry*>>;

/// How the tensors of a file fit the parameters of a network. Names of parameters are the network's, others
/// the file's.
struct TensorFit {
    MatchedTensors matched{};
    std::size_t parameters = 0;             ///< of the network
    std::vector<std::string> missing{};     ///< parameters that no tensor fills
    std::vector<std::string> otherShape{};  ///< parameters whose tensor has another shape or type, with both
    std::vector<std::string> leftOver{};    ///< tensors that are no parameter's
    std::vector<std::string> unknown{};     ///< names that are given to tensors which are not there
    std::vector<std::string> passedOver{};  ///< tensors that nobody has to miss
    std::size_t fileTensors = 0;

    bool isWhole() const {
        return missing.empty() && otherShape.empty() && leftOver.empty() && unknown.empty();
    }
};

/// Finds the tensor of each parameter. What PyTorch counts of batches, masks and latent values of a run's own
/// file, and tensors whose name is nothing in `names`, are passed over.
TensorFit fitTensors(const nn::Graph& graph, const TensorReader& tensors, const TensorNames& names);

/// "missing: 'conv1.bias'; left over: 'head.bias'", of each kind so many names at most; empty where all fits.
Text misfitText(const TensorFit& fit, std::size_t mostNames);

/// Throws `UsageError` for `start.weights` unless all fits. `origin` is what messages call the file.
void expectWhole(const TensorFit& fit, const nn::Graph& graph, const std::string& origin,
                 std::size_t mostNames);

}  // namespace prunescope::model
