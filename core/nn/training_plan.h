#pragma once

#include "nn/graph.h"

#include <limits>

namespace prunescope::nn {

/// A node of a graph as training runs it, perhaps with nodes behind it that are done in the same sweeps of
/// memory.
struct PlannedStep {
    std::size_t node;
    TensorIndex in;
    TensorIndex out;
    std::optional<TensorIndex>
        addend{};       ///< of what has two inputs; of a batch norm with the sum and the ReLU behind it
    bool relu = false;  ///< the ReLU behind a batch norm is part of it
    double ceiling = std::numeric_limits<double>::infinity();  ///< of that ReLU
};

/// The steps of training in the order of the forward pass: a ReLU, also one with a ceiling, or a residual sum
/// with a ReLU, becomes part of the batch norm before it where nobody else reads what is between them.
std::vector<PlannedStep> trainingPlan(const Graph& graph);

}  // namespace prunescope::nn
