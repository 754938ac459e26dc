#include "infer/dead_channels.h"

#include <algorithm>

namespace prunescope::infer {
namespace {

using nn::ChannelMap;
using nn::GraphAffine;
using nn::GraphConvolution;
using nn::GraphNode;
using nn::GraphPool;
using nn::Index;
using nn::Shape;

/// By channel: its value, when that is the same for every image and pixel.
using Constants = std::vector<std::optional<float>>;
using Live = std::vector<bool>;

std::optional<float> constantOf(const Constants& constants, Index channel) {
    return channel == nn::noChannel ? 0.0F : constants[static_cast<std::size_t>(channel)];
}

/// Visits weight (o,c,taps) as one run of taps.
template <class Convolution, class Body>
void forEachKernel(Convolution& convolution, const Body& body) {
    const kernels::ConvolutionGeometry& g = convolution.geometry;
    auto* weight = convolution.weight.data();
    for (Index o = 0; o < g.outputs; ++o)
        for (Index c = 0; c < g.input.channels; ++c, weight += g.taps())
            body(static_cast<std::size_t>(o), static_cast<std::size_t>(c),
                 std::span(weight, static_cast<std::size_t>(g.taps())));
}

bool allZero(std::span<const float> weights) {
    return std::all_of(weights.begin(), weights.end(), [](float w) { return w == 0.0F; });
}

/// Moves what constant channels contribute into the biases.
void absorbConstants(GraphConvolution& convolution, const Constants& in) {
    forEachKernel(convolution, [&](std::size_t o, std::size_t c, std::span<float> taps) {
        if (!in[c] || (*in[c] != 0.0F && convolution.geometry.padding != 0)) return;
        double sum = 0;
        for (float& w : taps) {
            sum += static_cast<double>(w);
            w = 0.0F;
        }
        if (*in[c] != 0.0F) convolution.bias[o] += static_cast<float>(sum * static_cast<double>(*in[c]));
    });
}

Constants resultsOf(const GraphConvolution& convolution) {
    Constants results(convolution.bias.begin(), convolution.bias.end());
    forEachKernel(convolution, [&](std::size_t o, std::size_t, std::span<const float> taps) {
        if (!allZero(taps)) results[o].reset();
    });
    return results;
}

/// What is known of the node's output; changes a convolution that reads constants.
Constants propagate(GraphNode& node, const std::vector<Constants>& known) {
    const Constants& in = known[node.in.index()];
    Constants out;
    if (auto* convolution = std::get_if<GraphConvolution>(&node.operation)) {
        absorbConstants(*convolution, in);
        out = resultsOf(*convolution);
    } else if (const auto* pool = std::get_if<GraphPool>(&node.operation)) {
        for (const Index c : pool->channels) out.push_back(constantOf(in, c));
    } else {
        const auto& affine = std::get<GraphAffine>(node.operation);
        for (std::size_t c = 0; c < affine.channels.size(); ++c) {
            const auto value = constantOf(in, affine.channels[c]);
            if (affine.channels[c] == nn::noChannel) {
                out.emplace_back(0.0F);
            } else {
                out.push_back(value ? std::optional(affine.scale[c] * *value + affine.shift[c]) : value);
            }
        }
    }
    for (std::size_t c = 0; c < out.size() && node.addend; ++c) {
        const auto more = constantOf(known[node.addend->index()], node.addendChannels[c]);
        if (more == 0.0F) node.addendChannels[c] = nn::noChannel;
        out[c] = out[c] && more ? std::optional(*out[c] + *more) : std::nullopt;
    }
    for (auto& value : out)
        if (node.relu && value && *value <= 0.0F) value = 0.0F;
    return out;
}

void markRead(const ChannelMap& map, const Live& out, Live& in) {
    for (std::size_t c = 0; c < map.size(); ++c)
        if (out[c] && map[c] != nn::noChannel) in[static_cast<std::size_t>(map[c])] = true;
}

/// Marks the channels that the live outputs of `node` read.
void markReads(const GraphNode& node, std::vector<Live>& live) {
    const Live out = live[node.out.index()];
    Live& in = live[node.in.index()];
    if (const auto* convolution = std::get_if<GraphConvolution>(&node.operation)) {
        forEachKernel(*convolution, [&](std::size_t o, std::size_t c, std::span<const float> taps) {
            if (out[o] && !allZero(taps)) in[c] = true;
        });
    } else if (const auto* pool = std::get_if<GraphPool>(&node.operation)) {
        markRead(pool->channels, out, in);
    } else {
        markRead(std::get<GraphAffine>(node.operation).channels, out, in);
    }
    if (node.addend) markRead(node.addendChannels, out, live[node.addend->index()]);
}

/// For each live channel its new place; `noChannel` for the others.
ChannelMap placesOf(const Live& live) {
    ChannelMap places;
    Index next = 0;
    for (const bool lives : live) places.push_back(lives ? next++ : nn::noChannel);
    return places;
}

template <class Value>
void compact(std::vector<Value>& values, const Live& live) {
    std::size_t to = 0;
    for (std::size_t c = 0; c < live.size(); ++c)
        if (live[c]) values[to++] = std::move(values[c]);
    values.resize(to);
}

void compact(ChannelMap& map, const Live& out, const ChannelMap& inPlaces) {
    compact(map, out);
    for (Index& c : map)
        if (c != nn::noChannel) c = inPlaces[static_cast<std::size_t>(c)];
}

void compact(GraphConvolution& convolution, const Live& out, const Live& in) {
    std::vector<float> kept;
    forEachKernel(convolution, [&](std::size_t o, std::size_t c, std::span<const float> taps) {
        if (out[o] && in[c]) kept.insert(kept.end(), taps.begin(), taps.end());
    });
    convolution.weight = std::move(kept);
    compact(convolution.bias, out);
    convolution.geometry.outputs = static_cast<Index>(convolution.bias.size());
    convolution.geometry.input.channels = std::count(in.begin(), in.end(), true);
}

void compact(GraphNode& node, const std::vector<Live>& live, const std::vector<ChannelMap>& places) {
    const Live& out = live[node.out.index()];
    const ChannelMap& inPlaces = places[node.in.index()];
    if (auto* convolution = std::get_if<GraphConvolution>(&node.operation)) {
        compact(*convolution, out, live[node.in.index()]);
    } else if (auto* pool = std::get_if<GraphPool>(&node.operation)) {
        compact(pool->channels, out, inPlaces);
    } else {
        auto& affine = std::get<GraphAffine>(node.operation);
        compact(affine.scale, out);
        compact(affine.shift, out);
        compact(affine.channels, out, inPlaces);
    }
    if (node.addend) compact(node.addendChannels, out, places[node.addend->index()]);
}

}  // namespace

nn::InferenceGraph withoutDeadChannels(const nn::InferenceGraph& graph) {
    std::vector<GraphNode> nodes = graph.nodes();
    std::vector<Shape> shapes = graph.tensors();
    std::vector<Constants> known;
    std::vector<Live> live;
    for (const Shape& shape : shapes) {
        known.emplace_back(static_cast<std::size_t>(shape.channels));
        live.emplace_back(static_cast<std::size_t>(shape.channels), false);
    }
    for (GraphNode& node : nodes) known[node.out.index()] = propagate(node, known);
    for (const nn::TensorIndex whole : {nn::InferenceGraph::input(), graph.output()})
        live[whole.index()].assign(live[whole.index()].size(), true);
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) markReads(*node, live);
    std::vector<ChannelMap> places;
    for (std::size_t t = 0; t < shapes.size(); ++t) {
        places.push_back(placesOf(live[t]));
        shapes[t].channels = std::count(live[t].begin(), live[t].end(), true);
    }
    for (GraphNode& node : nodes) compact(node, live, places);
    return nn::InferenceGraph(std::move(shapes), std::move(nodes));
}

}  // namespace prunescope::infer
