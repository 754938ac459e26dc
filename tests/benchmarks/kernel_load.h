#pragma once

#include "kernel_shapes.h"
#include "math/sparse_gather.h"
#include "math/sparse_weight_gradient.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace prunescope::bench {

enum class KernelPass : std::uint8_t { forward, data, weights };
enum class KernelKind : std::uint8_t { dense, sparse };

/// A layer with random activations, gradients and weights, whose three passes run with the dense kernels or,
/// from the kept weights alone, with the sparse ones.
class KernelLoad {
public:
    KernelLoad(const KernelShape& shape, math::Index images);

    /// Which weights the sparse kernels keep: of two sparsities, the higher one keeps some of those that the
    /// lower one keeps. `sparsity` from 0 to 1.
    void prune(double sparsity);
    void run(KernelPass pass, KernelKind kind);
    /// Of one dense pass, two for each multiply-accumulate.
    double operations() const;

private:
    void runDense(KernelPass pass);
    void runSparse(KernelPass pass);

    math::ConvolutionGeometry geometry_;
    math::Tensor<float> in_, out_, inGradient_, outGradient_;
    std::vector<float> weight_, bias_, weightGradient_;
    std::vector<std::size_t> order_;  ///< of cutting
    std::vector<std::uint8_t> mask_;
    math::Convolution<float> dense_;
    math::SparseGather<float> sparseForward_;
    math::SparseGather<float> sparseData_;
    math::SparseWeightGradient<float> sparseWeights_;
    math::Scratch<float> scratch_;
};

/// Makes loads and keeps the last one, for the largest fill a good part of the memory.
class LoadCache {
public:
    KernelLoad& load(const KernelShape& shape, math::Index images);

private:
    std::string name_;
    math::Index images_ = 0;
    std::unique_ptr<KernelLoad> load_;
};

}  // namespace prunescope::bench
