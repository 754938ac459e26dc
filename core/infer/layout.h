#pragma once

#include "kernels/vec.h"
#include "nn/inference_graph.h"

#include <vector>

namespace prunescope::infer {

using kernels::Index;
using kernels::Shape;

/// Numbers that are computed at once.
inline constexpr Index vecWidth = kernels::vecWidth<float>;

/// How an activation lies in memory, for `lanes` images at once, the image index innermost: planes of rows
/// with zeros around them, so that a convolution needs no test for the border. The zeros behind a row are
/// those before the next one.
///
///     value(c,y,x,lane) is at c planeStride + origin + (y pitch + x) lanes + lane
struct Layout {
    Shape shape{};
    Index lanes = 1;
    Index padding = 0;  ///< rows of zeros above and below, pixels of zeros left and right
    Index pitch = 0;    ///< pixels from one row to the next, at least width + padding

    bool operator==(const Layout&) const = default;

    Index origin() const { return (padding * pitch + padding) * lanes; }
    Index at(Index y, Index x) const { return origin() + (y * pitch + x) * lanes; }
    /// Elements from one channel to the next. Over pixels, a vector that begins inside a plane ends before
    /// the next one; channels of a single value stand side by side instead, and whoever writes vectors there
    /// goes in their order.
    Index planeStride() const;
    /// With room for a vector that begins inside.
    Index elements() const;
};

/// True when vectors run over the pixels of an image instead of over images. Such layouts have no padding:
/// what a convolution reads is arranged for it, see `ArrangeStep`.
bool runsOverPixels(Index lanes);

/// Layouts for all tensors of a graph, with padding as their readers want it.
std::vector<Layout> layoutsOf(const nn::InferenceGraph& graph, Index lanes);

}  // namespace prunescope::infer
