#include "nn/shortcut.h"

#include "base/error.h"
#include "nn/arrays.h"
#include "nn/operations.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <numeric>

namespace prunescope::nn {
namespace {

/// Calls `body(tile, input channel, large offset, small offset, count)` for runs of elements of the plane
/// before and after subsampling that belong together.
template <class T, class Body>
void forEachSample(const Tensor<T>& large, const Shape& small, Index stride, const Body& body) {
    const Index lanes = large.lanes();
    parallel::parallelFor(large.shape().channels, [&](Index c) {
        for (Index tile = 0; tile < large.tiles(); ++tile) {
            for (Index y = 0; y < small.height; ++y) {
                for (Index x = 0; x < small.width; ++x) {
                    body(tile, c, (y * stride * large.shape().width + x * stride) * lanes,
                         (y * small.width + x) * lanes, lanes);
                }
            }
        }
    });
}

}  // namespace

template <class T>
Subsample<T>::Subsample(const std::string& name, const Shape& input, const Shape& output, Index stride)
    : Layer<T>(name, input, output), stride_(stride) {}

template <class T>
void Subsample<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& /*context*/) {
    const Index lacking = this->outputShape().channels - this->inputShape().channels;
    const Index size = out.shape().pixels() * out.lanes();
    parallel::parallelFor(lacking, [&](Index k) {
        const Index c = k < firstChannel() ? k : k + this->inputShape().channels;
        for (Index tile = 0; tile < out.tiles(); ++tile) std::fill_n(out.channel(tile, c), size, T(0));
    });
    forEachSample(
        in, this->outputShape(), stride_, [&](Index tile, Index c, Index from, Index to, Index count) {
            std::copy_n(in.channel(tile, c) + from, count, out.channel(tile, firstChannel() + c) + to);
        });
}

template <class T>
Gradient<T> Subsample<T>::backwardOnto(const Tensor<T>& /*in*/, const Tensor<T>& /*out*/,
                                       Gradient<T> outGradient, Gradient<T> start,
                                       const PassContext<T>& /*context*/) {
    forEachSample(*start, this->outputShape(), stride_,
                  [&](Index tile, Index c, Index to, Index from, Index count) {
                      const T* dy = outGradient->channel(tile, firstChannel() + c) + from;
                      T* dx = start->channel(tile, c) + to;
                      ArrayMap<T>(dx, count) += ConstArrayMap<T>(dy, count);
                  });
    return start;
}

template <class T>
Gradient<T> Subsample<T>::backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient,
                                   bool inputWanted, const PassContext<T>& context) {
    if (!inputWanted) return nullptr;
    Gradient<T> zero = context.pool->take(this->inputShape(), in.images());
    zero->clear();
    return backwardOnto(in, out, std::move(outGradient), std::move(zero), context);
}

template class Subsample<float>;
template class Subsample<double>;

nlohmann::json SubsampleOperation::attributes() const {
    return {{"outputs", outputs_}, {"stride", stride_}};
}

Shape SubsampleOperation::output(const Place& place) const {
    const Shape& in = place.input();
    if (outputs_ < in.channels) {
        throw UsageError("model",
                         Text::of("{}: {} cannot make {} channels of {}", place.network, place.name, outputs_,
                                  in.channels),
                         Text::of("Use a convolution to have fewer channels."));
    }
    return {outputs_, (in.height + stride_ - 1) / stride_, (in.width + stride_ - 1) / stride_};
}

TensorIndex SubsampleOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    const Index channels = at.place.input().channels;
    ChannelMap map(static_cast<std::size_t>(outputs_), noChannel);
    const auto first = map.begin() + (outputs_ - channels) / 2;
    std::iota(first, first + channels, Index{0});
    return graph.sample(at.inputs.front(), stride_, std::move(map), output(at.place));
}

OperationEntry subsampleEntry() {
    constexpr Index widest = 100'000;
    constexpr Index longestStride = 255;
    return {.description = {.name = "subsample",
                            .title = {},
                            .summary = {},
                            .options = {wholeAttribute("outputs", 1, widest),
                                        wholeAttribute("stride", 1, longestStride)}},
            .make = [](const nlohmann::json& a) -> std::shared_ptr<const Operation> {
                return std::make_shared<SubsampleOperation>(a.at("outputs").get<Index>(),
                                                            a.at("stride").get<Index>());
            }};
}

Shape AddOperation::output(const Place& place) const {
    if (place.inputs.front() == place.inputs.back()) return place.input();
    throw UsageError("model", Text::of("{}: {} adds tensors of two shapes", place.network, place.name),
                     Text::of("Give both the same channels, rows and columns."));
}

TensorIndex AddOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.sum(at.inputs.front(), at.inputs.back());
}

OperationEntry addEntry() {
    return {.description = {.name = "add", .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) -> std::shared_ptr<const Operation> {
                return std::make_shared<AddOperation>();
            }};
}

}  // namespace prunescope::nn
