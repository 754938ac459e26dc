#pragma once

#include "kernels/convolution_geometry.h"
#include "kernels/taps.h"
#include "kernels/weight_gradient_kernel.h"

namespace prunescope::kernels {

/// The three passes of a convolution over one geometry. Holds the tables of taps, no weights.
///
/// The same bits on any number of threads: each output row is written by one block of work, and partial sums
/// of the weight gradient are cut by the geometry alone and added in order.
template <class T>
class Convolution {
public:
    explicit Convolution(const ConvolutionGeometry& geometry);

    const ConvolutionGeometry& geometry() const { return geometry_; }

    /// `bias` may be null.
    void forward(const Tensor<T>& in, const T* weight, const T* bias, Tensor<T>& out) const;
    /// inGradient[c,..] = start + sum over o,i,j of weight[o,c,i,j] outGradient[o,..], o of the group of c
    void backwardData(const Tensor<T>& outGradient, const T* weight, Tensor<T>& inGradient,
                      SumStart start = SumStart::zero) const;
    /// Overwrites `weightGradient` (O,C/G,KH,KW): sums over the batch, not means.
    void backwardWeights(const Tensor<T>& in, const Tensor<T>& outGradient, T* weightGradient,
                         Scratch<T>& scratch) const;
    /// Overwrites `biasGradient` (O).
    void backwardBias(const Tensor<T>& outGradient, T* biasGradient) const;

private:
    ConvolutionGeometry geometry_;
    TapTable forwardRows_, backwardRows_;
    std::vector<TapGroup> forwardGroups_, backwardGroups_;
    DenseWeightGradient<T> weightGradient_;
};

}  // namespace prunescope::kernels
