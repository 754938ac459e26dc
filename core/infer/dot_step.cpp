#include "infer/dot_step.h"

#include "kernels/vec.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace prunescope::infer {
namespace {

using Vec = kernels::Vec<float>;
/// Picking a vector of inputs costs about as much as reading this many of dense weights. A fixed number, for
/// the two forms round differently and a measured choice would change results.
constexpr Index costOfPicking = 2;
constexpr int outputsTogether = 4;  // outputs of the dense form that are summed at once, to hide latency

/// The input in one piece, for the thread that asks; valid until it asks again.
float* packedInput(Index count) {
    thread_local kernels::Scratch<float> memory;
    return memory.atLeast(static_cast<std::size_t>(count));
}

/// `count` rows of `inputs` weights, `stride` apart, times one vector.
template <int count>
void dots(const float* weight, Index stride, const float* values, Index inputs, float* sums) {
    std::array<Vec, count> sum{};
    for (Index i = 0; i < inputs; i += vecWidth) {
        const Vec x = kernels::load(values + i);
        for (int o = 0; o < count; ++o) sum[o] += kernels::load(weight + o * stride + i) * x;
    }
    for (int o = 0; o < count; ++o) sums[o] = kernels::laneSum<float>(sum[o]);
}

}  // namespace

DotStep::DotStep(const nn::GraphNode& node, const Layout& in, const Layout& out, const Layout* addend)
    : in_(node.in),
      out_(node.out),
      addend_(node.addend),
      addendChannels_(node.addendChannels),
      relu_(node.relu),
      ceiling_(node.ceiling),
      inLayout_(in),
      inStride_(in.planeStride()),
      inputs_(in.shape.size()),
      outputs_(out.shape.channels),
      paddedInputs_((inputs_ + vecWidth - 1) / vecWidth * vecWidth) {
    assert(out.planeStride() == 1 && (addend == nullptr || addend->planeStride() == 1));
    assert(in.pitch == in.shape.width);
    const auto& convolution = std::get<nn::GraphConvolution>(node.operation);
    bias_ = convolution.bias;
    kept_.emplace(convolution.weight, inputs_);
    if (kept_->columns() * costOfPicking * vecWidth >= outputs_ * paddedInputs_) {
        kept_.reset();
        packDense(convolution);
    }
}

void DotStep::packDense(const nn::GraphConvolution& convolution) {
    dense_ = kernels::AlignedBuffer<float>(static_cast<std::size_t>(outputs_ * paddedInputs_));
    for (Index o = 0; o < outputs_; ++o)
        std::copy_n(convolution.weight.data() + o * inputs_, inputs_, dense_.data() + o * paddedInputs_);
}

void DotStep::multiplyDense(const float* values, float* sums) const {
    const float* weight = dense_.data();
    Index o = 0;
    for (; o + outputsTogether <= outputs_; o += outputsTogether, weight += outputsTogether * paddedInputs_)
        dots<outputsTogether>(weight, paddedInputs_, values, paddedInputs_, sums + o);
    for (; o < outputs_; ++o, weight += paddedInputs_)
        dots<1>(weight, paddedInputs_, values, paddedInputs_, sums + o);
}

/// Bias, residual sum and ReLU.
void DotStep::finish(float* sums, const TensorPointers& tensors) const {
    for (Index o = 0; o < outputs_; ++o) sums[o] += bias_[static_cast<std::size_t>(o)];
    for (Index o = 0; addend_ && o < outputs_; ++o) {
        const Index from = addendChannels_[static_cast<std::size_t>(o)];
        if (from != nn::noChannel) sums[o] += tensors[addend_->index()][from];
    }
    for (Index o = 0; relu_ && o < outputs_; ++o) {
        const float positive = sums[o] <= 0.0F ? 0.0F : sums[o];
        sums[o] = positive >= ceiling_ ? ceiling_ : positive;
    }
}

void DotStep::run(const TensorPointers& tensors) const {
    const Index readable = kept_ ? kernels::SlicedMatrix::readable(inputs_) : paddedInputs_;
    float* values = packedInput(readable);
    const float* in = tensors[in_.index()];
    const Index pixels = inLayout_.shape.pixels();
    if (inStride_ == pixels) {
        std::copy_n(in, inputs_, values);
    } else {
        for (Index c = 0; c < inLayout_.shape.channels; ++c)
            std::copy_n(in + c * inStride_, pixels, values + c * pixels);
    }
    std::fill(values + inputs_, values + readable, 0.0F);
    float* sums = tensors[out_.index()];
    if (kept_) {
        kept_->multiply(values, {sums, static_cast<std::size_t>(outputs_)});
    } else {
        multiplyDense(values, sums);
    }
    finish(sums, tensors);
}

}  // namespace prunescope::infer
