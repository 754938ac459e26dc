#pragma once

#include "math/sparse_gather.h"
#include "math/sparse_weight_gradient.h"
#include "nn/parameter.h"

#include <optional>

namespace prunescope::nn {

/// The passes of a convolution from the kept weights alone, following the mask of its parameter. The lists of
/// a pass are made when that pass is run for the first time after the mask has changed: many passes are never
/// sparse, and the first layer has no gradient of the data at all.
template <class T>
class SparsePasses {
public:
    explicit SparsePasses(const math::ConvolutionGeometry& geometry) : geometry_(geometry) {}

    /// As in `math::Convolution`, with the weights `weight.used()` where `weight.mask()` is 1.
    void forward(const math::Tensor<T>& in, const Parameter<T>& weight, const T* bias, math::Tensor<T>& out);
    void backwardData(const math::Tensor<T>& outGradient, const Parameter<T>& weight,
                      math::Tensor<T>& inGradient, math::SumStart start);
    /// Writes the gradients of the kept weights alone.
    void backwardWeights(const math::Tensor<T>& in, const math::Tensor<T>& outGradient, Parameter<T>& weight,
                         math::Scratch<T>& scratch);

private:
    /// A kernel with the lists of one mask, for tensors of one number of lanes.
    template <class Kernel>
    struct Pass {
        std::optional<Kernel> kernel{};
        std::uint64_t maskVersion = 0;
        Index lanes = 0;

        void follow(const Parameter<T>& weight, const math::Tensor<T>& source) {
            if (maskVersion == weight.maskVersion() && lanes == source.lanes()) return;
            kernel->setMask(weight.mask(), source);
            maskVersion = weight.maskVersion();
            lanes = source.lanes();
        }
    };

    math::ConvolutionGeometry geometry_;
    Pass<math::SparseGather<T>> forward_;
    Pass<math::SparseGather<T>> backward_;
    Pass<math::SparseWeightGradient<T>> weights_;
};

}  // namespace prunescope::nn
