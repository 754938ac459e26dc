#include "nn/residual.h"

#include "math/parallel.h"

#include <algorithm>
#include <cassert>

namespace prunescope::nn {
namespace {

/// sum = a + b over whole planes.
template <class T>
void addPlanes(const Tensor<T>& a, const Tensor<T>& b, Tensor<T>& sum) {
    const Index size = a.shape().pixels() * a.lanes();
    math::parallelFor(a.tiles() * a.shape().channels, [&](Index piece) {
        const T* x = a.channel(0, piece);
        const T* y = b.channel(0, piece);
        T* s = sum.channel(0, piece);
        for (Index i = 0; i < size; ++i) s[i] = x[i] + y[i];
    });
}

template <class T>
void copyPlanes(const Tensor<T>& from, Tensor<T>& to) {
    const Index size = from.shape().pixels() * from.lanes();
    math::parallelFor(from.tiles() * from.shape().channels,
                      [&](Index piece) { std::copy_n(from.channel(0, piece), size, to.channel(0, piece)); });
}

/// Calls `body(tile, input channel, large offset, small offset, count)` for runs of elements of the plane
/// before and after subsampling that belong together.
template <class T, class Body>
void forEachSample(const Tensor<T>& large, const Shape& small, Index stride, const Body& body) {
    const Index lanes = large.lanes();
    math::parallelFor(large.shape().channels, [&](Index c) {
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
Residual<T>::Residual(const std::string& name, Sequential<T> main, std::optional<Sequential<T>> projection)
    : Layer<T>(name, main.inputShape(), main.outputShape()),
      main_(std::move(main)),
      projection_(std::move(projection)) {
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
    if (projection_) projection_->prepare(capacity);
}

template <class T>
void Residual<T>::addShortcut(const Tensor<T>& in, Tensor<T>& out) const {
    forEachSample(in, this->outputShape(), stride(),
                  [&](Index tile, Index c, Index from, Index to, Index count) {
                      const T* x = in.channel(tile, c) + from;
                      T* y = out.channel(tile, firstChannel() + c) + to;
                      for (Index i = 0; i < count; ++i) y[i] += x[i];
                  });
}

template <class T>
void Residual<T>::addShortcutGradient(const Tensor<T>& outGradient, Tensor<T>& inGradient) const {
    forEachSample(inGradient, this->outputShape(), stride(),
                  [&](Index tile, Index c, Index to, Index from, Index count) {
                      const T* dy = outGradient.channel(tile, firstChannel() + c) + from;
                      T* dx = inGradient.channel(tile, c) + to;
                      for (Index i = 0; i < count; ++i) dx[i] += dy[i];
                  });
}

template <class T>
void Residual<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) {
    const Tensor<T>& main = main_.forward(in, context);
    if (projection_) {
        addPlanes(main, projection_->forward(in, context), out);
    } else if (this->inputShape() == this->outputShape()) {
        addPlanes(main, in, out);
    } else {
        copyPlanes(main, out);
        addShortcut(in, out);
    }
}

template <class T>
Gradient<T> Residual<T>::backward(const Tensor<T>& in, const Tensor<T>& /*out*/, Gradient<T> outGradient,
                                  bool inputWanted, const PassContext<T>& context) {
    // The main path changes the gradient it is given; the shortcut still needs it.
    Gradient<T> mainGradient = context.pool->take(this->outputShape(), in.images());
    copyPlanes(*outGradient, *mainGradient);
    Gradient<T> inGradient = main_.backward(in, std::move(mainGradient), inputWanted, context);
    if (projection_) {
        const Gradient<T> other = projection_->backward(in, std::move(outGradient), inputWanted, context);
        if (inputWanted) addPlanes(*inGradient, *other, *inGradient);
    } else if (inputWanted && this->inputShape() == this->outputShape()) {
        addPlanes(*inGradient, *outGradient, *inGradient);
    } else if (inputWanted) {
        addShortcutGradient(*outGradient, *inGradient);
    }
    return inGradient;
}

template <class T>
void Residual<T>::collect(std::vector<Parameter<T>*>& parameters) {
    main_.collect(parameters);
    if (projection_) projection_->collect(parameters);
}

template <class T>
void Residual<T>::describe(std::vector<run::LayerDescription>& layers) const {
    main_.describe(layers);
    if (projection_) projection_->describe(layers);
}

template class Residual<float>;
template class Residual<double>;

}  // namespace prunescope::nn
