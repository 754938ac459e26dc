#pragma once

#include "kernel_shapes.h"
#include "kernels/sparse_gather.h"
#include "kernels/sparse_weight_gradient.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace prunescope::speed {

enum class KernelPass : std::uint8_t { forward, data, weights };
enum class KernelKind : std::uint8_t { dense, sparse };

/// A layer with random activations, gradients and weights, whose three passes run with the dense kernels or,
/// from the kept weights alone, with the sparse ones.
class KernelLoad {
public:
    KernelLoad(const KernelShape& shape, kernels::Index images);

    /// Which weights the sparse kernels keep: of two sparsities, the higher one keeps some of those that the
    /// lower one keeps. `sparsity` from 0 to 1.
    void prune(double sparsity);
    void run(KernelPass pass, KernelKind kind);
    /// Of one dense pass, two for each multiply-accumulate.
    double operations() const;

private:
    void runDense(KernelPass pass);
    void runSparse(KernelPass pass);

    kernels::ConvolutionGeometry geometry_;
    kernels::Tensor<float> in_, out_, inGradient_, outGradient_;
    std::vector<float> weight_, bias_, weightGradient_;
    std::vector<std::size_t> order_;  ///< of cutting
    std::vector<std::uint8_t> mask_;
    kernels::Convolution<float> dense_;
    kernels::SparseGather<float> sparseForward_;
    kernels::SparseGather<float> sparseData_;
    kernels::SparseWeightGradient<float> sparseWeights_;
    kernels::Scratch<float> scratch_;
};

/// Makes loads and keeps the last one, for the largest fill a good part of the memory.
class LoadCache {
public:
    KernelLoad& load(const KernelShape& shape, kernels::Index images);

private:
    std::string name_;
    kernels::Index images_ = 0;
    std::unique_ptr<KernelLoad> load_;
};

}  // namespace prunescope::speed
