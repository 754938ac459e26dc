#pragma once

#include "kernels/tensor.h"
#include "nn/inference_graph.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace prunescope::model {

/// A network as a file holds it that this program has exported, or that a run has left.
struct ExportedNetwork {
    nn::InferenceGraph graph;
    /// What the file says of itself, as `TrainedModel::facts` names it.
    std::map<std::string, std::string> metadata{};

    const kernels::Shape& input() const { return graph.shape(nn::InferenceGraph::input()); }
    std::int64_t classes() const { return graph.shape(graph.output()).size(); }
};

/// Reads a file of one of the kinds weights, safetensors, NPZ (masks applied or beside the weights) and ONNX,
/// told by its ending. What the file declares is held against its size before memory is taken.
///
/// Throws `UsageError` for another ending, `Error` with the file for one that is damaged, or that this
/// program did not write.
ExportedNetwork readExportedNetwork(const std::filesystem::path& file);

}  // namespace prunescope::model
