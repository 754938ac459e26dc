#pragma once

#include "math/taps.h"

namespace prunescope::math {

/// A convolution: in (C,H,W,N), weight (O,C,KH,KW), out (O,OH,OW,N).
///
///     out[o,y,x,n] = bias[o] + sum over c,i,j of weight[o,c,i,j] in[c, y s + i - p, x s + j - p, n]
///
/// with stride s and padding p; reads outside the input are zero. A dense layer is the case of one pixel.
struct ConvolutionGeometry {
    Shape input;
    Index outputs = 1;
    Index kernelHeight = 1;
    Index kernelWidth = 1;
    Index stride = 1;
    Index padding = 0;

    Shape output() const {
        return {outputs, (input.height + 2 * padding - kernelHeight) / stride + 1,
                (input.width + 2 * padding - kernelWidth) / stride + 1};
    }
    Index taps() const { return kernelHeight * kernelWidth; }
    Index weights() const { return outputs * input.channels * taps(); }
};

/// Memory that kernels share: taken at the largest size that was asked for, and kept.
template <class T>
class Scratch {
public:
    T* atLeast(std::size_t size) {
        if (buffer_.size() < size) buffer_ = AlignedBuffer<T>(size);
        return buffer_.data();
    }

private:
    AlignedBuffer<T> buffer_;
};

/// The three passes of a convolution over one geometry. Holds the tables of taps, no weights.
///
/// The same bits on any number of threads: each output row is written by one piece of work, and partial sums
/// of the weight gradient are cut by the geometry alone and added in order.
template <class T>
class Convolution {
public:
    explicit Convolution(const ConvolutionGeometry& geometry);

    const ConvolutionGeometry& geometry() const { return geometry_; }

    /// `bias` may be null.
    void forward(const Tensor<T>& in, const T* weight, const T* bias, Tensor<T>& out) const;
    /// inGradient[c,..] = sum over o,i,j of weight[o,c,i,j] outGradient[o,..]; overwrites `inGradient`.
    void backwardData(const Tensor<T>& outGradient, const T* weight, Tensor<T>& inGradient) const;
    /// Overwrites `weightGradient` (O,C,KH,KW): sums over the batch, not means.
    void backwardWeights(const Tensor<T>& in, const Tensor<T>& outGradient, T* weightGradient,
                         Scratch<T>& scratch) const;
    /// Overwrites `biasGradient` (O).
    void backwardBias(const Tensor<T>& outGradient, T* biasGradient) const;

private:
    ConvolutionGeometry geometry_;
    TapTable forwardRows_, backwardRows_;
    std::vector<ColumnRange> columnRanges_;
    std::vector<TapGroup> forwardGroups_, backwardGroups_;
};

}  // namespace prunescope::math
