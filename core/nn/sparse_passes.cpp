#include "nn/sparse_passes.h"

namespace prunescope::nn {

template <class T>
void SparsePasses<T>::forward(const math::Tensor<T>& in, const Parameter<T>& weight, const T* bias,
                              math::Tensor<T>& out) {
    if (!forward_.kernel) forward_.kernel.emplace(math::SparseGather<T>::forward(geometry_));
    forward_.follow(weight, in);
    forward_.kernel->run(in, weight.used(), bias, out);
}

template <class T>
void SparsePasses<T>::backwardData(const math::Tensor<T>& outGradient, const Parameter<T>& weight,
                                   math::Tensor<T>& inGradient, math::SumStart start) {
    if (!backward_.kernel) backward_.kernel.emplace(math::SparseGather<T>::backwardData(geometry_));
    backward_.follow(weight, outGradient);
    if (start == math::SumStart::destination) {
        backward_.kernel->addTo(outGradient, weight.used(), inGradient);
    } else {
        backward_.kernel->run(outGradient, weight.used(), nullptr, inGradient);
    }
}

template <class T>
void SparsePasses<T>::backwardWeights(const math::Tensor<T>& in, const math::Tensor<T>& outGradient,
                                      Parameter<T>& weight, math::Scratch<T>& scratch) {
    if (!weights_.kernel) weights_.kernel.emplace(geometry_);
    weights_.follow(weight, in);
    weights_.kernel->run(in, outGradient, weight.gradient(), scratch);
}

template class SparsePasses<float>;
template class SparsePasses<double>;

}  // namespace prunescope::nn
