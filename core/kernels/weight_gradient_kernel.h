#pragma once

#include "kernels/convolution_geometry.h"
#include "kernels/taps.h"
#include "kernels/weight_gradient_inputs.h"

namespace prunescope::kernels {

/// weightGradient[o,c,i,j] = sum over y,x,n of outGradient[o,y,x,n] in[c, y s + i d - p, x s + j d - p, n], c
/// of the group of o
///
/// Partial sums stay vectors until the end: one vector per weight.
template <class T>
class DenseWeightGradient {
public:
    explicit DenseWeightGradient(const ConvolutionGeometry& geometry);

    /// `result` (O,C/G,KH,KW); sums over the batch, not means.
    void run(const Tensor<T>& in, const Tensor<T>& outGradient, T* result, Scratch<T>& scratch) const;

private:
    ConvolutionGeometry geometry_;
    std::vector<ColumnRange> columns_;  ///< by kernel column
    std::vector<weight_gradient::InputBlock> inputBlocks_;
};

/// The case of one pixel, where the whole sum fits the registers: result (O,C).
template <class T>
void denseWeightGradient(const Tensor<T>& in, const Tensor<T>& outGradient, T* result);

}  // namespace prunescope::kernels
