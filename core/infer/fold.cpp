#include "infer/fold.h"

#include <algorithm>
#include <utility>

namespace prunescope::infer {
namespace {

using nn::ActivationFunction;
using nn::GraphActivation;
using nn::GraphAffine;
using nn::GraphConvolution;
using nn::GraphNode;
using nn::Index;
using nn::TensorIndex;

bool isEach(const std::vector<float>& values, float wanted) {
    return std::all_of(values.begin(), values.end(), [=](float v) { return v == wanted; });
}

/// The affine of a node that works on each value where it stands.
const GraphAffine* pointwise(const GraphNode& node) {
    const auto* affine = std::get_if<GraphAffine>(&node.operation);
    if (affine == nullptr || affine->stride != 1) return nullptr;
    const auto channels = static_cast<Index>(affine->channels.size());
    return affine->channels == nn::sameChannels(channels) ? affine : nullptr;
}

/// The ceiling of a node that is min(max(in, 0), ceiling); nothing for any other.
std::optional<float> ceilingOf(const GraphNode& node) {
    const auto* activation = std::get_if<GraphActivation>(&node.operation);
    if (activation == nullptr) return std::nullopt;
    const ActivationFunction& f = activation->function;
    const bool clips = f.kind == ActivationFunction::Kind::clip && f.low == 0 && f.high > 0;
    return clips ? std::optional(static_cast<float>(f.high)) : std::nullopt;
}

/// weight[o] = scale[o] weight[o], bias[o] = scale[o] bias[o] + shift[o]
void absorb(GraphConvolution& convolution, const GraphAffine& affine) {
    const std::size_t perOutput = convolution.weight.size() / affine.scale.size();
    for (std::size_t o = 0; o < affine.scale.size(); ++o) {
        for (std::size_t k = o * perOutput; k < (o + 1) * perOutput; ++k)
            convolution.weight[k] *= affine.scale[o];
        convolution.bias[o] = affine.scale[o] * convolution.bias[o] + affine.shift[o];
    }
}

class Folding {
public:
    explicit Folding(const nn::InferenceGraph& graph)
        : graph_(graph), readers_(graph.tensors().size(), 0), made_(graph.tensors().size()) {
        for (const GraphNode& node : graph.nodes())
            for (const TensorIndex tensor : nn::readsOf(node)) ++readers_[tensor.index()];
    }

    nn::InferenceGraph result() {
        for (const GraphNode& node : graph_.nodes()) {
            GraphNode* before = openProducer(node);
            if (before == nullptr) {
                append(node);
            } else {
                merge(*before, node);
            }
        }
        return {std::move(tensors_), std::move(nodes_)};
    }

private:
    /// The node that makes what `node` reads, when `node` can become part of it; else null.
    GraphNode* openProducer(const GraphNode& node) {
        const GraphAffine* affine = pointwise(node);
        const bool caps = ceilingOf(node).has_value();
        const TensorIndex in = made_[node.in.index()];
        if ((affine == nullptr && !caps) || readers_[node.in.index()] != 1 ||
            in == nn::InferenceGraph::input())
            return nullptr;
        GraphNode& before = nodes_[in.index() - 1];
        const bool mayEnd = std::holds_alternative<GraphConvolution>(before.operation) ||
                            std::holds_alternative<GraphAffine>(before.operation);
        if (before.relu || !mayEnd) return nullptr;
        if (caps) return &before;
        const bool identity = isEach(affine->scale, 1.0F) && isEach(affine->shift, 0.0F);
        // What is left to do behind a sum is its ReLU.
        if (before.addend && (node.addend || !identity)) return nullptr;
        if (!identity && !std::holds_alternative<GraphConvolution>(before.operation)) return nullptr;
        // The addend must be there before its sum is made.
        const bool late = node.addend && made_[node.addend->index()] > in;
        return late ? nullptr : &before;
    }

    void merge(GraphNode& before, const GraphNode& node) {
        if (const auto ceiling = ceilingOf(node)) {
            before.relu = true;
            before.ceiling = *ceiling;
            made_[node.out.index()] = before.out;
            return;
        }
        if (auto* convolution = std::get_if<GraphConvolution>(&before.operation))
            absorb(*convolution, std::get<GraphAffine>(node.operation));
        if (node.addend) {
            before.addend = made_[node.addend->index()];
            before.addendChannels = node.addendChannels;
        }
        before.relu = node.relu;
        before.ceiling = node.ceiling;
        made_[node.out.index()] = before.out;
    }

    /// Every node makes the tensor that follows the one of the node before it.
    void append(GraphNode node) {
        const TensorIndex out{static_cast<std::int32_t>(tensors_.size())};
        tensors_.push_back(graph_.shape(node.out));
        made_[node.out.index()] = out;
        node.in = made_[node.in.index()];
        if (node.addend) node.addend = made_[node.addend->index()];
        if (auto* product = std::get_if<nn::GraphProduct>(&node.operation))
            product->factor = made_[product->factor.index()];
        node.out = out;
        nodes_.push_back(std::move(node));
    }

    const nn::InferenceGraph& graph_;
    std::vector<Index> readers_;     ///< by tensor of the graph
    std::vector<TensorIndex> made_;  ///< by tensor of the graph: where its values are in the result
    std::vector<nn::Shape> tensors_{graph_.shape(nn::InferenceGraph::input())};
    std::vector<GraphNode> nodes_;
};

}  // namespace

nn::InferenceGraph folded(const nn::InferenceGraph& graph) {
    return Folding(graph).result();
}

}  // namespace prunescope::infer
