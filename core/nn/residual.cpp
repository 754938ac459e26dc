#include "nn/residual.h"

#include "kernels/elementwise.h"
#include "nn/arrays.h"

#include <algorithm>
#include <cassert>
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
Residual<T>::Residual(const std::string& name, Sequential<T> main, std::unique_ptr<BatchNorm<T>> norm,
                      std::optional<Sequential<T>> projection)
    : Layer<T>(name, main.inputShape(), main.outputShape()),
      main_(std::move(main)),
      norm_(std::move(norm)),
      projection_(std::move(projection)) {
    assert(norm_->inputShape() == this->outputShape() && !norm_->hasRelu());
    assert(projection_ || this->outputShape().channels >= this->inputShape().channels);
    assert(!projection_ || projection_->outputShape() == this->outputShape());
}

template <class T>
Index Residual<T>::stride() const {
    const Index out = this->outputShape().height;
    return (this->inputShape().height + out - 1) / out;
}

template <class T>
void Residual<T>::prepare(Index capacity) {
    main_.prepare(capacity);
    norm_->prepare(capacity);
    if (projection_) projection_->prepare(capacity);
}

/// The parameter-free shortcut that changes the shape, over the whole of `out`.
template <class T>
void Residual<T>::sampleShortcut(const Tensor<T>& in, Tensor<T>& out) const {
    const Index lacking = this->outputShape().channels - this->inputShape().channels;
    const Index size = out.shape().pixels() * out.lanes();
    parallel::parallelFor(lacking, [&](Index k) {
        const Index c = k < firstChannel() ? k : k + this->inputShape().channels;
        for (Index tile = 0; tile < out.tiles(); ++tile) std::fill_n(out.channel(tile, c), size, T(0));
    });
    forEachSample(
        in, this->outputShape(), stride(), [&](Index tile, Index c, Index from, Index to, Index count) {
            std::copy_n(in.channel(tile, c) + from, count, out.channel(tile, firstChannel() + c) + to);
        });
}

template <class T>
void Residual<T>::addShortcutGradient(const Tensor<T>& outGradient, Tensor<T>& inGradient) const {
    forEachSample(inGradient, this->outputShape(), stride(),
                  [&](Index tile, Index c, Index to, Index from, Index count) {
                      const T* dy = outGradient.channel(tile, firstChannel() + c) + from;
                      T* dx = inGradient.channel(tile, c) + to;
                      ArrayMap<T>(dx, count) += ConstArrayMap<T>(dy, count);
                  });
}

/// What is added to the main path; `out` may serve to hold it.
template <class T>
const Tensor<T>& Residual<T>::shortcut(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) {
    if (projection_) return projection_->forward(in, context);
    if (this->inputShape() == this->outputShape()) return in;
    sampleShortcut(in, out);
    return out;
}

template <class T>
void Residual<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) {
    const Tensor<T>& main = main_.forward(in, context);
    norm_->forwardJoined(main, shortcut(in, out, context), out, context);
}

template <class T>
Gradient<T> Residual<T>::backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient,
                                  bool inputWanted, const PassContext<T>& context) {
    Gradient<T> mainGradient = context.pool->take(this->outputShape(), in.images());
    norm_->backwardJoined(main_.output(), out, *outGradient, *mainGradient);
    const bool sameShape = this->inputShape() == this->outputShape();
    if (!projection_ && sameShape && inputWanted)
        return main_.backwardOnto(in, std::move(mainGradient), std::move(outGradient), context);
    Gradient<T> inGradient = main_.backward(in, std::move(mainGradient), inputWanted, context);
    if (!projection_) {
        if (inputWanted) addShortcutGradient(*outGradient, *inGradient);
        return inGradient;
    }
    if (!inputWanted) {
        projection_->backward(in, std::move(outGradient), false, context);
        return nullptr;
    }
    return projection_->backwardOnto(in, std::move(outGradient), std::move(inGradient), context);
}

template <class T>
void Residual<T>::collect(std::vector<Parameter<T>*>& parameters) {
    main_.collect(parameters);
    norm_->collect(parameters);
    if (projection_) projection_->collect(parameters);
}

template <class T>
void Residual<T>::describe(std::vector<run::LayerDescription>& layers) const {
    main_.describe(layers);
    norm_->describe(layers);
    if (projection_) projection_->describe(layers);
}

template <class T>
TensorIndex Residual<T>::lowerShortcut(InferenceGraph& graph, TensorIndex in) const {
    if (projection_) return projection_->lower(graph, in);
    if (this->inputShape() == this->outputShape()) return in;
    ChannelMap map(static_cast<std::size_t>(this->outputShape().channels), noChannel);
    std::iota(map.begin() + firstChannel(), map.begin() + firstChannel() + this->inputShape().channels,
              Index{0});
    return graph.sample(in, stride(), std::move(map), this->outputShape());
}

template <class T>
TensorIndex Residual<T>::lower(InferenceGraph& graph, TensorIndex in) const {
    const TensorIndex added = lowerShortcut(graph, in);
    return graph.joined(norm_->lower(graph, main_.lower(graph, in)), added);
}

template class Residual<float>;
template class Residual<double>;

}  // namespace prunescope::nn
