#include "math/convolution.h"

#include "math/gather_kernel.h"
#include "math/lane_sums.h"
#include "math/parallel.h"
#include "math/weight_gradient_kernel.h"

namespace prunescope::math {
namespace {

/// For every output row, the kernel rows that read inside the input.
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

/// The same pairs seen from the input: for every input row, the kernel rows through which it was read.
TapTable transposed(const TapTable& forward, Index inputs) {
    TapTable table(static_cast<std::size_t>(inputs));
    for (std::size_t y = 0; y < forward.size(); ++y) {
        for (const Tap& tap : forward[y]) {
            table[static_cast<std::size_t>(tap.source)].push_back({tap.kernel, static_cast<Index>(y)});
        }
    }
    return table;
}

}  // namespace

template <class T>
Convolution<T>::Convolution(const ConvolutionGeometry& geometry) : geometry_(geometry) {
    const Shape in = geometry.input;
    const Shape out = geometry.output();
    assert(out.height > 0 && out.width > 0);
    forwardRows_ =
        forwardTaps(out.height, in.height, geometry.kernelHeight, geometry.stride, geometry.padding);
    forwardColumns_ =
        forwardTaps(out.width, in.width, geometry.kernelWidth, geometry.stride, geometry.padding);
    backwardRows_ = transposed(forwardRows_, in.height);
    backwardColumns_ = transposed(forwardColumns_, in.width);
}

template <class T>
void Convolution<T>::forward(const Tensor<T>& in, const T* weight, const T* bias, Tensor<T>& out,
                             Scratch<T>& scratch) const {
    const Index taps = geometry_.taps();
    gather<T>({.source = &in,
               .destination = &out,
               .weight = weight,
               .destinationStride = geometry_.input.channels * taps,
               .sourceStride = taps,
               .start = bias,
               .kernelHeight = geometry_.kernelHeight,
               .kernelWidth = geometry_.kernelWidth,
               .rows = &forwardRows_,
               .columns = &forwardColumns_},
              scratch);
}

template <class T>
void Convolution<T>::backwardData(const Tensor<T>& outGradient, const T* weight, Tensor<T>& inGradient,
                                  Scratch<T>& scratch) const {
    const Index taps = geometry_.taps();
    gather<T>({.source = &outGradient,
               .destination = &inGradient,
               .weight = weight,
               .destinationStride = taps,
               .sourceStride = geometry_.input.channels * taps,
               .start = nullptr,
               .kernelHeight = geometry_.kernelHeight,
               .kernelWidth = geometry_.kernelWidth,
               .rows = &backwardRows_,
               .columns = &backwardColumns_},
              scratch);
}

template <class T>
void Convolution<T>::backwardWeights(const Tensor<T>& in, const Tensor<T>& outGradient, T* weightGradient,
                                     Scratch<T>& scratch) const {
    if (geometry_.input.pixels() == 1 && geometry_.taps() == 1) {
        denseWeightGradient(in, outGradient, weightGradient);
    } else {
        math::weightGradient(geometry_, forwardRows_, forwardColumns_, in, outGradient, weightGradient,
                             scratch);
    }
}

template <class T>
void Convolution<T>::backwardBias(const Tensor<T>& outGradient, T* biasGradient) const {
    parallelFor(geometry_.outputs,
                [&](Index o) { biasGradient[o] = static_cast<T>(channelSum(outGradient, o)); });
}

template class Convolution<float>;
template class Convolution<double>;

}  // namespace prunescope::math
