#include "nn/pooling.h"

#include "base/error.h"
#include "nn/arrays.h"
#include "nn/operations.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <array>

namespace prunescope::nn {
namespace {

using kernels::PoolGeometry;
using kernels::PoolSpan;

/// A value for each image of a tile.
template <class T>
using Lanes = Eigen::Array<T, Eigen::Dynamic, 1, Eigen::ColMajor, kernels::mostLanes, 1>;

/// The pixels of a window that lie inside the plane, row by row: each a value for every image of the tile.
struct Window {
    template <class T>
    Window(const Tensor<T>& in, const PoolSpan& rows, const PoolSpan& columns)
        : lanes(in.lanes()),
          row(in.rowStride()),
          first(rows.first * row + columns.first * lanes),
          width(columns.end - columns.first),
          pixels((rows.end - rows.first) * width),
          counted(rows.counted * columns.counted) {}

    template <class T>
    ArrayMap<T> at(T* plane, Index pixel) const {
        return {plane + first + pixel / width * row + pixel % width * lanes, lanes};
    }
    template <class T>
    ConstArrayMap<T> at(const T* plane, Index pixel) const {
        return {plane + first + pixel / width * row + pixel % width * lanes, lanes};
    }

    Index lanes, row, first, width, pixels;
    Index counted;  ///< what a mean divides by
};

constexpr auto nothing = [](Index) {};

/// Calls `begin(channel of the tile)` and then `body(channel of the tile, output offset, window)` for every
/// window of it; the offset counts elements.
template <class T, class Begin, class Body>
void forEachWindow(const Tensor<T>& in, const PoolGeometry& geometry, const Begin& begin, const Body& body) {
    const Index lanes = in.lanes();
    const Shape out = geometry.output();
    parallel::parallelFor(in.tiles() * in.shape().channels, [&](Index block) {
        begin(block);
        for (Index y = 0; y < out.height; ++y) {
            const PoolSpan rows = geometry.rowsOf(y);
            for (Index x = 0; x < out.width; ++x)
                body(block, (y * out.width + x) * lanes, Window(in, rows, geometry.columnsOf(x)));
        }
    });
}

}  // namespace

template <class T>
void MaxPool<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& /*context*/) {
    forEachWindow(in, geometry_, nothing, [&](Index block, Index to, const Window& window) {
        const T* x = in.channel(0, block);
        ArrayMap<T> y(out.channel(0, block) + to, window.lanes);
        y = window.at(x, 0);
        for (Index pixel = 1; pixel < window.pixels; ++pixel) {
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
    const auto clear = [&](Index block) { planeOf(*inGradient, block).setZero(); };
    forEachWindow(in, geometry_, clear, [&](Index block, Index to, const Window& window) {
        // What is still to be handed out, per image: zero once the first largest value has got it.
        alignas(64) std::array<T, kernels::mostLanes> rest{};
        std::copy_n(outGradient->channel(0, block) + to, window.lanes, rest.begin());
        const T* y = out.channel(0, block) + to;
        for (Index pixel = 0; pixel < window.pixels; ++pixel) {
            const T* v = window.at(in.channel(0, block), pixel).data();
            T* g = window.at(inGradient->channel(0, block), pixel).data();
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
void AveragePool<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& /*context*/) {
    forEachWindow(in, geometry_, nothing, [&](Index block, Index to, const Window& window) {
        Lanes<T> sum = Lanes<T>::Zero(window.lanes);
        for (Index pixel = 0; pixel < window.pixels; ++pixel) sum += window.at(in.channel(0, block), pixel);
        const T share = T(1) / static_cast<T>(window.counted);
        ArrayMap<T>(out.channel(0, block) + to, window.lanes) = sum * share;
    });
}

template <class T>
Gradient<T> AveragePool<T>::backward(const Tensor<T>& in, const Tensor<T>& /*out*/, Gradient<T> outGradient,
                                     bool inputWanted, const PassContext<T>& context) {
    if (!inputWanted) return nullptr;
    Gradient<T> inGradient = context.pool->take(this->inputShape(), in.images());
    const auto clear = [&](Index block) { planeOf(*inGradient, block).setZero(); };
    forEachWindow(in, geometry_, clear, [&](Index block, Index to, const Window& window) {
        const ArrayMap<T> dy(outGradient->channel(0, block) + to, window.lanes);
        const T share = T(1) / static_cast<T>(window.counted);
        for (Index pixel = 0; pixel < window.pixels; ++pixel)
            window.at(inGradient->channel(0, block), pixel) += dy * share;
    });
    return inGradient;
}

template class MaxPool<float>;
template class MaxPool<double>;
template class AveragePool<float>;
template class AveragePool<double>;

/// What is usual is left out, as it may be.
template <bool largest>
nlohmann::json PoolOperation<largest>::attributes() const {
    nlohmann::json attributes = nlohmann::json::object();
    writeRowsAndColumns(attributes, "window", options_.window);
    writeRowsAndColumns(attributes, "stride", options_.stride);
    if (options_.padding != 0) writeRowsAndColumns(attributes, "padding", options_.padding);
    if (options_.ceil) attributes["ceil"] = true;
    if (options_.countPadding) attributes["count_padding"] = true;
    return attributes;
}

template <bool largest>
Shape PoolOperation<largest>::output(const Place& place) const {
    expectWindow(place, options_.window, options_.padding);
    return options_.over(place.input()).output();
}

template <bool largest>
TensorIndex PoolOperation<largest>::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.pool(at.inputs.front(), options_.over(at.place.input()), largest);
}

template <bool largest>
TensorIndex GlobalPoolOperation<largest>::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.pool(at.inputs.front(), over(at.place.input()), largest);
}

template class PoolOperation<true>;
template class PoolOperation<false>;
template class GlobalPoolOperation<true>;
template class GlobalPoolOperation<false>;

namespace {

std::vector<run::OptionDescription> poolOptions() {
    constexpr Index largestWindow = 255;
    return {wholeAttribute("window", 1, largestWindow),
            columnsAttribute("window", 1, largestWindow),
            wholeAttribute("stride", 1, largestWindow),
            columnsAttribute("stride", 1, largestWindow),
            optionalAttribute("padding", 0, 0, largestWindow),
            columnsAttribute("padding", 0, largestWindow),
            optionalFlag("ceil")};
}

PoolingOptions poolingFrom(const nlohmann::json& attributes) {
    return {.window = readRowsAndColumns(attributes, "window"),
            .stride = readRowsAndColumns(attributes, "stride"),
            .padding = readRowsAndColumns(attributes, "padding"),
            .ceil = attributes.at("ceil"),
            .countPadding = attributes.value("count_padding", false)};
}

template <class Made>
OperationEntry globalPoolEntry(const char* name) {
    return {.description = {.name = name, .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) -> std::shared_ptr<const Operation> {
                return std::make_shared<Made>();
            }};
}

}  // namespace

OperationEntry maxPoolEntry() {
    return {.description = {.name = "max pool", .title = {}, .summary = {}, .options = poolOptions()},
            .make = [](const nlohmann::json& a) -> std::shared_ptr<const Operation> {
                return std::make_shared<MaxPoolOperation>(poolingFrom(a));
            }};
}

OperationEntry averagePoolEntry() {
    std::vector<run::OptionDescription> options = poolOptions();
    options.push_back(optionalFlag("count_padding"));
    return {.description = {.name = "average pool", .title = {}, .summary = {}, .options = options},
            .make = [](const nlohmann::json& a) -> std::shared_ptr<const Operation> {
                return std::make_shared<AveragePoolOperation>(poolingFrom(a));
            }};
}

OperationEntry globalAveragePoolEntry() {
    return globalPoolEntry<GlobalAveragePoolOperation>("global average pool");
}

OperationEntry globalMaxPoolEntry() {
    return globalPoolEntry<GlobalMaxPoolOperation>("global max pool");
}

}  // namespace prunescope::nn
