#include "math/convolution.h"

#include "math/gather_kernel.h"
#include "math/lane_sums.h"
#include "math/parallel.h"
#include "math/weight_gradient_kernel.h"

namespace prunescope::math {

template <class T>
Convolution<T>::Convolution(const ConvolutionGeometry& geometry) : geometry_(geometry) {
    assert(geometry.output().height > 0 && geometry.output().width > 0);
    forwardRows_ = math::forwardRows(geometry);
    forwardColumns_ = math::forwardColumns(geometry);
    backwardRows_ = transposed(forwardRows_, geometry.input.height);
    backwardColumns_ = transposed(forwardColumns_, geometry.input.width);
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
