#include "nn/pooling.h"

#include "nn/arrays.h"
#include "nn/operations.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <array>

namespace prunescope::nn {
namespace {

Shape pooledShape(const Shape& in, const PoolingOptions& o) {
    return {in.channels, (in.height - o.window) / o.stride + 1, (in.width - o.window) / o.stride + 1};
}

/// A value for each image of a tile.
template <class T>
using Lanes = Eigen::Array<T, Eigen::Dynamic, 1, Eigen::ColMajor, kernels::mostLanes, 1>;

/// The pixels of a window, row by row: each a value for every image of the tile.
struct Window {
    template <class T>
    Window(const Tensor<T>& in, Index windowHeight, Index windowWidth)
        : lanes(in.lanes()), row(in.rowStride()), height(windowHeight), width(windowWidth) {}

    Index pixels() const { return height * width; }
    template <class T>
    ArrayMap<T> at(T* first, Index pixel) const {
        return {first + pixel / width * row + pixel % width * lanes, lanes};
    }
    template <class T>
    ConstArrayMap<T> at(const T* first, Index pixel) const {
        return {first + pixel / width * row + pixel % width * lanes, lanes};
    }

    Index lanes, row, height, width;
};

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
MaxPool<T>::MaxPool(const std::string& name, const Shape& input, Index windowHeight, Index windowWidth,
                    Index stride)
    : Layer<T>(name, input,
               {input.channels, (input.height - windowHeight) / stride + 1,
                (input.width - windowWidth) / stride + 1}),
      windowHeight_(windowHeight),
      windowWidth_(windowWidth),
      stride_(stride) {}

template <class T>
void MaxPool<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& /*context*/) {
    const Window window(in, windowHeight_, windowWidth_);
    forEachWindow(in, this->outputShape(), stride_, nothing, [&](Index block, Index to, Index from) {
        const T* x = in.channel(0, block) + from;
        ArrayMap<T> y(out.channel(0, block) + to, window.lanes);
        y = window.at(x, 0);
        for (Index pixel = 1; pixel < window.pixels(); ++pixel) {
            const auto v = window.at(x, pixel);
            y = (v > y).select(v, y);
        }
    });
}

template <class T>
Gradient<T> MaxPool<T>::backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient,
                                 bool inputWanted, const PassContext<T>& context) {
    if (!inputWanted) return nullptr;
    Gradient<T> inGradient = context.pool->take(this->inputShape(), in.images());
    const Window window(in, windowHeight_, windowWidth_);
    const auto clear = [&](Index block) { planeOf(*inGradient, block).setZero(); };
    forEachWindow(in, this->outputShape(), stride_, clear, [&](Index block, Index to, Index from) {
        // What is still to be handed out, per image: zero once the first largest value has got it.
        alignas(64) std::array<T, kernels::mostLanes> rest{};
        std::copy_n(outGradient->channel(0, block) + to, window.lanes, rest.begin());
        const T* y = out.channel(0, block) + to;
        for (Index pixel = 0; pixel < window.pixels(); ++pixel) {
            const T* v = window.at(in.channel(0, block) + from, pixel).data();
            T* g = window.at(inGradient->channel(0, block) + from, pixel).data();
            for (Index i = 0; i < window.lanes; ++i) {
                const auto image = static_cast<std::size_t>(i);
                g[i] += v[i] == y[i] ? rest[image] : T(0);
                rest[image] = v[i] == y[i] ? T(0) : rest[image];
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
    const Window window(in, windowHeight_, windowWidth_);
    const T share = T(1) / static_cast<T>(window.pixels());
    forEachWindow(in, this->outputShape(), stride_, nothing, [&](Index block, Index to, Index from) {
        Lanes<T> sum = Lanes<T>::Zero(window.lanes);
        for (Index pixel = 0; pixel < window.pixels(); ++pixel)
            sum += window.at(in.channel(0, block) + from, pixel);
        window.at(out.channel(0, block) + to, 0) = sum * share;
    });
}

template <class T>
Gradient<T> AveragePool<T>::backward(const Tensor<T>& in, const Tensor<T>& /*out*/, Gradient<T> outGradient,
                                     bool inputWanted, const PassContext<T>& context) {
    if (!inputWanted) return nullptr;
    Gradient<T> inGradient = context.pool->take(this->inputShape(), in.images());
    const Window window(in, windowHeight_, windowWidth_);
    const T share = T(1) / static_cast<T>(window.pixels());
    const auto clear = [&](Index block) { planeOf(*inGradient, block).setZero(); };
    forEachWindow(in, this->outputShape(), stride_, clear, [&](Index block, Index to, Index from) {
        const auto dy = window.at(outGradient->channel(0, block) + to, 0);
        for (Index pixel = 0; pixel < window.pixels(); ++pixel)
            window.at(inGradient->channel(0, block) + from, pixel) += dy * share;
    });
    return inGradient;
}

template class MaxPool<float>;
template class MaxPool<double>;
template class AveragePool<float>;
template class AveragePool<double>;
template class GlobalMaxPool<float>;
template class GlobalMaxPool<double>;
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

/// The window is the whole plane.
TensorIndex lowerWhole(InferenceGraph& graph, const Lowering& at, bool largest) {
    const Shape& in = at.place.input();
    return graph.pool(
        at.inputs.front(),
        {.windowHeight = in.height, .windowWidth = in.width, .largest = largest, .channels = {}},
        {in.channels, 1, 1});
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
    return lowerWhole(graph, at, false);
}

TensorIndex GlobalMaxPoolOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return lowerWhole(graph, at, true);
}

OperationEntry globalAveragePoolEntry() {
    return {.description = {.name = "global average pool", .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) -> std::shared_ptr<const Operation> {
                return std::make_shared<GlobalAveragePoolOperation>();
            }};
}

OperationEntry globalMaxPoolEntry() {
    return {.description = {.name = "global max pool", .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) -> std::shared_ptr<const Operation> {
                return std::make_shared<GlobalMaxPoolOperation>();
            }};
}

}  // namespace prunescope::nn
