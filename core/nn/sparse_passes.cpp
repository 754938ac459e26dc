#include "nn/sparse_passes.h"

namespace prunescope::nn {

template <class T>
void SparsePasses<T>::forward(const kernels::Tensor<T>& in, const Parameter<T>& weight, const T* bias,
                              kernels::Tensor<T>& out) {
    if (!forward_.kernel) forward_.kernel.emplace(kernels::SparseGather<T>::forward(geometry_));
    forward_.follow(weight, in);
    forward_.kernel->run(in, weight.used(), bias, out);
}

template <class T>
void SparsePasses<T>::backwardData(const kernels::Tensor<T>& outGradient, const Parameter<T>& weight,
                                   kernels::Tensor<T>& inGradient, kernels::SumStart start) {
    if (!backward_.kernel) backward_.kernel.emplace(kernels::SparseGather<T>::backwardData(geometry_));
    backward_.follow(weight, outGradient);
    if (start == kernels::SumStart::destination) {
        backward_.kernel->addTo(outGradient, weight.used(), inGradient);
    } else {
        backward_.kernel->run(outGradient, weight.used(), nullptr, inGradient);
    }
}

template <class T>
void SparsePasses<T>::backwardWeights(const kernels::Tensor<T>& in, const kernels::Tensor<T>& outGradient,
                                      Parameter<T>& weight, kernels::Scratch<T>& scratch) {
    if (!weights_.kernel) weights_.kernel.emplace(geometry_);
    weights_.follow(weight, in);
    weights_.kernel->run(in, outGradient, weight.gradient(), scratch);
}

template class SparsePasses<float>;
template class SparsePasses<double>;

}  // namespace prunescope::nn
