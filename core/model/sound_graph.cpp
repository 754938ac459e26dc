#include "model/sound_graph.h"

#include "base/error.h"

#include <algorithm>

namespace prunescope::model {
namespace {

/// Values of one tensor of one image.
constexpr nn::Index mostTensorValues = nn::Index{1} << 27U;

class GraphCheck {
public:
    GraphCheck(const nn::InferenceGraph& graph, const std::string& origin) : graph_(graph), origin_(origin) {}

    void check() const {
        if (graph_.nodes().empty()) refuse();
        for (const nn::Shape& shape : graph_.tensors()) {
            const bool positive = shape.channels > 0 && shape.height > 0 && shape.width > 0;
            if (!positive || shape.channels > mostTensorValues / shape.height / shape.width) refuse();
        }
        for (const nn::GraphNode& node : graph_.nodes()) {
            for (const nn::TensorIndex read : nn::readsOf(node)) expectBefore(read, node.out);
            std::visit([&](const auto& operation) { expect(operation, node); }, node.operation);
            if (node.addend) expectAddend(node);
        }
    }

private:
    [[noreturn]] void refuse() const {
        throw Error(origin_, Text::of("has operations that do not fit together"),
                    Text::of("Export it anew."));
    }
    void require(bool fits) const {
        if (!fits) refuse();
    }

    static bool arePositive(const kernels::RowsAndColumns& both) { return both.rows > 0 && both.columns > 0; }
    static bool isPadding(const kernels::RowsAndColumns& both) {
        return both.rows >= 0 && both.columns >= 0 && both.rows <= mostTensorValues &&
               both.columns <= mostTensorValues;
    }

    void expectBefore(nn::TensorIndex read, nn::TensorIndex made) const {
        require(read.value >= 0 && read.value < made.value && made.index() < graph_.tensors().size());
    }

    void expectMap(const nn::ChannelMap& map, nn::Index from, nn::Index to) const {
        require(std::ssize(map) == to && std::all_of(map.begin(), map.end(), [&](nn::Index c) {
                    return c >= nn::noChannel && c < from;
                }));
    }

    void expect(const nn::GraphConvolution& c, const nn::GraphNode& node) const {
        const auto& g = c.geometry;
        const bool positive = g.outputs > 0 && g.kernelHeight > 0 && g.kernelWidth > 0 && g.groups > 0 &&
                              arePositive(g.stride) && arePositive(g.dilation) && isPadding(g.padding);
        require(positive && g.input == graph_.shape(node.in) && g.input.channels % g.groups == 0 &&
                g.outputs % g.groups == 0 && g.output() == graph_.shape(node.out));
        const auto each = g.input.channels / g.groups * g.kernelHeight * g.kernelWidth;
        require(std::ssize(c.weight) == g.outputs * each && std::ssize(c.bias) == g.outputs);
    }

    void expect(const nn::GraphPool& pool, const nn::GraphNode& node) const {
        const nn::Shape& in = graph_.shape(node.in);
        const nn::Shape& out = graph_.shape(node.out);
        const kernels::PoolGeometry& g = pool.geometry;
        require(arePositive(g.window) && arePositive(g.stride) && isPadding(g.padding));
        require(g.padding.rows < g.window.rows && g.padding.columns < g.window.columns &&
                g.window.rows <= in.height + 2 * g.padding.rows &&
                g.window.columns <= in.width + 2 * g.padding.columns);
        const nn::Shape made = g.output();
        require(g.input.height == in.height && g.input.width == in.width && made.height == out.height &&
                made.width == out.width);
        expectMap(pool.channels, in.channels, out.channels);
    }

    void expect(const nn::GraphAffine& affine, const nn::GraphNode& node) const {
        const nn::Shape& in = graph_.shape(node.in);
        const nn::Shape& out = graph_.shape(node.out);
        require(std::ssize(affine.scale) == out.channels && std::ssize(affine.shift) == out.channels);
        require(affine.stride > 0 && (out.height - 1) * affine.stride < in.height &&
                (out.width - 1) * affine.stride < in.width);
        expectMap(affine.channels, in.channels, out.channels);
    }

    void expect(const nn::GraphActivation& activation, const nn::GraphNode& node) const {
        expectSamePlane(node.in, node.out);
        expectMap(activation.channels, graph_.shape(node.in).channels, graph_.shape(node.out).channels);
    }

    void expect(const nn::GraphProduct& product, const nn::GraphNode& node) const {
        expectSamePlane(node.in, node.out);
        if (graph_.shape(product.factor).pixels() != 1) expectSamePlane(product.factor, node.out);
        expectMap(product.channels, graph_.shape(node.in).channels, graph_.shape(node.out).channels);
        expectMap(product.factorChannels, graph_.shape(product.factor).channels,
                  graph_.shape(node.out).channels);
    }

    void expectAddend(const nn::GraphNode& node) const {
        expectSamePlane(*node.addend, node.out);
        expectMap(node.addendChannels, graph_.shape(*node.addend).channels, graph_.shape(node.out).channels);
    }

    void expectSamePlane(nn::TensorIndex a, nn::TensorIndex b) const {
        require(graph_.shape(a).height == graph_.shape(b).height &&
                graph_.shape(a).width == graph_.shape(b).width);
    }

    const nn::InferenceGraph& graph_;
    const std::string& origin_;
};

}  // namespace

void expectSound(const nn::InferenceGraph& graph, const std::string& origin) {
    GraphCheck(graph, origin).check();
}

}  // namespace prunescope::model
