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

std::vector<TensorIndex> readsOf(const GraphNode& node) {
    std::vector<TensorIndex> reads{node.in};
    if (const auto* product = std::get_if<GraphProduct>(&node.operation)) reads.push_back(product->factor);
    if (node.addend) reads.push_back(*node.addend);
    return reads;
}

TensorIndex InferenceGraph::append(GraphNode node, const Shape& out) {
    node.out = TensorIndex{static_cast<std::int32_t>(tensors_.size())};
    tensors_.push_back(out);
    nodes_.push_back(std::move(node));
    return nodes_.back().out;
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

TensorIndex InferenceGraph::affine(TensorIndex in, std::vector<float> scale, std::vector<float> shift) {
    return append({.operation = GraphAffine{.scale = std::move(scale),
                                            .shift = std::move(shift),
                                            .channels = sameChannels(shape(in).channels)},
                   .in = in,
                   .out = {}},
                  shape(in));
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
    GraphNode node = identityOf(in);
    node.relu = true;
    return append(std::move(node), shape(in));
}

TensorIndex InferenceGraph::activation(TensorIndex in, const ActivationFunction& function) {
    return append(
        {.operation = GraphActivation{function, sameChannels(shape(in).channels)}, .in = in, .out = {}},
        shape(in));
}

TensorIndex InferenceGraph::pool(TensorIndex in, const kernels::PoolGeometry& geometry, bool largest) {
    assert(geometry.input == shape(in));
    return append(
        {.operation = GraphPool{geometry, largest, sameChannels(shape(in).channels)}, .in = in, .out = {}},
        geometry.output());
}

/// A depthwise convolution with a padding as wide as the wider margin of rows and of columns, and a kernel
/// that has a single 1 where it moves the planes to their place: K = 2 p + 1 less both margins.
TensorIndex InferenceGraph::zeroPadded(TensorIndex in, const Margins& m) {
    const kernels::RowsAndColumns p{std::max(m.top, m.bottom), std::max(m.left, m.right)};
    const kernels::ConvolutionGeometry geometry{.input = shape(in),
                                                .outputs = shape(in).channels,
                                                .kernelHeight = 2 * p.rows + 1 - m.top - m.bottom,
                                                .kernelWidth = 2 * p.columns + 1 - m.left - m.right,
                                                .padding = p,
                                                .groups = shape(in).channels};
    std::vector<float> weight(static_cast<std::size_t>(geometry.weights()), 0.0F);
    for (Index c = 0; c < geometry.outputs; ++c) {
        const Index row = c * geometry.kernelHeight + p.rows - m.top;
        weight[static_cast<std::size_t>(row * geometry.kernelWidth + p.columns - m.left)] = 1.0F;
    }
    return convolution(in, geometry, std::move(weight), {});
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

TensorIndex InferenceGraph::sum(TensorIndex a, TensorIndex b) {
    GraphNode node = identityOf(a);
    node.addend = b;
    node.addendChannels = sameChannels(shape(b).channels);
    return append(std::move(node), shape(a));
}

TensorIndex InferenceGraph::product(TensorIndex a, TensorIndex b) {
    const ChannelMap same = sameChannels(shape(a).channels);
    return append({.operation = GraphProduct{b, same, same}, .in = a, .out = {}}, shape(a));
}

TensorIndex InferenceGraph::concatenation(TensorIndex a, TensorIndex b) {
    Shape out = shape(a);
    out.channels += shape(b).channels;
    const auto channels = static_cast<std::size_t>(out.channels);
    ChannelMap first = sameChannels(shape(a).channels);
    first.resize(channels, noChannel);
    ChannelMap second(channels, noChannel);
    std::iota(second.begin() + shape(a).channels, second.end(), Index{0});
    return append({.operation = GraphAffine{.scale = std::vector<float>(channels, 1.0F),
                                            .shift = std::vector<float>(channels, 0.0F),
                                            .channels = std::move(first)},
                   .in = a,
                   .out = {},
                   .addend = b,
                   .addendChannels = std::move(second)},
                  out);
}

}  // namespace prunescope::nn
