#include "math/sparse_convolution.h"

namespace prunescope::math {

template <class T>
SparseConvolution<T>::SparseConvolution(const ConvolutionGeometry& g)
    : forward_({.destinations = g.outputs,
                .sources = g.input.channels,
                .destinationStride = g.input.channels * g.taps(),
                .sourceStride = g.taps(),
                .kernelHeight = g.kernelHeight,
                .kernelWidth = g.kernelWidth},
               forwardRows(g), forwardColumns(g)),
      backward_({.destinations = g.input.channels,
                 .sources = g.outputs,
                 .destinationStride = g.taps(),
                 .sourceStride = g.input.channels * g.taps(),
                 .kernelHeight = g.kernelHeight,
                 .kernelWidth = g.kernelWidth},
                transposed(forwardRows(g), g.input.height), transposed(forwardColumns(g), g.input.width)),
      weights_(g, forwardRows(g), forwardColumns(g)) {}

template <class T>
void SparseConvolution<T>::setMask(const std::uint8_t* mask, const Tensor<T>& in, const Tensor<T>& out) {
    forward_.setMask(mask, in);
    backward_.setMask(mask, out);
    weights_.setMask(mask, in);
}

template <class T>
void SparseConvolution<T>::forward(const Tensor<T>& in, const T* weight, const T* bias,
                                   Tensor<T>& out) const {
    forward_.run(in, weight, bias, out);
}

template <class T>
void SparseConvolution<T>::backwardData(const Tensor<T>& outGradient, const T* weight,
                                        Tensor<T>& inGradient) const {
    backward_.run(outGradient, weight, nullptr, inGradient);
}

template <class T>
void SparseConvolution<T>::backwardWeights(const Tensor<T>& in, const Tensor<T>& outGradient,
                                           T* weightGradient, Scratch<T>& scratch) const {
    weights_.run(in, outGradient, weightGradient, scratch);
}

template class SparseConvolution<float>;
template class SparseConvolution<double>;

}  // namespace prunescope::math
