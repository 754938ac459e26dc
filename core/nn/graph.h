#pragma once

#include "nn/operation.h"
#include "run/records.h"

#include <set>

namespace prunescope::nn {

/// One operation of a graph.
struct Node {
    Place place;
    std::shared_ptr<const Operation> operation;
    std::vector<TensorIndex> inputs;
    Shape output;
    /// The output is one of several pixels that a `flatten` before it has laid side by side.
    bool flattened = false;
};

/// An architecture as data, without weights: operations from the images to the logits, each reading what
/// nodes before it have made. `Network` trains it, `inferenceGraph` deploys it, `graphToJson` writes it.
///
/// Tensor 0 is the image; tensor k + 1 is what node k makes. The last node gives the logits.
class Graph {
public:
    /// More parameters than any machine holds, and few enough that counts of them never overflow.
    static constexpr Index mostParameters = Index{1} << 40U;
    /// Likewise the values of one image in all tensors.
    static constexpr Index mostValues = Index{1} << 28U;

    /// `parameterLimit`: a node that brings more than so many is refused. Throws `UsageError` for an input
    /// that is empty or too large.
    Graph(std::string name, const Shape& input, Index parameterLimit = mostParameters);

    static TensorIndex input() { return TensorIndex{0}; }

    /// Throws `UsageError`, naming the node, when its name is taken or its operation does not suit what it
    /// reads. `inputs` are tensors that are there already.
    TensorIndex add(std::string name, std::shared_ptr<const Operation> operation,
                    std::vector<TensorIndex> inputs);
    /// Throws `UsageError` when there is no node, or one but the last whose output nobody reads.
    void expectComplete() const;
    /// Likewise when the last node gives more than one pixel, and when there is nothing to learn.
    void expectClassifier() const;

    const std::string& name() const { return name_; }
    const std::vector<Node>& nodes() const { return nodes_; }
    const Shape& inputShape() const { return input_; }
    const Shape& outputShape() const { return shape(output()); }
    Index classes() const { return outputShape().channels; }
    TensorIndex output() const { return TensorIndex{static_cast<std::int32_t>(nodes_.size())}; }
    const Shape& shape(TensorIndex tensor) const;
    /// How many nodes read the tensor.
    Index readers(TensorIndex tensor) const { return readers_[tensor.index()]; }
    /// How many of one kind there are.
    Index countOf(std::string_view kind) const;
    /// Of all parameters, running statistics included.
    Index parameterCount() const { return parameters_; }

    /// The nodes, as positions, in the order in which they are run: whatever a node reads comes before it,
    /// and the last of several inputs first. A shortcut is so made before the path that it is added to, and
    /// its gradient is taken after that of the path.
    std::vector<std::size_t> executionOrder() const;

    /// The layers with parameters, as a table shows them.
    run::NetworkDescription describe() const;

private:
    /// Throws when what the node reads was flattened just before and it needs planes.
    bool handsOnFlattened(const Node& node) const;

    std::string name_;
    Shape input_;
    Index parameterLimit_;
    Index parameters_ = 0;
    Index values_ = 0;  ///< of one image in all tensors
    std::vector<Node> nodes_;
    std::vector<Index> readers_{0};
    std::set<std::string> names_;
};

/// What the graph computes once it is trained, one node for each operation.
InferenceGraph inferenceGraph(const Graph& graph, const ParameterValues& values);

}  // namespace prunescope::nn
