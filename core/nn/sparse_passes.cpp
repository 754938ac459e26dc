#include "nn/sparse_passes.h"

namespace prunescope::nn {

template <class T>
void SparsePasses<T>::forward(const math::Tensor<T>& in, const Parameter<T>& weight, const T* bias,
                              math::Tensor<T>& out) {
    const math::ConvolutionGeometry& g = geometry_;
    if (!forward_.kernel) {
        forward_.kernel.emplace(math::WeightOrder{.destinations = g.outputs,
                                                  .sources = g.input.channels,
                                                  .destinationStride = g.input.channels * g.taps(),
                                                  .sourceStride = g.taps(),
                                                  .kernelHeight = g.kernelHeight,
                                                  .kernelWidth = g.kernelWidth},
                                math::forwardRows(g), math::forwardColumns(g));
    }
    forward_.follow(weight, in);
    forward_.kernel->run(in, weight.used(), bias, out);
}

template <class T>
void SparsePasses<T>::backwardData(const math::Tensor<T>& outGradient, const Parameter<T>& weight,
                                   math::Tensor<T>& inGradient) {
    const math::ConvolutionGeometry& g = geometry_;
    if (!backward_.kernel) {
        backward_.kernel.emplace(math::WeightOrder{.destinations = g.input.channels,
                                                   .sources = g.outputs,
                                                   .destinationStride = g.taps(),
                                                   .sourceStride = g.input.channels * g.taps(),
                                                   .kernelHeight = g.kernelHeight,
                                                   .kernelWidth = g.kernelWidth},
                                 math::transposed(math::forwardRows(g), g.input.height),
                                 math::transposed(math::forwardColumns(g), g.input.width));
    }
    backward_.follow(weight, outGradient);
    backward_.kernel->run(outGradient, weight.used(), nullptr, inGradient);
}

template <class T>
void SparsePasses<T>::backwardWeights(const math::Tensor<T>& in, const math::Tensor<T>& outGradient,
                                      Parameter<T>& weight, math::Scratch<T>& scratch) {
    if (!weights_.kernel) {
        weights_.kernel.emplace(geometry_, math::forwardRows(geometry_), math::forwardColumns(geometry_));
    }
    weights_.follow(weight, in);
    weights_.kernel->run(in, outGradient, weight.gradient(), scratch);
}

template class SparsePasses<float>;
template class SparsePasses<double>;

}  // namespace prunescope::nn
