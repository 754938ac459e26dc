#include "infer/layout.h"

#include <algorithm>

namespace prunescope::infer {
namespace {

Index wholeUnits(Index values) {
    return (values + kernels::laneUnit - 1) / kernels::laneUnit * kernels::laneUnit;
}

}  // namespace

Index Layout::planeStride() const {
    constexpr Index page = 4096 / sizeof(float);
    if (lanes == 1 && shape.pixels() == 1 && padding == 0) return 1;
    const Index values = ((shape.height + 2 * padding) * pitch + 2 * padding) * lanes;
    const Index slack = runsOverPixels(lanes) ? vecWidth : 0;
    const Index stride = wholeUnits(values + slack);
    // Planes that are whole pages would put every channel into the same cache sets.
    return stride % page == 0 ? stride + kernels::laneUnit : stride;
}

Index Layout::elements() const {
    return wholeUnits(shape.channels * planeStride() + (runsOverPixels(lanes) ? vecWidth : 0));
}

bool runsOverPixels(Index lanes) {
    return lanes % vecWidth != 0;
}

std::vector<Layout> layoutsOf(const nn::InferenceGraph& graph, Index lanes) {
    std::vector<Layout> layouts;
    for (const Shape& shape : graph.tensors()) layouts.push_back({.shape = shape, .lanes = lanes});
    for (const nn::GraphNode& node : graph.nodes()) {
        const auto* convolution = std::get_if<nn::GraphConvolution>(&node.operation);
        if (convolution == nullptr || runsOverPixels(lanes)) continue;
        Index& padding = layouts[node.in.index()].padding;
        const kernels::RowsAndColumns& wanted = convolution->geometry.padding;
        padding = std::max({padding, wanted.rows, wanted.columns});
    }
    for (Layout& layout : layouts) layout.pitch = layout.shape.width + layout.padding;
    return layouts;
}

}  // namespace prunescope::infer
