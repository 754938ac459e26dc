#include "infer/dead_channels.h"

#include <algorithm>
#include <span>

namespace prunescope::infer {
namespace {

using nn::ChannelMap;
using nn::GraphActivation;
using nn::GraphAffine;
using nn::GraphConvolution;
using nn::GraphNode;
using nn::GraphPool;
using nn::GraphProduct;
using nn::Index;
using nn::Shape;

/// By channel: its value, when that is the same for every image and pixel.
using Constants = std::vector<std::optional<float>>;
using Live = std::vector<bool>;

std::optional<float> constantOf(const Constants& constants, Index channel) {
    return channel == nn::noChannel ? 0.0F : constants[static_cast<std::size_t>(channel)];
}

/// Visits weight (o,c,taps), c counted over all groups, as one run of taps.
template <class Convolution, class Body>
void forEachKernel(Convolution& convolution, const Body& body) {
    const kernels::ConvolutionGeometry& g = convolution.geometry;
    auto* weight = convolution.weight.data();
    for (Index o = 0; o < g.outputs; ++o) {
        const Index first = o / g.groupOutputs() * g.groupInputs();
        for (Index c = first; c < first + g.groupInputs(); ++c, weight += g.taps())
            body(static_cast<std::size_t>(o), static_cast<std::size_t>(c),
                 std::span(weight, static_cast<std::size_t>(g.taps())));
    }
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

std::optional<float> valueOf(const GraphActivation& activation, std::optional<float> value) {
    if (value) nn::applyFunction<float>(activation.function, {&*value, 1}, {&*value, 1});
    return value;
}

/// At the border a mean that counts the padding is another.
std::optional<float> pooledValue(const GraphPool& pool, std::optional<float> value) {
    const bool same = pool.largest || !pool.geometry.countsPadding || pool.geometry.padding == 0;
    return same || value == 0.0F ? value : std::nullopt;
}

/// A factor that is 0 makes its channel 0, whatever the other is.
Constants productsOf(const GraphProduct& product, const Constants& in, const Constants& factor) {
    Constants out;
    for (std::size_t c = 0; c < product.channels.size(); ++c) {
        const auto a = constantOf(in, product.channels[c]);
        const auto b = constantOf(factor, product.factorChannels[c]);
        const bool isZero = a == 0.0F || b == 0.0F;
        out.push_back(isZero ? std::optional(0.0F) : a && b ? std::optional(*a * *b) : std::nullopt);
    }
    return out;
}

/// What is known of the node's output; changes a convolution that reads constants.
Constants propagate(GraphNode& node, const std::vector<Constants>& known) {
    const Constants& in = known[node.in.index()];
    Constants out;
    if (auto* convolution = std::get_if<GraphConvolution>(&node.operation)) {
        absorbConstants(*convolution, in);
        out = resultsOf(*convolution);
    } else if (const auto* pool = std::get_if<GraphPool>(&node.operation)) {
        for (const Index c : pool->channels) out.push_back(pooledValue(*pool, constantOf(in, c)));
    } else if (const auto* product = std::get_if<GraphProduct>(&node.operation)) {
        out = productsOf(*product, in, known[product->factor.index()]);
    } else if (const auto* activation = std::get_if<GraphActivation>(&node.operation)) {
        for (const Index c : activation->channels) out.push_back(valueOf(*activation, constantOf(in, c)));
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
    for (auto& value : out) {
        if (!node.relu || !value) continue;
        if (*value <= 0.0F) value = 0.0F;
        if (*value >= node.ceiling) value = node.ceiling;
    }
    return out;
}

/// A group of channels goes as a whole or stays as a whole, so that those that are left have one size.
void keepWholeGroups(const kernels::ConvolutionGeometry& g, Live& in, Live& out) {
    for (Index group = 0; group < g.groups; ++group) {
        const auto ins = in.begin() + group * g.groupInputs();
        const auto outs = out.begin() + group * g.groupOutputs();
        const bool lives = std::find(ins, ins + g.groupInputs(), true) != ins + g.groupInputs() ||
                           std::find(outs, outs + g.groupOutputs(), true) != outs + g.groupOutputs();
        std::fill_n(ins, g.groupInputs(), lives);
        std::fill_n(outs, g.groupOutputs(), lives);
    }
}

void markRead(const ChannelMap& map, const Live& out, Live& in) {
    for (std::size_t c = 0; c < map.size(); ++c)
        if (out[c] && map[c] != nn::noChannel) in[static_cast<std::size_t>(map[c])] = true;
}

/// Marks the channels that the live outputs of `node` read.
void markReads(const GraphNode& node, std::vector<Live>& live) {
    Live& in = live[node.in.index()];
    if (const auto* convolution = std::get_if<GraphConvolution>(&node.operation)) {
        if (convolution->geometry.groups > 1)
            keepWholeGroups(convolution->geometry, in, live[node.out.index()]);
        const Live& out = live[node.out.index()];
        forEachKernel(*convolution, [&](std::size_t o, std::size_t c, std::span<const float> taps) {
            if (out[o] && !allZero(taps)) in[c] = true;
        });
        if (node.addend) markRead(node.addendChannels, out, live[node.addend->index()]);
        return;
    }
    const Live out = live[node.out.index()];
    if (const auto* pool = std::get_if<GraphPool>(&node.operation)) {
        markRead(pool->channels, out, in);
    } else if (const auto* product = std::get_if<GraphProduct>(&node.operation)) {
        markRead(product->channels, out, in);
        markRead(product->factorChannels, out, live[product->factor.index()]);
    } else if (const auto* activation = std::get_if<GraphActivation>(&node.operation)) {
        markRead(activation->channels, out, in);
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
    kernels::ConvolutionGeometry& g = convolution.geometry;
    const Index channels = std::count(in.begin(), in.end(), true);
    if (g.groups > 1) g.groups = std::max<Index>(1, channels / g.groupInputs());
    g.outputs = static_cast<Index>(convolution.bias.size());
    g.input.channels = channels;
}

void compact(GraphNode& node, const std::vector<Live>& live, const std::vector<ChannelMap>& places) {
    const Live& out = live[node.out.index()];
    const ChannelMap& inPlaces = places[node.in.index()];
    if (auto* convolution = std::get_if<GraphConvolution>(&node.operation)) {
        compact(*convolution, out, live[node.in.index()]);
    } else if (auto* pool = std::get_if<GraphPool>(&node.operation)) {
        compact(pool->channels, out, inPlaces);
        const Live& in = live[node.in.index()];
        pool->geometry.input.channels = std::count(in.begin(), in.end(), true);
    } else if (auto* product = std::get_if<GraphProduct>(&node.operation)) {
        compact(product->channels, out, inPlaces);
        compact(product->factorChannels, out, places[product->factor.index()]);
    } else if (auto* activation = std::get_if<GraphActivation>(&node.operation)) {
        compact(activation->channels, out, inPlaces);
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
    // Groups that stay whole bring to life what a node before or behind them had left out.
    for (std::vector<Live> before; before != live;) {
        before = live;
        for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) markReads(*node, live);
    }
    std::vector<ChannelMap> places;
    for (std::size_t t = 0; t < shapes.size(); ++t) {
        places.push_back(placesOf(live[t]));
        shapes[t].channels = std::count(live[t].begin(), live[t].end(), true);
    }
    for (GraphNode& node : nodes) compact(node, live, places);
    return nn::InferenceGraph(std::move(shapes), std::move(nodes));
}

}  // namespace prunescope::infer
