#include "nn/pair_layers.h"

#include "base/error.h"
#include "nn/arrays.h"
#include "nn/operations.h"
#include "parallel/parallel_for.h"

#include <algorithm>

namespace prunescope::nn {
namespace {

template <class T>
using ImagesByPixels = Eigen::Map<Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic>>;
template <class T>
using ConstImagesByPixels = Eigen::Map<const Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic>>;

/// A plane with a column for each pixel.
template <class T>
ImagesByPixels<T> columnsOf(Tensor<T>& tensor, Index block) {
    return {tensor.channel(0, block), tensor.lanes(), tensor.shape().pixels()};
}
template <class T>
ConstImagesByPixels<T> columnsOf(const Tensor<T>& tensor, Index block) {
    return {tensor.channel(0, block), tensor.lanes(), tensor.shape().pixels()};
}

/// Calls `body(tile, channel of small, channel of large)`, whose planes are as large; those of `small` begin
/// in `large` at channel `first`.
template <class T, class Body>
void forEachPart(const Tensor<T>& small, Index first, const Body& body) {
    const Index channels = small.shape().channels;
    parallel::parallelFor(small.tiles() * channels, [&](Index block) {
        body(block / channels, block % channels, first + block % channels);
    });
}

template <class T>
void copyChannels(const Tensor<T>& from, Index first, Tensor<T>& to) {
    const Index size = from.shape().pixels() * from.lanes();
    forEachPart(from, first, [&](Index tile, Index c, Index whole) {
        std::copy_n(from.channel(tile, c), size, to.channel(tile, whole));
    });
}

template <class T>
void takeChannels(const Tensor<T>& from, Index first, Tensor<T>& to) {
    const Index size = to.shape().pixels() * to.lanes();
    forEachPart(to, first, [&](Index tile, Index c, Index whole) {
        std::copy_n(from.channel(tile, whole), size, to.channel(tile, c));
    });
}

}  // namespace

template <class T>
void Product<T>::forward(const Tensor<T>& a, const Tensor<T>& b, Tensor<T>& out) const {
    const bool alike = a.shape() == b.shape();
    parallel::parallelFor(a.tiles() * a.shape().channels, [&](Index block) {
        if (alike) {
            planeOf(out, block) = planeOf(a, block) * planeOf(b, block);
        } else {
            columnsOf(out, block) = columnsOf(a, block).colwise() * planeOf(b, block);
        }
    });
}

template <class T>
void Product<T>::backward(const Tensor<T>& a, const Tensor<T>& b, const Tensor<T>& outGradient,
                          Tensor<T>& aGradient, Tensor<T>& bGradient) const {
    const bool alike = a.shape() == b.shape();
    parallel::parallelFor(a.tiles() * a.shape().channels, [&](Index block) {
        if (alike) {
            planeOf(aGradient, block) = planeOf(outGradient, block) * planeOf(b, block);
            planeOf(bGradient, block) = planeOf(outGradient, block) * planeOf(a, block);
        } else {
            columnsOf(aGradient, block) = columnsOf(outGradient, block).colwise() * planeOf(b, block);
            planeOf(bGradient, block) = (columnsOf(outGradient, block) * columnsOf(a, block)).rowwise().sum();
        }
    });
}

template <class T>
void Concatenation<T>::forward(const Tensor<T>& a, const Tensor<T>& b, Tensor<T>& out) const {
    copyChannels(a, 0, out);
    copyChannels(b, a.shape().channels, out);
}

template <class T>
void Concatenation<T>::backward(const Tensor<T>& a, const Tensor<T>& /*b*/, const Tensor<T>& outGradient,
                                Tensor<T>& aGradient, Tensor<T>& bGradient) const {
    takeChannels(outGradient, 0, aGradient);
    takeChannels(outGradient, a.shape().channels, bGradient);
}

template class Product<float>;
template class Product<double>;
template class Concatenation<float>;
template class Concatenation<double>;

Shape MultiplyOperation::output(const Place& place) const {
    const Shape& a = place.inputs.front();
    const Shape& b = place.inputs.back();
    if (a == b || (a.channels == b.channels && b.pixels() == 1)) return a;
    throw UsageError("model", Text::of("{}: {} multiplies tensors of two shapes", place.network, place.name),
                     Text::of("Give both the same channels, rows and columns, or the second a single value "
                              "for each channel."));
}

TensorIndex MultiplyOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.product(at.inputs.front(), at.inputs.back());
}

OperationEntry multiplyEntry() {
    return {.description = {.name = "multiply", .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) -> std::shared_ptr<const Operation> {
                return std::make_shared<MultiplyOperation>();
            }};
}

Shape ConcatOperation::output(const Place& place) const {
    const Shape& a = place.inputs.front();
    const Shape& b = place.inputs.back();
    if (a.height == b.height && a.width == b.width) return {a.channels + b.channels, a.height, a.width};
    throw UsageError("model",
                     Text::of("{}: {} puts planes of {} x {} behind planes of {} x {}", place.network,
                              place.name, b.height, b.width, a.height, a.width),
                     Text::of("Give both the same rows and columns."));
}

TensorIndex ConcatOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.concatenation(at.inputs.front(), at.inputs.back());
}

OperationEntry concatEntry() {
    return {.description = {.name = "concat", .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) -> std::shared_ptr<const Operation> {
                return std::make_shared<ConcatOperation>();
            }};
}

}  // namespace prunescope::nn
