#pragma once

#include "model/weights_file.h"
#include "nn/graph.h"
#include "run/records.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::model {

/// A network that came from an ONNX file.
struct OnnxNetwork {
    nn::Graph graph;
    WeightsFile weights;                 ///< all parameters, by the graph's names
    std::string producer;                ///< what wrote the file: "pytorch 1.13.1"
    std::vector<run::DataFile> files{};  ///< the file itself, and those of its weights
};

/// The network of an .onnx file, a classifier of images whose number is open. `images`: what it reads, where
/// the file leaves that open.
///
/// Layers are called as their weights are. What a graph computes of shapes is computed once; scalings by
/// channel are taken into the weights before them; a softmax at the end is left out. Files of weights beside
/// it are read where they lie in its folder. Throws `UsageError` with file, node and operation for what is
/// not supported and what is damaged, `Error` for a file that cannot be read.
OnnxNetwork readOnnxNetwork(const std::filesystem::path& file, const std::optional<nn::Shape>& images = {});

/// The same of the bytes of a file; none beside it is read. `origin` is what messages call it.
OnnxNetwork parseOnnxNetwork(std::string_view bytes, const std::string& origin,
                             const std::optional<nn::Shape>& images = {});

}  // namespace prunescope::model
