#include "nn/inference_graph.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace prunescope::nn {

ChannelMap sameChannels(Index channels) {
    ChannelMap map(static_cast<std::size_t>(channels));
    std::iota(map.begin(), map.end(), Index{0});
    return map;
}

TensorIndex InferenceGraph::append(GraphNode node, const Shape& out) {
    node.out = TensorIndex{static_cast<std::int32_t>(tensors_.size())};
    tensors_.push_back(out);
    nodes_.push_back(std::move(node));
    return nodes_.back().out;
}

bool InferenceGraph::read(TensorIndex tensor) const {
    return std::any_of(nodes_.begin(), nodes_.end(),
                       [&](const GraphNode& node) { return node.in == tensor || node.addend == tensor; });
}

GraphNode* InferenceGraph::openProducer(TensorIndex tensor) {
    const auto producer =
        std::find_if(nodes_.begin(), nodes_.end(), [&](const GraphNode& node) { return node.out == tensor; });
    if (producer == nodes_.end() || producer->relu || producer->addend || read(tensor)) return nullptr;
    return std::holds_alternative<GraphPool>(producer->operation) ? nullptr : &*producer;
}

TensorIndex InferenceGraph::convolution(TensorIndex in, kernels::ConvolutionGeometry geometry,
                                        std::vector<float> weight, std::vector<float> bias) {
    if (!(geometry.input == shape(in))) {
        assert(geometry.input.pixels() == 1 && geometry.input.channels == shape(in).size());
        geometry.input = shape(in);
        geometry.kernelHeight = geometry.input.height;
        geometry.kernelWidth = geometry.input.width;
    }
    bias.resize(static_cast<std::size_t>(geometry.outputs));
    const Shape out = geometry.output();
    return append(
        {.operation = GraphConvolution{geometry, std::move(weight), std::move(bias)}, .in = in, .out = {}},
        out);
}

TensorIndex InferenceGraph::affine(TensorIndex in, std::span<const double> scale,
                                   std::span<const double> shift) {
    GraphNode* producer = openProducer(in);
    auto* convolution = producer == nullptr ? nullptr : std::get_if<GraphConvolution>(&producer->operation);
    if (convolution == nullptr) {
        return append({.operation = GraphAffine{.scale = {scale.begin(), scale.end()},
                                                .shift = {shift.begin(), shift.end()},
                                                .channels = sameChannels(shape(in).channels)},
                       .in = in,
                       .out = {}},
                      shape(in));
    }
    const std::size_t perOutput = convolution->weight.size() / scale.size();
    for (std::size_t o = 0; o < scale.size(); ++o) {
        for (std::size_t k = o * perOutput; k < (o + 1) * perOutput; ++k)
            convolution->weight[k] =
                static_cast<float>(scale[o] * static_cast<double>(convolution->weight[k]));
        convolution->bias[o] =
            static_cast<float>(scale[o] * static_cast<double>(convolution->bias[o]) + shift[o]);
    }
    return in;
}

GraphNode InferenceGraph::identityOf(TensorIndex in) const {
    const auto channels = static_cast<std::size_t>(shape(in).channels);
    return {.operation = GraphAffine{.scale = std::vector<float>(channels, 1.0F),
                                     .shift = std::vector<float>(channels, 0.0F),
                                     .channels = sameChannels(shape(in).channels)},
            .in = in,
            .out = {}};
}

TensorIndex InferenceGraph::relu(TensorIndex in) {
    const TensorIndex made = openProducer(in) == nullptr ? append(identityOf(in), shape(in)) : in;
    openProducer(made)->relu = true;
    return made;
}

TensorIndex InferenceGraph::pool(TensorIndex in, const GraphPool& pool, const Shape& out) {
    GraphPool all = pool;
    all.channels = sameChannels(out.channels);
    return append({.operation = std::move(all), .in = in, .out = {}}, out);
}

TensorIndex InferenceGraph::sample(TensorIndex in, Index stride, ChannelMap map, const Shape& out) {
    const auto channels = static_cast<std::size_t>(out.channels);
    return append({.operation = GraphAffine{.scale = std::vector<float>(channels, 1.0F),
                                            .shift = std::vector<float>(channels, 0.0F),
                                            .stride = stride,
                                            .channels = std::move(map)},
                   .in = in,
                   .out = {}},
                  out);
}

TensorIndex InferenceGraph::joined(TensorIndex a, TensorIndex b) {
    // The addend must be there before its sum is made.
    const bool foldable = !nodes_.empty() && openProducer(a) == &nodes_.back();
    const TensorIndex made = foldable ? a : append(identityOf(a), shape(a));
    GraphNode& last = nodes_.back();
    last.addend = b;
    last.addendChannels = sameChannels(shape(b).channels);
    last.relu = true;
    return made;
}

}  // namespace prunescope::nn
