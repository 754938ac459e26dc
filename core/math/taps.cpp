#include "math/taps.h"

#include "math/convolution.h"

namespace prunescope::math {
namespace {

TapTable forwardTaps(Index outputs, Index inputs, Index kernel, Index stride, Index padding) {
    TapTable table(static_cast<std::size_t>(outputs));
    for (Index y = 0; y < outputs; ++y) {
        for (Index k = 0; k < kernel; ++k) {
            const Index source = y * stride + k - padding;
            if (source >= 0 && source < inputs) table[static_cast<std::size_t>(y)].push_back({k, source});
        }
    }
    return table;
}

}  // namespace

TapTable forwardRows(const ConvolutionGeometry& g) {
    return forwardTaps(g.output().height, g.input.height, g.kernelHeight, g.stride, g.padding);
}

TapTable forwardColumns(const ConvolutionGeometry& g) {
    return forwardTaps(g.output().width, g.input.width, g.kernelWidth, g.stride, g.padding);
}

TapTable transposed(const TapTable& forward, Index inputs) {
    TapTable table(static_cast<std::size_t>(inputs));
    for (std::size_t y = 0; y < forward.size(); ++y) {
        for (const Tap& tap : forward[y]) {
            table[static_cast<std::size_t>(tap.source)].push_back({tap.kernel, static_cast<Index>(y)});
        }
    }
    return table;
}

}  // namespace prunescope::math
