#pragma once

#include "kernels/tensor.h"

#include <cstdint>

namespace prunescope::kernels {

/// A convolution: in (C,H,W,N), weight (O,C/G,KH,KW), out (O,OH,OW,N).
///
///     out[o,y,x,n] = bias[o]
///                    + sum over c,i,j of weight[o,c,i,j] in[g C/G + c, y s + i d - p, x s + j d - p, n]
///
/// with stride s, padding p and dilation d; reads outside the input are zero. The outputs are cut into G
/// groups of which each reads the inputs of the same group, g = floor(o G / O), alone: G = 1 is the usual
/// convolution, G = C a depthwise one. A dense layer is the case of one pixel.
struct ConvolutionGeometry {
    Shape input;
    Index outputs = 1;
    Index kernelHeight = 1;
    Index kernelWidth = 1;
    Index stride = 1;
    Index padding = 0;
    Index dilation = 1;  ///< pixels from one tap of the kernel to the next
    Index groups = 1;    ///< divides the channels of input and output

    Shape output() const {
        return {outputs, (input.height + 2 * padding - reach(kernelHeight)) / stride + 1,
                (input.width + 2 * padding - reach(kernelWidth)) / stride + 1};
    }
    /// Pixels from the first to the last tap of so many, both counted.
    Index reach(Index taps) const { return (taps - 1) * dilation + 1; }
    Index taps() const { return kernelHeight * kernelWidth; }
    Index groupInputs() const { return input.channels / groups; }
    Index groupOutputs() const { return outputs / groups; }
    Index weights() const { return outputs * groupInputs() * taps(); }
};

/// What a sum over products starts from.
enum class SumStart : std::uint8_t {
    zero,
    destination,  ///< what is there already
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

}  // namespace prunescope::kernels
