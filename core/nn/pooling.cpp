#include "nn/pooling.h"

#include "nn/operations.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <array>

namespace prunescope::nn {
namespace {

Shape pooledShape(const Shape& in, const PoolingOptions& o) {
    return {in.channels, (in.height - o.window) / o.stride + 1, (in.width - o.window) / o.stride + 1};
}

constexpr auto nothing = [](Index) {};

/// Calls `begin(channel of the tile)` and then `body(channel of the tile, output offset, first input offset)`
/// for every window of it; offsets count elements.
template <class T, class Begin, class Body>
void forEachWindow(const Tensor<T>& in, const Shape& out, Index stride, const Begin& begin,
                   const Body& body) {
    const Index lanes = in.lanes();
    parallel::parallelFor(in.tiles() * in.shape().channels, [&](Index block) {
        begin(block);
        for (Index y = 0; y < out.height; ++y) {
            for (Index x = 0; x < out.width; ++x) {
                body(block, (y * out.width + x) * lanes, (y * in.shape().width + x) * stride * lanes);
            }
        }
    });
}

}  // namespace

template <class T>
MaxPool<T>::MaxPool(const std::string& name, const Shape& input, const PoolingOptions& options)
    : Layer<T>(name, input, pooledShape(input, options)), options_(options) {}

template <class T>
void MaxPool<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& /*context*/) {
    const Index lanes = in.lanes();
    const Index row = in.rowStride();
    forEachWindow(in, this->outputShape(), options_.stride, nothing, [&](Index block, Index to, Index from) {
        const T* x = in.channel(0, block) + from;
        T* y = out.channel(0, block) + to;
        std::copy_n(x, lanes, y);
        for (Index i = 0; i < options_.window; ++i) {
            for (Index j = 0; j < options_.window; ++j) {
                const T* v = x + i * row + j * lanes;
                for (Index l = 0; l < lanes; ++l) y[l] = v[l] > y[l] ? v[l] : y[l];
            }
        }
    });
}

template <class T>
Gradient<T> MaxPool<T>::backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient,
                                 bool inputWanted, const PassContext<T>& context) {
    if (!inputWanted) return nullptr;
    Gradient<T> inGradient = context.pool->take(this->inputShape(), in.images());
    const Index lanes = in.lanes();
    const Index row = in.rowStride();
    const Index planeSize = in.shape().pixels() * lanes;
    const auto clear = [&](Index block) { std::fill_n(inGradient->channel(0, block), planeSize, T(0)); };
    forEachWindow(in, this->outputShape(), options_.stride, clear, [&](Index block, Index to, Index from) {
        // What is still to be handed out, per image: zero once the first largest value has got it.
        alignas(64) std::array<T, kernels::mostLanes> rest{};
        std::copy_n(outGradient->channel(0, block) + to, lanes, rest.begin());
        const T* y = out.channel(0, block) + to;
        for (Index i = 0; i < options_.window; ++i) {
            for (Index j = 0; j < options_.window; ++j) {
                const T* v = in.channel(0, block) + from + i * row + j * lanes;
                T* g = inGradient->channel(0, block) + from + i * row + j * lanes;
                for (Index l = 0; l < lanes; ++l) {
                    const T share = v[l] == y[l] ? rest[static_cast<std::size_t>(l)] : T(0);
                    g[l] += share;
                    rest[static_cast<std::size_t>(l)] =
                        v[l] == y[l] ? T(0) : rest[static_cast<std::size_t>(l)];
                }
            }
        }
    });
    return inGradient;
}

template <class T>
AveragePool<T>::AveragePool(const std::string& name, const Shape& input, const Shape& output,
                            Index windowHeight, Index windowWidth, Index stride)
    : Layer<T>(name, input, output),
      windowHeight_(windowHeight),
      windowWidth_(windowWidth),
      stride_(stride) {}

template <class T>
AveragePool<T>::AveragePool(const std::string& name, const Shape& input, const PoolingOptions& options)
    : AveragePool(name, input, pooledShape(input, options), options.window, options.window, options.stride) {}

template <class T>
void AveragePool<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& /*context*/) {
    const Index lanes = in.lanes();
    const T share = T(1) / static_cast<T>(windowHeight_ * windowWidth_);
    forEachWindow(in, this->outputShape(), stride_, nothing, [&](Index block, Index to, Index from) {
        alignas(64) std::array<T, kernels::mostLanes> sum{};
        for (Index i = 0; i < windowHeight_; ++i) {
            for (Index j = 0; j < windowWidth_; ++j) {
                const T* v = in.channel(0, block) + from + i * in.rowStride() + j * lanes;
                for (Index l = 0; l < lanes; ++l) sum[static_cast<std::size_t>(l)] += v[l];
            }
        }
        T* y = out.channel(0, block) + to;
        for (Index l = 0; l < lanes; ++l) y[l] = sum[static_cast<std::size_t>(l)] * share;
    });
}

template <class T>
Gradient<T> AveragePool<T>::backward(const Tensor<T>& in, const Tensor<T>& /*out*/, Gradient<T> outGradient,
                                     bool inputWanted, const PassContext<T>& context) {
    if (!inputWanted) return nullptr;
    Gradient<T> inGradient = context.pool->take(this->inputShape(), in.images());
    const Index lanes = in.lanes();
    const Index planeSize = in.shape().pixels() * lanes;
    const T share = T(1) / static_cast<T>(windowHeight_ * windowWidth_);
    const auto clear = [&](Index block) { std::fill_n(inGradient->channel(0, block), planeSize, T(0)); };
    forEachWindow(in, this->outputShape(), stride_, clear, [&](Index block, Index to, Index from) {
        const T* dy = outGradient->channel(0, block) + to;
        for (Index i = 0; i < windowHeight_; ++i) {
            for (Index j = 0; j < windowWidth_; ++j) {
                T* g = inGradient->channel(0, block) + from + i * in.rowStride() + j * lanes;
                for (Index l = 0; l < lanes; ++l) g[l] += dy[l] * share;
            }
        }
    });
    return inGradient;
}

template class MaxPool<float>;
template class MaxPool<double>;
template class AveragePool<float>;
template class AveragePool<double>;
template class GlobalAveragePool<float>;
template class GlobalAveragePool<double>;

namespace {

nlohmann::json attributesOf(const PoolingOptions& options) {
    return {{"window", options.window}, {"stride", options.stride}};
}

PoolingOptions poolingFrom(const nlohmann::json& attributes) {
    return {.window = attributes.at("window"), .stride = attributes.at("stride")};
}

run::Description poolDescription(const char* name) {
    constexpr Index largestWindow = 255;
    return {
        .name = name,
        .title = {},
        .summary = {},
        .options = {wholeAttribute("window", 1, largestWindow), wholeAttribute("stride", 1, largestWindow)}};
}

Shape expectPooled(const Place& place, const PoolingOptions& options) {
    expectWindow(place, options.window, 0);
    return pooledShape(place.input(), options);
}

TensorIndex lowerPool(InferenceGraph& graph, const Lowering& at, const PoolingOptions& options,
                      bool largest) {
    return graph.pool(at.inputs.front(),
                      {.windowHeight = options.window,
                       .windowWidth = options.window,
                       .stride = options.stride,
                       .largest = largest,
                       .channels = {}},
                      pooledShape(at.place.input(), options));
}

}  // namespace

nlohmann::json MaxPoolOperation::attributes() const {
    return attributesOf(options_);
}

Shape MaxPoolOperation::output(const Place& place) const {
    return expectPooled(place, options_);
}

TensorIndex MaxPoolOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return lowerPool(graph, at, options_, true);
}

OperationEntry maxPoolEntry() {
    return {.description = poolDescription("max pool"),
            .make = [](const nlohmann::json& a) -> std::shared_ptr<const Operation> {
                return std::make_shared<MaxPoolOperation>(poolingFrom(a));
            }};
}

nlohmann::json AveragePoolOperation::attributes() const {
    return attributesOf(options_);
}

Shape AveragePoolOperation::output(const Place& place) const {
    return expectPooled(place, options_);
}

TensorIndex AveragePoolOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return lowerPool(graph, at, options_, false);
}

OperationEntry averagePoolEntry() {
    return {.description = poolDescription("average pool"),
            .make = [](const nlohmann::json& a) -> std::shared_ptr<const Operation> {
                return std::make_shared<AveragePoolOperation>(poolingFrom(a));
            }};
}

TensorIndex GlobalAveragePoolOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    const Shape& in = at.place.input();
    return graph.pool(at.inputs.front(), {.windowHeight = in.height, .windowWidth = in.width, .channels = {}},
                      {in.channels, 1, 1});
}

OperationEntry globalAveragePoolEntry() {
    return {.description = {.name = "global average pool", .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) -> std::shared_ptr<const Operation> {
                return std::make_shared<GlobalAveragePoolOperation>();
            }};
}

}  // namespace prunescope::nn
