#include "nn/simple_layers.h"

#include "base/random.h"
#include "nn/arrays.h"
#include "nn/operations.h"
#include "parallel/parallel_for.h"

#include <algorithm>

namespace prunescope::nn {

template <class T>
void Relu<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& /*context*/) {
    parallel::parallelFor(in.tiles() * in.shape().channels, [&](Index block) {
        const ConstArrayMap<T> x = planeOf(in, block);
        planeOf(out, block) = (x <= T(0)).select(T(0), x);
    });
}

template <class T>
Gradient<T> Relu<T>::backward(const Tensor<T>& /*in*/, const Tensor<T>& out, Gradient<T> outGradient,
                              bool inputWanted, const PassContext<T>& /*context*/) {
    if (!inputWanted) return nullptr;
    parallel::parallelFor(out.tiles() * out.shape().channels, [&](Index block) {
        ArrayMap<T> g = planeOf(*outGradient, block);
        g = (planeOf(out, block) <= T(0)).select(T(0), g);
    });
    return outGradient;
}

namespace {

/// Copies between a tensor of planes and the flat one, either way.
template <class T, class Move>
void forEachPixel(const Tensor<T>& planes, Move&& move) {
    const Index pixels = planes.shape().pixels();
    parallel::parallelFor(planes.shape().channels, [&](Index c) {
        for (Index tile = 0; tile < planes.tiles(); ++tile) {
            for (Index p = 0; p < pixels; ++p) move(tile, c, p, c * pixels + p);
        }
    });
}

}  // namespace

template <class T>
void Flatten<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& /*context*/) {
    const Index lanes = in.lanes();
    forEachPixel(in, [&](Index tile, Index c, Index pixel, Index flat) {
        std::copy_n(in.channel(tile, c) + pixel * lanes, lanes, out.channel(tile, flat));
    });
}

template <class T>
Gradient<T> Flatten<T>::backward(const Tensor<T>& in, const Tensor<T>& /*out*/, Gradient<T> outGradient,
                                 bool inputWanted, const PassContext<T>& context) {
    if (!inputWanted) return nullptr;
    Gradient<T> inGradient = context.pool->take(this->inputShape(), in.images());
    const Index lanes = in.lanes();
    forEachPixel(in, [&](Index tile, Index c, Index pixel, Index flat) {
        std::copy_n(outGradient->channel(tile, flat), lanes, inGradient->channel(tile, c) + pixel * lanes);
    });
    return inGradient;
}

template <class T>
void Dropout<T>::apply(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) const {
    const Index size = in.shape().pixels() * in.lanes();
    const T scale = static_cast<T>(1 / (1 - rate_));
    const Index blocks = in.tiles() * in.shape().channels;
    parallel::parallelFor(blocks, [&](Index block) {
        const auto counter = (context.step * 64 + salt_) * static_cast<std::uint64_t>(1 + blocks) +
                             static_cast<std::uint64_t>(block);
        Random random(context.seed, RandomStream::dropout, counter);
        const T* x = in.channel(0, block);
        T* y = out.channel(0, block);
        for (Index i = 0; i < size; ++i) y[i] = random.uniform() < rate_ ? T(0) : x[i] * scale;
    });
}

template <class T>
void Dropout<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) {
    if (context.training && rate_ > 0) {
        apply(in, out, context);
    } else if (&in != &out) {
        const Index size = in.shape().pixels() * in.lanes();
        for (Index block = 0; block < in.tiles() * in.shape().channels; ++block)
            std::copy_n(in.channel(0, block), size, out.channel(0, block));
    }
}

template <class T>
Gradient<T> Dropout<T>::backward(const Tensor<T>& /*in*/, const Tensor<T>& /*out*/, Gradient<T> outGradient,
                                 bool inputWanted, const PassContext<T>& context) {
    if (!inputWanted) return nullptr;
    if (rate_ > 0) apply(*outGradient, *outGradient, context);
    return outGradient;
}

template class Relu<float>;
template class Relu<double>;
template class Flatten<float>;
template class Flatten<double>;
template class Dropout<float>;
template class Dropout<double>;

TensorIndex ReluOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.relu(at.inputs.front());
}

/// The dense layer that follows reads the planes as they are.
TensorIndex FlattenOperation::lower(InferenceGraph& /*graph*/, const Lowering& at) const {
    return at.inputs.front();
}

TensorIndex DropoutOperation::lower(InferenceGraph& /*graph*/, const Lowering& at) const {
    return at.inputs.front();
}

OperationEntry reluEntry() {
    return {.description = {.name = "relu", .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) -> std::shared_ptr<const Operation> {
                return std::make_shared<ReluOperation>();
            }};
}

OperationEntry flattenEntry() {
    return {.description = {.name = "flatten", .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) -> std::shared_ptr<const Operation> {
                return std::make_shared<FlattenOperation>();
            }};
}

OperationEntry dropoutEntry() {
    return {.description = {.name = "dropout",
                            .title = {},
                            .summary = {},
                            .options = {{.key = "rate",
                                         .title = {},
                                         .help = {},
                                         .kind = run::OptionKind::real,
                                         .defaultValue = {},
                                         .minimum = 0,
                                         .maximum = 1,
                                         .maximumExcluded = true}}},
            .make = [](const nlohmann::json& a) -> std::shared_ptr<const Operation> {
                return std::make_shared<DropoutOperation>(a.at("rate").get<double>());
            }};
}

}  // namespace prunescope::nn
