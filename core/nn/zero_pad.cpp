#include "nn/zero_pad.h"

#include "nn/arrays.h"
#include "nn/operations.h"
#include "parallel/parallel_for.h"

#include <algorithm>

namespace prunescope::nn {
namespace {

/// Calls `body(block, offset in the padded plane, offset in the plane, count)` for every row of every plane.
template <class T, class Body>
void forEachRow(const Tensor<T>& padded, const Tensor<T>& plain, const Margins& m, const Body& body) {
    parallel::parallelFor(plain.tiles() * plain.shape().channels, [&](Index block) {
        for (Index y = 0; y < plain.shape().height; ++y)
            body(block, (y + m.top) * padded.rowStride() + m.left * padded.lanes(), y * plain.rowStride(),
                 plain.rowStride());
    });
}

}  // namespace

template <class T>
void ZeroPad<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& /*context*/) {
    parallel::parallelFor(out.tiles() * out.shape().channels,
                          [&](Index block) { planeOf(out, block).setZero(); });
    forEachRow(out, in, margins_, [&](Index block, Index to, Index from, Index count) {
        std::copy_n(in.channel(0, block) + from, count, out.channel(0, block) + to);
    });
}

template <class T>
Gradient<T> ZeroPad<T>::backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient,
                                 bool inputWanted, const PassContext<T>& context) {
    if (!inputWanted) return nullptr;
    Gradient<T> inGradient = context.pool->take(this->inputShape(), in.images());
    forEachRow(out, in, margins_, [&](Index block, Index from, Index to, Index count) {
        std::copy_n(outGradient->channel(0, block) + from, count, inGradient->channel(0, block) + to);
    });
    return inGradient;
}

template class ZeroPad<float>;
template class ZeroPad<double>;

nlohmann::json ZeroPadOperation::attributes() const {
    return {{"top", margins_.top},
            {"bottom", margins_.bottom},
            {"left", margins_.left},
            {"right", margins_.right}};
}

Shape ZeroPadOperation::output(const Place& place) const {
    const Shape& in = place.input();
    return {in.channels, in.height + margins_.top + margins_.bottom,
            in.width + margins_.left + margins_.right};
}

TensorIndex ZeroPadOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.zeroPadded(at.inputs.front(), margins_);
}

OperationEntry zeroPadEntry() {
    constexpr Index widestMargin = 63;
    return {
        .description = {.name = "zero pad",
                        .title = {},
                        .summary = {},
                        .options = {wholeAttribute("top", 0, widestMargin),
                                    wholeAttribute("bottom", 0, widestMargin),
                                    wholeAttribute("left", 0, widestMargin),
                                    wholeAttribute("right", 0, widestMargin)}},
        .make = [](const nlohmann::json& a) -> std::shared_ptr<const Operation> {
            return std::make_shared<ZeroPadOperation>(Margins{
                .top = a.at("top"), .bottom = a.at("bottom"), .left = a.at("left"), .right = a.at("right")});
        }};
}

}  // namespace prunescope::nn
