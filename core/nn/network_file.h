#pragma once

#include "nn/models.h"

#include <filesystem>
#include <string>

namespace prunescope::nn {

/// The network that a JSON file of at most a megabyte describes; `graph_json.h` shows how it is written.
/// Throws `UsageError` with file, line and column of what is wrong, `Error` for a file that cannot be read.
Graph readNetworkFile(const std::filesystem::path& file, Index parameterLimit = Graph::mostParameters);

/// The same as text to be read and changed by hand: a line for each node.
std::string networkFileText(const Graph& graph);

/// A name that says which network it is whatever its file is called: its own name and the beginning of the
/// SHA-256 of its description, "tiny@1a2b3c4d".
std::string nameByContent(const Graph& graph);

/// Throws `UsageError` when a network that has its input, its classes and its dropout already is asked for
/// others.
void expectFit(const Graph& graph, const ModelRequest& request);

}  // namespace prunescope::nn
