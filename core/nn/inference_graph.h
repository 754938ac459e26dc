#pragma once

#include "base/strong_index.h"
#include "kernels/convolution.h"
#include "kernels/pool_geometry.h"
#include "nn/activation.h"

#include <limits>
#include <optional>
#include <variant>
#include <vector>

namespace prunescope::nn {

using kernels::Index;
using kernels::Shape;

/// An activation of a graph: what goes in, or what one of its nodes makes.
using TensorIndex = StrongIndex<struct TensorTag, std::int32_t>;

/// For each output channel the channel it is made from; `noChannel`: it is 0 there.
using ChannelMap = std::vector<Index>;
inline constexpr Index noChannel = -1;
/// 0, 1, 2 and so on.
ChannelMap sameChannels(Index channels);

/// A convolution or dense layer with all that follows it channel by channel; see `kernels::Convolution`. A
/// dense layer behind a flattening is the case of a kernel as large as the plane.
struct GraphConvolution {
    kernels::ConvolutionGeometry geometry;
    std::vector<float> weight;  ///< (O,C/G,KH,KW)
    std::vector<float> bias;    ///< (O)
};

/// The largest value or the mean of each window; see `kernels::PoolGeometry`.
struct GraphPool {
    kernels::PoolGeometry geometry;
    bool largest = false;
    ChannelMap channels;
};

/// out = scale in + shift, by channel, at every `stride`-th row and column.
struct GraphAffine {
    std::vector<float> scale;
    std::vector<float> shift;
    Index stride = 1;
    ChannelMap channels;
};

/// out = f(in), value by value.
struct GraphActivation {
    ActivationFunction function;
    ChannelMap channels;
};

/// out = in factor, value by value; a factor of one pixel multiplies whole planes.
struct GraphProduct {
    TensorIndex factor;
    ChannelMap channels;
    ChannelMap factorChannels;
};

/// Rows and columns of zeros around each plane.
struct Margins {
    Index top = 0;
    Index bottom = 0;
    Index left = 0;
    Index right = 0;
};

/// One operation with what is done to its result: out = min(max(result + addend, 0), ceiling), each part if
/// wanted. Behind a convolution or a scaling alone.
struct GraphNode {
    std::variant<GraphConvolution, GraphPool, GraphAffine, GraphActivation, GraphProduct> operation;
    TensorIndex in;
    TensorIndex out;
    std::optional<TensorIndex> addend{};
    ChannelMap addendChannels{};
    bool relu = false;
    float ceiling = std::numeric_limits<float>::infinity();  ///< of the ReLU: 6 for a ReLU6
};

/// All that the node reads, its first input first.
std::vector<TensorIndex> readsOf(const GraphNode& node);

/// What a network computes once it is trained, as plain data with its weights. Operations write themselves
/// into it one by one, from input to output; passes of `infer` make it smaller.
class InferenceGraph {
public:
    explicit InferenceGraph(const Shape& input) : tensors_{input} {}
    /// For a graph made from another one. The input is the first tensor, the output that of the last node.
    InferenceGraph(std::vector<Shape> tensors, std::vector<GraphNode> nodes)
        : tensors_(std::move(tensors)), nodes_(std::move(nodes)) {}

    static TensorIndex input() { return TensorIndex{0}; }
    TensorIndex output() const { return nodes_.back().out; }
    const std::vector<Shape>& tensors() const { return tensors_; }
    const Shape& shape(TensorIndex tensor) const { return tensors_[tensor.index()]; }
    const std::vector<GraphNode>& nodes() const { return nodes_; }

    /// `bias` may be empty. A geometry of one pixel takes an input of any shape with as many values, in the
    /// order channel, row, column.
    TensorIndex convolution(TensorIndex in, kernels::ConvolutionGeometry geometry, std::vector<float> weight,
                            std::vector<float> bias);
    /// out = scale in + shift by channel.
    TensorIndex affine(TensorIndex in, std::vector<float> scale, std::vector<float> shift);
    /// max(in, 0)
    TensorIndex relu(TensorIndex in);
    TensorIndex activation(TensorIndex in, const ActivationFunction& function);
    /// `geometry` is of the shape of `in`.
    TensorIndex pool(TensorIndex in, const kernels::PoolGeometry& geometry, bool largest);
    TensorIndex zeroPadded(TensorIndex in, const Margins& margins);
    /// Every `stride`-th row and column; channels that `map` does not name are 0.
    TensorIndex sample(TensorIndex in, Index stride, ChannelMap map, const Shape& out);
    /// a + b, of one shape.
    TensorIndex sum(TensorIndex a, TensorIndex b);
    /// a b, of one shape, or b with one value for each channel of a.
    TensorIndex product(TensorIndex a, TensorIndex b);
    /// The channels of a and behind them those of b: a sum of both with zeros where each has no channels.
    TensorIndex concatenation(TensorIndex a, TensorIndex b);

private:
    TensorIndex append(GraphNode node, const Shape& out);
    GraphNode identityOf(TensorIndex in) const;

    std::vector<Shape> tensors_;
    std::vector<GraphNode> nodes_;
};

}  // namespace prunescope::nn
