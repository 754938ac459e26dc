#include "kernels/convolution.h"

#include "kernels/gather_kernel.h"
#include "kernels/lane_sums.h"
#include "kernels/weight_gradient_kernel.h"
#include "parallel/parallel_for.h"

namespace prunescope::kernels {

template <class T>
Convolution<T>::Convolution(const ConvolutionGeometry& geometry)
    : geometry_(geometry), weightGradient_(geometry) {
    assert(geometry.output().height > 0 && geometry.output().width > 0);
    const TapTable columns = forwardColumns(geometry);
    forwardRows_ = forwardRows(geometry);
    backwardRows_ = transposed(forwardRows_, geometry.input.height);
    forwardGroups_ = groupsOf(columns);
    backwardGroups_ = groupsOf(transposed(columns, geometry.input.width));
}

template <class T>
void Convolution<T>::forward(const Tensor<T>& in, const T* weight, const T* bias, Tensor<T>& out) const {
    const Index taps = geometry_.taps();
    gather<T>({.source = &in,
               .destination = &out,
               .weight = weight,
               .destinationStride = geometry_.groupInputs() * taps,
               .sourceStride = taps,
               .groups = geometry_.groups,
               .groupStride = geometry_.weights() / geometry_.groups,
               .start = bias,
               .resumes = false,
               .kernelWidth = geometry_.kernelWidth,
               .rows = &forwardRows_,
               .columns = &forwardGroups_});
}

template <class T>
void Convolution<T>::backwardData(const Tensor<T>& outGradient, const T* weight, Tensor<T>& inGradient,
                                  SumStart start) const {
    const Index taps = geometry_.taps();
    gather<T>({.source = &outGradient,
               .destination = &inGradient,
               .weight = weight,
               .destinationStride = taps,
               .sourceStride = geometry_.groupInputs() * taps,
               .groups = geometry_.groups,
               .groupStride = geometry_.weights() / geometry_.groups,
               .start = nullptr,
               .resumes = start == SumStart::destination,
               .kernelWidth = geometry_.kernelWidth,
               .rows = &backwardRows_,
               .columns = &backwardGroups_});
}

template <class T>
void Convolution<T>::backwardWeights(const Tensor<T>& in, const Tensor<T>& outGradient, T* weightGradient,
                                     Scratch<T>& scratch) const {
    if (geometry_.input.pixels() == 1 && geometry_.groups == 1 && geometry_.coversPlane()) {
        denseWeightGradient(in, outGradient, weightGradient);
    } else {
        weightGradient_.run(in, outGradient, weightGradient, scratch);
    }
}

template <class T>
void Convolution<T>::backwardBias(const Tensor<T>& outGradient, T* biasGradient) const {
    parallel::parallelFor(geometry_.outputs,
                          [&](Index o) { biasGradient[o] = static_cast<T>(channelSum(outGradient, o)); });
}

template class Convolution<float>;
template class Convolution<double>;

}  // namespace prunescope::kernels
