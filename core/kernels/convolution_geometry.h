#pragma once

#include "kernels/tensor.h"

#include <cstdint>

namespace prunescope::kernels {

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
