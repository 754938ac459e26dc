#pragma once

#include "nn/inference_graph.h"

#include <optional>
#include <variant>
#include <vector>

namespace prunescope::csource {

using kernels::Index;
using kernels::Shape;

/// Where an activation lies in the generated program's scratch memory: planes of rows, with zeros around
/// them where a convolution reads beyond the border. The zeros behind a row are those before the next one.
///
///     value(c,y,x) is at offset + c plane() + origin() + y pitch + x
struct Buffer {
    Shape shape{};
    Index padding = 0;
    Index pitch = 0;   ///< values from one row to the next
    Index offset = 0;  ///< in the scratch memory

    Index origin() const { return padding * pitch + padding; }
    Index plane() const {
        if (padding == 0) return (shape.height - 1) * pitch + shape.width;
        return (shape.height + 2 * padding) * pitch + padding;
    }
    Index size() const { return shape.channels * plane(); }
    /// From the first value of a plane to its last, with whatever lies between the rows.
    Index sites() const { return (shape.height - 1) * pitch + shape.width; }
    /// True when it is what (C,H,W) is without any gap.
    bool contiguous() const { return padding == 0 && (shape.height == 1 || pitch == shape.width); }
};

/// Position of a buffer in a plan: those of the graph's tensors first.
using BufferIndex = StrongIndex<struct BufferTag, std::int32_t>;

/// The node's input with every `stride`-th row and column put together, one plane for each pair of phases
/// that a kernel reads: (channel, phase of row, phase of column). A border of `padding` zeros is made, too.
struct PhaseSplit {
    kernels::RowsAndColumns stride = 1;
    kernels::RowsAndColumns padding = 0;
    kernels::RowsAndColumns phases = 1;
};

/// For each tap of a kernel that reads all channels, in the order of weights, where it reads: values from
/// where the output's own site is.
using TapOffsets = std::vector<Index>;

/// A convolution along the sites of its planes: site k of the result reads the source at k + offset, so that
/// both have the same pitch.
struct SiteConvolution {
    TapOffsets offsets;
};

/// A convolution with a kernel as large as its input's plane, which lies without a gap.
struct Dot {};

/// What the node says, pixel by pixel: a pool, a scaling by channel, a function of each value, a product.
struct Pixelwise {};

struct PlanStep {
    std::variant<PhaseSplit, SiteConvolution, Dot, Pixelwise> work;
    const nn::GraphNode* node = nullptr;
    BufferIndex in;
    BufferIndex out;
    std::optional<BufferIndex> second{};  ///< what is added to the result, or multiplies the input
};

/// The steps of a trained network for one image, and the memory they share: buffers that are not needed at
/// the same time lie in the same place.
struct Plan {
    std::vector<Buffer> buffers;
    std::vector<PlanStep> steps;
    BufferIndex output;
    Index scratch = 0;          ///< values of all buffers together
    bool readsInPlace = false;  ///< the image is read where the caller has it, and has no buffer

    const Buffer& at(BufferIndex buffer) const { return buffers[buffer.index()]; }
};

/// `graph` must outlive the plan. Throws `Error` when it needs more memory than a program can count in `int`.
Plan planOf(const nn::InferenceGraph& graph);

}  // namespace prunescope::csource
