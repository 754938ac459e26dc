#pragma once

#include "model/onnx_import_array.h"
#include "model/weights_file.h"
#include "nn/graph.h"

#include <optional>
#include <utility>

namespace prunescope::model {

/// The graph of an ONNX model and its weights by the names of ours. `images`: what it reads, where the model
/// leaves that open. Throws `UsageError` with the node for everything that is not supported; whether the
/// graph is a classifier is not looked at.
std::pair<nn::Graph, WeightsFile> importOnnxGraph(const onnx::ModelProto& model,
                                                  const OnnxArraySource& source,
                                                  const std::optional<nn::Shape>& images);

/// The operations that are taken over, by their names in ONNX.
std::vector<std::string> onnxImportedOperations();

}  // namespace prunescope::model
