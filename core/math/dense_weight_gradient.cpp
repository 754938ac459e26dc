#include "math/parallel.h"
#include "math/weight_gradient_kernel.h"

#include <Eigen/Core>

namespace prunescope::math {
namespace {

constexpr Index outputsAtOnce = 32;  // rows of the gradient that one thread computes

}  // namespace

template <class T>
void denseWeightGradient(const Tensor<T>& in, const Tensor<T>& outGradient, T* result) {
    // With one pixel a channel is a row of images, and this is a product of two matrices for each tile.
    using Matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    using Rows = Eigen::Map<const Matrix, Eigen::Aligned64, Eigen::OuterStride<>>;
    const Index inputs = in.shape().channels;
    const Pieces pieces{outGradient.shape().channels, outputsAtOnce};
    parallelFor(pieces.count(), [&](Index piece) {
        const Index first = pieces.begin(piece);
        const Index count = pieces.end(piece) - first;
        Eigen::Map<Matrix> sum(result + first * inputs, count, inputs);
        for (Index tile = 0; tile < in.tiles(); ++tile) {
            const Rows x(in.channel(tile, 0), inputs, in.lanes(), Eigen::OuterStride<>(in.channelStride()));
            const Rows g(outGradient.channel(tile, first), count, in.lanes(),
                         Eigen::OuterStride<>(outGradient.channelStride()));
            if (tile == 0)
                sum.noalias() = g * x.transpose();
            else
                sum.noalias() += g * x.transpose();
        }
    });
}

template void denseWeightGradient<float>(const Tensor<float>&, const Tensor<float>&, float*);
template void denseWeightGradient<double>(const Tensor<double>&, const Tensor<double>&, double*);

}  // namespace prunescope::math
