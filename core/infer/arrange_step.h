#pragma once

#include "infer/step.h"

namespace prunescope::infer {

/// What a convolution over the pixels of one image reads, padding included, with stride s and dilation d,
/// each one for rows and one for columns: for each channel, row phase r < s and kernel column j a plane
///
///     plane(c,r,j)[q,x] = in[c, q s + r - p, x s + j d - p]
///
/// as wide as the output. What one weight (c,i,j) reads for neighbouring outputs then lies next to each
/// other, in rows i d / s on of plane (c, i d % s, j), mostly aligned to whole vectors.
class ArrangeStep : public Step {
public:
    ArrangeStep(nn::TensorIndex in, nn::TensorIndex out, const kernels::ConvolutionGeometry& geometry);

    /// Of the planes.
    static Layout layoutFor(const kernels::ConvolutionGeometry& geometry);
    /// False when a convolution can read its input as it is.
    static bool needed(const kernels::ConvolutionGeometry& geometry);

    void run(const TensorPointers& tensors) const override;

private:
    void shiftPlane(const float* from, float* to, Index column) const;
    void gatherPlane(const float* from, float* to, Index phase, Index column) const;

    nn::TensorIndex in_, out_;
    kernels::ConvolutionGeometry geometry_;
    Layout inLayout_, outLayout_;
    Index inStride_, outStride_;
};

}  // namespace prunescope::infer
