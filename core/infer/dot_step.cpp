#include "infer/dot_step.h"

#include "math/vec.h"

#include <algorithm>
#include <numeric>

namespace prunescope::infer {
namespace {

using Vec = math::Vec<float>;
constexpr Index vecWidth = math::vecWidth<float>;
/// A kept weight costs about as much as this many weights of the dense form, which are read by the vector.
constexpr std::size_t costOfEntry = 8;

/// The input as one vector, for the thread that asks; valid until it asks again.
float* packedInput(std::size_t size) {
    thread_local math::AlignedBuffer<float> buffer;
    if (buffer.size() < size) buffer = math::AlignedBuffer<float>(size);
    return buffer.data();
}

/// `count` rows of `inputs` weights, `stride` apart, times one vector.
template <int count>
std::array<float, count> dots(const float* weight, Index stride, const float* values, Index inputs) {
    std::array<Vec, count> sum{};
    for (Index i = 0; i < inputs; i += vecWidth) {
        const Vec x = math::load(values + i);
        for (int o = 0; o < count; ++o) sum[o] += math::load(weight + o * stride + i) * x;
    }
    std::array<float, count> result;
    for (int o = 0; o < count; ++o) result[o] = math::laneSum<float>(sum[o]);
    return result;
}

}  // namespace

DotStep::DotStep(const nn::GraphNode& node, const Layout& in, const Layout& out, const Layout* addend)
    : in_(node.in),
      out_(node.out),
      addend_(node.addend),
      addendChannels_(node.addendChannels),
      relu_(node.relu),
      inLayout_(in),
      outLayout_(out),
      addendLayout_(addend == nullptr ? Layout{} : *addend),
      inputs_(in.shape.size()),
      outputs_(out.shape.channels),
      paddedInputs_((inputs_ + vecWidth - 1) / vecWidth * vecWidth) {
    const auto& convolution = std::get<nn::GraphConvolution>(node.operation);
    bias_ = convolution.bias;
    const auto kept =
        convolution.weight.size() -
        static_cast<std::size_t>(std::count(convolution.weight.begin(), convolution.weight.end(), 0.0F));
    sparse_ = kept * costOfEntry < convolution.weight.size();
    if (sparse_) {
        packSparse(convolution);
    } else {
        packDense(convolution);
    }
}

void DotStep::packDense(const nn::GraphConvolution& convolution) {
    dense_ = math::AlignedBuffer<float>(static_cast<std::size_t>(outputs_ * paddedInputs_));
    for (Index o = 0; o < outputs_; ++o)
        std::copy_n(convolution.weight.data() + o * inputs_, inputs_, dense_.data() + o * paddedInputs_);
}

void DotStep::packSparse(const nn::GraphConvolution& convolution) {
    std::vector<std::vector<std::pair<std::int32_t, float>>> rows(static_cast<std::size_t>(outputs_));
    for (std::size_t o = 0; o < rows.size(); ++o) {
        for (Index i = 0; i < inputs_; ++i) {
            const float w =
                convolution.weight[o * static_cast<std::size_t>(inputs_) + static_cast<std::size_t>(i)];
            if (w != 0.0F) rows[o].emplace_back(static_cast<std::int32_t>(i), w);
        }
    }
    std::vector<std::int32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        return rows[static_cast<std::size_t>(a)].size() > rows[static_cast<std::size_t>(b)].size();
    });
    for (std::size_t first = 0; first < order.size(); first += together) {
        const Block block{.outputs = outputsOf(order, first),
                          .first = keptWeights_.size(),
                          .length = rows[static_cast<std::size_t>(order[first])].size()};
        keptInputs_.resize(block.first + together * block.length, 0);
        keptWeights_.resize(block.first + together * block.length, 0.0F);
        for (std::size_t k = 0; k < together && block.outputs[k] >= 0; ++k) {
            std::size_t at = block.first + k * block.length;
            for (const auto& [input, weight] : rows[static_cast<std::size_t>(block.outputs[k])]) {
                keptInputs_[at] = input;
                keptWeights_[at++] = weight;
            }
        }
        blocks_.push_back(block);
    }
}

DotStep::Outputs DotStep::outputsOf(const std::vector<std::int32_t>& order, std::size_t first) {
    Outputs outputs;
    outputs.fill(-1);
    const std::size_t count = std::min<std::size_t>(together, order.size() - first);
    std::copy_n(order.begin() + static_cast<std::ptrdiff_t>(first), count, outputs.begin());
    return outputs;
}

void DotStep::finish(Index output, float sum, const TensorPointers& tensors) const {
    sum += bias_[static_cast<std::size_t>(output)];
    if (addend_) {
        const Index from = addendChannels_[static_cast<std::size_t>(output)];
        if (from != nn::noChannel)
            sum += tensors[addend_->index()][from * addendLayout_.planeStride() + addendLayout_.origin()];
    }
    if (relu_ && !(sum > 0.0F)) sum = 0.0F;
    tensors[out_.index()][output * outLayout_.planeStride() + outLayout_.origin()] = sum;
}

void DotStep::runDense(const float* values, const TensorPointers& tensors) const {
    Index o = 0;
    for (; o + together <= outputs_; o += together) {
        const auto sums =
            dots<together>(dense_.data() + o * paddedInputs_, paddedInputs_, values, paddedInputs_);
        for (int k = 0; k < together; ++k) finish(o + k, sums[static_cast<std::size_t>(k)], tensors);
    }
    for (; o < outputs_; ++o)
        finish(o, dots<1>(dense_.data() + o * paddedInputs_, paddedInputs_, values, paddedInputs_)[0],
               tensors);
}

void DotStep::runSparse(const float* values, const TensorPointers& tensors) const {
    for (const Block& block : blocks_) {
        std::array<const std::int32_t*, together> input;
        std::array<const float*, together> weight;
        for (std::size_t k = 0; k < together; ++k) {
            input[k] = keptInputs_.data() + block.first + k * block.length;
            weight[k] = keptWeights_.data() + block.first + k * block.length;
        }
        std::array<float, together> sum{};
        for (std::size_t e = 0; e < block.length; ++e)
            for (std::size_t k = 0; k < together; ++k) sum[k] += weight[k][e] * values[input[k][e]];
        for (std::size_t k = 0; k < together; ++k)
            if (block.outputs[k] >= 0) finish(block.outputs[k], sum[k], tensors);
    }
}

void DotStep::run(const TensorPointers& tensors) const {
    float* values = packedInput(static_cast<std::size_t>(paddedInputs_));
    const Shape& shape = inLayout_.shape;
    float* to = values;
    for (Index c = 0; c < shape.channels; ++c) {
        for (Index y = 0; y < shape.height; ++y)
            to = std::copy_n(tensors[in_.index()] + c * inLayout_.planeStride() + inLayout_.at(y, 0),
                             shape.width, to);
    }
    std::fill(to, values + paddedInputs_, 0.0F);
    if (sparse_) {
        runSparse(values, tensors);
    } else {
        runDense(values, tensors);
    }
}

}  // namespace prunescope::infer
