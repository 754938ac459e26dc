#include "infer/arrange_step.h"

#include "kernels/site_kernels.h"

#include <algorithm>

namespace prunescope::infer {
namespace {

constexpr Index mostShift = 4 * kernels::laneUnit - 1;

/// Clears `count` values and up to a vector more: whatever follows is written later, or is of no account.
void clear(float* to, Index count) {
    for (Index at = 0; at < count; at += kernels::vecWidth<float>)
        kernels::Vec<float>(0.0F).copy_to(to + at, std::experimental::element_aligned);
}

}  // namespace

bool ArrangeStep::needed(const kernels::ConvolutionGeometry& g) {
    return g.stride != 1 || g.padding != 0 || g.kernelWidth > 1 || g.kernelHeight > 1;
}

Layout ArrangeStep::layoutFor(const kernels::ConvolutionGeometry& g) {
    const Shape out = g.output();
    return {.shape = {g.input.channels * g.stride.rows * g.kernelWidth,
                      out.height + (g.reach().rows - 1) / g.stride.rows, out.width},
            .lanes = 1,
            .padding = 0,
            .pitch = out.width};
}

ArrangeStep::ArrangeStep(nn::TensorIndex in, nn::TensorIndex out,
                         const kernels::ConvolutionGeometry& geometry)
    : in_(in),
      out_(out),
      geometry_(geometry),
      inLayout_{.shape = geometry.input, .lanes = 1, .padding = 0, .pitch = geometry.input.width},
      outLayout_(layoutFor(geometry)),
      inStride_(inLayout_.planeStride()),
      outStride_(outLayout_.planeStride()) {}

/// With stride 1 and rows of one length, a plane is the input moved by so many values, but for its border.
void ArrangeStep::shiftPlane(const float* from, float* to, Index column) const {
    const Index width = geometry_.input.width;
    const Index height = geometry_.input.height;
    const Index p = geometry_.padding.rows;
    const Index move = column * geometry_.dilation.columns - geometry_.padding.columns;
    float* inner = to + p * width;
    clear(to, p * width);
    for (Index at = 0; at < height * width; at += kernels::vecWidth<float>)
        kernels::loadAnywhere(from + at + move).copy_to(inner + at, std::experimental::element_aligned);
    const auto clearColumn = [&](Index x) {
        for (Index y = 0; y < height; ++y) inner[y * width + x] = 0.0F;
    };
    for (Index x = 0; x < -move; ++x) clearColumn(x);
    for (Index x = width - move; x < width; ++x) clearColumn(x);
    clear(inner + height * width, (outLayout_.shape.height - height - p) * width);
}

void ArrangeStep::gatherPlane(const float* from, float* to, Index phase, Index column) const {
    const Index s = geometry_.stride.columns;
    const Index move = column * geometry_.dilation.columns - geometry_.padding.columns;
    // Outputs whose column lies inside the input: 0 <= x s + move < width.
    const Index first = move < 0 ? std::min((-move + s - 1) / s, outLayout_.pitch) : 0;
    const Index end = std::clamp<Index>((geometry_.input.width - move + s - 1) / s, first, outLayout_.pitch);
    clear(to, outLayout_.shape.height * outLayout_.pitch);
    for (Index q = 0; q < outLayout_.shape.height; ++q) {
        const Index row = q * geometry_.stride.rows + phase - geometry_.padding.rows;
        if (row < 0 || row >= geometry_.input.height) continue;
        const float* source = from + row * geometry_.input.width + move;
        float* line = to + q * outLayout_.pitch;
        for (Index x = first; x < end; ++x) line[x] = source[x * s];
    }
}

void ArrangeStep::run(const TensorPointers& tensors) const {
    const Index s = geometry_.stride.rows;
    const Index k = geometry_.kernelWidth;
    // Moved further, a vector would begin outside what may be read around a tensor.
    const bool near = geometry_.padding.columns <= mostShift;
    const bool shift = geometry_.stride == 1 && near && geometry_.output().width == geometry_.input.width;
    for (Index c = 0; c < geometry_.input.channels; ++c) {
        const float* from = tensors[in_.index()] + c * inStride_;
        for (Index phase = 0; phase < s; ++phase) {
            for (Index column = 0; column < k; ++column) {
                float* to = tensors[out_.index()] + ((c * s + phase) * k + column) * outStride_;
                if (shift) {
                    shiftPlane(from, to, column);
                } else {
                    gatherPlane(from, to, phase, column);
                }
            }
        }
    }
}

}  // namespace prunescope::infer
