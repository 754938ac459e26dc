#pragma once

#include "math/sparse_gather.h"
#include "math/sparse_weight_gradient.h"

namespace prunescope::math {

/// The passes of `Convolution` from the kept weights alone. Give every mask to `setMask` before the passes
/// that use it; the weights themselves may change at every step.
template <class T>
class SparseConvolution {
public:
    explicit SparseConvolution(const ConvolutionGeometry& geometry);

    /// `mask` (O,C,KH,KW), 1 = kept. The tensors tell the strides of those that the passes will be given.
    void setMask(const std::uint8_t* mask, const Tensor<T>& in, const Tensor<T>& out);

    /// As in `Convolution`; reads `weight` where it is kept.
    void forward(const Tensor<T>& in, const T* weight, const T* bias, Tensor<T>& out) const;
    void backwardData(const Tensor<T>& outGradient, const T* weight, Tensor<T>& inGradient) const;
    /// Writes the gradient of the kept weights alone.
    void backwardWeights(const Tensor<T>& in, const Tensor<T>& outGradient, T* weightGradient,
                         Scratch<T>& scratch) const;

    /// Of the lists that say where the kept weights are.
    std::size_t bytes() const { return forward_.bytes() + backward_.bytes() + weights_.bytes(); }

private:
    SparseGather<T> forward_;
    SparseGather<T> backward_;
    SparseWeightGradient<T> weights_;
};

}  // namespace prunescope::math
