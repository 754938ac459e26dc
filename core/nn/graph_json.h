#pragma once

#include "nn/graph.h"

namespace prunescope::nn {

/// The graph as an object that `graphFromJson` reads back alike.
///
///     {"format": "prunescope.graph.1", "name": "tiny", "input": [1, 28, 28],
///      "nodes": [{"name": "flat", "kind": "flatten", "inputs": ["input"], "attributes": {}},
///                {"name": "fc1", "kind": "dense", "inputs": ["flat"], "attributes": {"outputs": 10}}]}
///
/// `input` is channels, rows, columns. A node reads nodes before it by name, or the images as "input"; the
/// last one gives the logits, or is a softmax of them, which is left out.
nlohmann::json graphToJson(const Graph& graph);

/// Throws `Error` with the path to what is wrong and what may stand there; time and memory are bounded
/// whatever the object holds. `parameterLimit` as in `Graph`.
Graph graphFromJson(const nlohmann::json& json, Index parameterLimit = Graph::mostParameters);

/// The same from a text; `where` is the file or place that it came from, and stands in front of line and
/// column of what is wrong. Throws `UsageError`.
Graph readGraph(std::string_view text, const std::string& where,
                Index parameterLimit = Graph::mostParameters);

}  // namespace prunescope::nn
