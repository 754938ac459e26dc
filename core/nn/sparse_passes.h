#pragma once

#include "kernels/sparse_gather.h"
#include "kernels/sparse_weight_gradient.h"
#include "nn/parameter.h"

#include <optional>

namespace prunescope::nn {

/// The passes of a convolution from the kept weights alone, following the mask of its parameter. The lists of
/// a pass are made when that pass is run for the first time after the mask has changed: many passes are never
/// sparse, and the first layer has no gradient of the data at all.
template <class T>
class SparsePasses {
public:
    explicit SparsePasses(const kernels::ConvolutionGeometry& geometry) : geometry_(geometry) {}

    /// As in `kernels::Convolution`, with the weights `weight.used()` where `weight.mask()` is 1.
    void forward(const kernels::Tensor<T>& in, const Parameter<T>& weight, const T* bias,
                 kernels::Tensor<T>& out);
    void backwardData(const kernels::Tensor<T>& outGradient, const Parameter<T>& weight,
                      kernels::Tensor<T>& inGradient, kernels::SumStart start);
    /// Writes the gradients of the kept weights alone.
    void backwardWeights(const kernels::Tensor<T>& in, const kernels::Tensor<T>& outGradient,
                         Parameter<T>& weight, kernels::Scratch<T>& scratch);

private:
    /// A kernel with the lists of one mask, for tensors of one number of lanes.
    template <class Kernel>
    struct Pass {
        std::optional<Kernel> kernel{};
        std::uint64_t maskVersion = 0;
        Index lanes = 0;

        void follow(const Parameter<T>& weight, const kernels::Tensor<T>& source) {
            if (maskVersion == weight.maskVersion() && lanes == source.lanes()) return;
            kernel->setMask(weight.mask(), source);
            maskVersion = weight.maskVersion();
            lanes = source.lanes();
        }
    };

    kernels::ConvolutionGeometry geometry_;
    Pass<kernels::SparseGather<T>> forward_;
    Pass<kernels::SparseGather<T>> backward_;
    Pass<kernels::SparseWeightGradient<T>> weights_;
};

}  // namespace prunescope::nn
