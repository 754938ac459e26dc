#pragma once

#include "model/onnx_graph.h"
#include "model/trained_model.h"

namespace prunescope::model {

/// Throws `UsageError`, naming the node, when the graph has an operation, or an attribute of one, that is not
/// written as ONNX: nothing of a network is ever left out.
void expectKnownToOnnx(const nn::Graph& graph);

/// The network as it was trained, operation by operation, with its parameters by name; dropout does nothing.
onnx::GraphProto onnxAsTrained(const TrainedModel& model, bool sparse);

/// The graph of a network that is made ready to be deployed. Throws `UsageError` when so much was cut that a
/// layer has no input left.
onnx::GraphProto onnxAsDeployed(const std::string& name, const nn::InferenceGraph& graph, bool sparse);

/// What a graph of ONNX computes, as far as the two above write such graphs. Throws `Error` with `origin`
/// for one that they do not write.
nn::InferenceGraph inferenceGraphOf(const onnx::GraphProto& graph, const std::string& origin);

}  // namespace prunescope::model
