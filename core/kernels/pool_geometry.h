#pragma once

#include "kernels/convolution_geometry.h"

#include <algorithm>

namespace prunescope::kernels {

/// What one window takes of the rows of a plane, or of its columns.
struct PoolSpan {
    Index first;
    Index end;      ///< at least one more than `first`
    Index counted;  ///< how many of them a mean divides by
};

/// Windows over the planes of (C,H,W): window (y,x) begins at row y s - p and column x s - p, with stride s
/// and padding p, each one for rows and one for columns. What lies outside the input takes no part. Sizes
/// are those of PyTorch and of ONNX.
struct PoolGeometry {
    Shape input;
    RowsAndColumns window = 1;
    RowsAndColumns stride = 1;
    RowsAndColumns padding = 0;  ///< below `window`
    bool ceil = false;           ///< also a last window that reaches beyond the padding, if it begins inside
    bool countsPadding = false;  ///< a mean is over the padding as well, but never over what is beyond it

    Shape output() const {
        return {input.channels, along(input.height, window.rows, stride.rows, padding.rows),
                along(input.width, window.columns, stride.columns, padding.columns)};
    }
    PoolSpan rowsOf(Index y) const { return span(y * stride.rows, input.height, window.rows, padding.rows); }
    PoolSpan columnsOf(Index x) const {
        return span(x * stride.columns, input.width, window.columns, padding.columns);
    }
    /// Whether no window reaches outside the input.
    bool staysInside() const {
        const Shape out = output();
        return padding == 0 && (out.height - 1) * stride.rows + window.rows <= input.height &&
               (out.width - 1) * stride.columns + window.columns <= input.width;
    }

private:
    Index along(Index extent, Index taken, Index step, Index pad) const {
        const Index rest = extent + 2 * pad - taken;
        if (!ceil) return rest / step + 1;
        const Index windows = (rest + step - 1) / step + 1;
        return (windows - 1) * step - pad >= extent ? windows - 1 : windows;
    }
    /// `begin` counts from where the padding begins.
    PoolSpan span(Index begin, Index extent, Index taken, Index pad) const {
        const Index first = std::max<Index>(0, begin - pad);
        const Index end = std::min(extent, begin - pad + taken);
        return {first, end, countsPadding ? std::min(begin + taken, extent + 2 * pad) - begin : end - first};
    }
};

}  // namespace prunescope::kernels
