#pragma once

#include "kernels/tensor.h"

#include <cstdint>

namespace prunescope::kernels {

/// A number for the rows and one for the columns of planes; a single one stands for both.
struct RowsAndColumns {
    Index rows = 0;
    Index columns = 0;

    constexpr RowsAndColumns() = default;
    constexpr RowsAndColumns(Index both) : rows(both), columns(both) {}
    constexpr RowsAndColumns(Index ofRows, Index ofColumns) : rows(ofRows), columns(ofColumns) {}
    bool operator==(const RowsAndColumns&) const = default;
};

/// A convolution: in (C,H,W,N), weight (O,C/G,KH,KW), out (O,OH,OW,N).
///
///     out[o,y,x,n] = bias[o]
///                    + sum over c,i,j of weight[o,c,i,j] in[g C/G + c, y s + i d - p, x s + j d - p, n]
///
/// with stride s, padding p and dilation d, each one for rows and one for columns; reads outside the input
/// are zero. The outputs are cut into G
/// groups of which each reads the inputs of the same group, g = floor(o G / O), alone: G = 1 is the usual
/// convolution, G = C a depthwise one. A dense layer is the case of one pixel.
struct ConvolutionGeometry {
    Shape input;
    Index outputs = 1;
    Index kernelHeight = 1;
    Index kernelWidth = 1;
    RowsAndColumns stride = 1;
    RowsAndColumns padding = 0;
    RowsAndColumns dilation = 1;  ///< pixels from one tap of the kernel to the next
    Index groups = 1;             ///< divides the channels of input and output

    Shape output() const {
        return {outputs, (input.height + 2 * padding.rows - reach().rows) / stride.rows + 1,
                (input.width + 2 * padding.columns - reach().columns) / stride.columns + 1};
    }
    /// Pixels from the first to the last tap of the kernel, both counted.
    RowsAndColumns reach() const {
        return {(kernelHeight - 1) * dilation.rows + 1, (kernelWidth - 1) * dilation.columns + 1};
    }
    /// A kernel that reads every pixel of its input once, for one output pixel.
    bool coversPlane() const {
        return kernelHeight == input.height && kernelWidth == input.width && padding == 0 && dilation == 1;
    }
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
