#include "infer/plane_steps.h"

#include <algorithm>
#include <limits>

namespace prunescope::infer {

PoolStep::PoolStep(const nn::GraphNode& node, const Layout& in, const Layout& out)
    : in_(node.in),
      out_(node.out),
      pool_(std::get<nn::GraphPool>(node.operation)),
      inLayout_(in),
      outLayout_(out) {}

/// One window; `lanes` images side by side.
template <class Combine>
void PoolStep::combine(const Window& window, float* to, float start, const Combine& combine) const {
    const Index lanes = inLayout_.lanes;
    const Index pitch = inLayout_.pitch;
    if (lanes == 1) {
        float value = start;
        for (Index i = 0; i < window.height; ++i)
            for (Index j = 0; j < window.width; ++j) value = combine(value, window.from[i * pitch + j]);
        *to = value;
        return;
    }
    std::fill_n(to, lanes, start);
    for (Index i = 0; i < window.height; ++i) {
        for (Index j = 0; j < window.width; ++j) {
            const float* v = window.from + (i * pitch + j) * lanes;
            for (Index l = 0; l < lanes; ++l) to[l] = combine(to[l], v[l]);
        }
    }
}

void PoolStep::take(const Window& window, float* to) const {
    if (pool_.largest) {
        combine(window, to, -std::numeric_limits<float>::infinity(),
                [](float a, float b) { return b > a ? b : a; });
        return;
    }
    combine(window, to, 0.0F, [](float a, float b) { return a + b; });
    const float share = 1.0F / static_cast<float>(window.counted);
    for (Index l = 0; l < inLayout_.lanes; ++l) to[l] *= share;
}

void PoolStep::run(const TensorPointers& tensors) const {
    const Shape& shape = outLayout_.shape;
    const Index inStride = inLayout_.planeStride();
    const Index outStride = outLayout_.planeStride();
    for (Index c = 0; c < shape.channels; ++c) {
        const float* from = tensors[in_.index()] + pool_.channels[static_cast<std::size_t>(c)] * inStride;
        float* to = tensors[out_.index()] + c * outStride;
        for (Index y = 0; y < shape.height; ++y) {
            const kernels::PoolSpan rows = pool_.geometry.rowsOf(y);
            for (Index x = 0; x < shape.width; ++x) {
                const kernels::PoolSpan columns = pool_.geometry.columnsOf(x);
                take({.from = from + inLayout_.at(rows.first, columns.first),
                      .height = rows.end - rows.first,
                      .width = columns.end - columns.first,
                      .counted = rows.counted * columns.counted},
                     to + outLayout_.at(y, x));
            }
        }
    }
}

AffineStep::AffineStep(const nn::GraphNode& node, const Layout& in, const Layout& out, const Layout* addend)
    : node_(node),
      affine_(std::get<nn::GraphAffine>(node.operation)),
      inLayout_(in),
      outLayout_(out),
      inStride_(in.planeStride()),
      outStride_(out.planeStride()),
      addendLayout_(addend == nullptr ? Layout{} : *addend) {}

void AffineStep::runRow(Index c, Index y, const TensorPointers& tensors) const {
    const auto k = static_cast<std::size_t>(c);
    const Index lanes = outLayout_.lanes;
    const Index width = outLayout_.shape.width;
    float* to = tensors[node_.out.index()] + c * outStride_ + outLayout_.at(y, 0);
    const Index source = affine_.channels[k];
    if (source == nn::noChannel) {
        std::fill_n(to, width * lanes, 0.0F);
    } else if (lanes == 1) {
        const float* from =
            tensors[node_.in.index()] + source * inStride_ + inLayout_.at(y * affine_.stride, 0);
        for (Index x = 0; x < width; ++x)
            to[x] = affine_.scale[k] * from[x * affine_.stride] + affine_.shift[k];
    } else {
        const float* from =
            tensors[node_.in.index()] + source * inStride_ + inLayout_.at(y * affine_.stride, 0);
        for (Index x = 0; x < width; ++x)
            for (Index l = 0; l < lanes; ++l)
                to[x * lanes + l] =
                    affine_.scale[k] * from[x * affine_.stride * lanes + l] + affine_.shift[k];
    }
    if (node_.addend && node_.addendChannels[k] != nn::noChannel) {
        const float* more = tensors[node_.addend->index()] +
                            node_.addendChannels[k] * addendLayout_.planeStride() + addendLayout_.at(y, 0);
        for (Index i = 0; i < width * lanes; ++i) to[i] += more[i];
    }
    if (!node_.relu) return;
    for (Index i = 0; i < width * lanes; ++i) {
        const float positive = to[i] <= 0.0F ? 0.0F : to[i];
        to[i] = positive >= node_.ceiling ? node_.ceiling : positive;
    }
}

void AffineStep::run(const TensorPointers& tensors) const {
    for (Index c = 0; c < outLayout_.shape.channels; ++c) {
        if (affine_.channels[static_cast<std::size_t>(c)] == nn::noChannel && !node_.addend) {
            // The zeros between the rows stay what they are.
            std::fill_n(tensors[node_.out.index()] + c * outStride_, outStride_, 0.0F);
        } else {
            for (Index y = 0; y < outLayout_.shape.height; ++y) runRow(c, y, tensors);
        }
    }
}

ActivationStep::ActivationStep(const nn::GraphNode& node, const Layout& in, const Layout& out)
    : in_(node.in),
      out_(node.out),
      activation_(std::get<nn::GraphActivation>(node.operation)),
      inLayout_(in),
      outLayout_(out) {}

void ActivationStep::run(const TensorPointers& tensors) const {
    const Index row = outLayout_.shape.width * outLayout_.lanes;
    for (Index c = 0; c < outLayout_.shape.channels; ++c) {
        const Index source = activation_.channels[static_cast<std::size_t>(c)];
        const float* from = tensors[in_.index()] + source * inLayout_.planeStride();
        float* to = tensors[out_.index()] + c * outLayout_.planeStride();
        for (Index y = 0; y < outLayout_.shape.height; ++y)
            nn::applyFunction<float>(activation_.function, {from + inLayout_.at(y, 0), row},
                                     {to + outLayout_.at(y, 0), row});
    }
}

ProductStep::ProductStep(const nn::GraphNode& node, const Layout& in, const Layout& factor, const Layout& out)
    : in_(node.in),
      out_(node.out),
      product_(std::get<nn::GraphProduct>(node.operation)),
      inLayout_(in),
      factorLayout_(factor),
      outLayout_(out),
      byPlane_(factor.shape.pixels() == 1) {}

void ProductStep::runRow(const float* in, const float* factor, float* out) const {
    const Index lanes = outLayout_.lanes;
    const Index width = outLayout_.shape.width;
    if (byPlane_) {
        for (Index x = 0; x < width; ++x)
            for (Index l = 0; l < lanes; ++l) out[x * lanes + l] = in[x * lanes + l] * factor[l];
    } else {
        for (Index i = 0; i < width * lanes; ++i) out[i] = in[i] * factor[i];
    }
}

void ProductStep::run(const TensorPointers& tensors) const {
    for (Index c = 0; c < outLayout_.shape.channels; ++c) {
        const auto k = static_cast<std::size_t>(c);
        const float* from = tensors[in_.index()] + product_.channels[k] * inLayout_.planeStride();
        const float* factor =
            tensors[product_.factor.index()] + product_.factorChannels[k] * factorLayout_.planeStride();
        float* to = tensors[out_.index()] + c * outLayout_.planeStride();
        for (Index y = 0; y < outLayout_.shape.height; ++y)
            runRow(from + inLayout_.at(y, 0), factor + factorLayout_.at(byPlane_ ? 0 : y, 0),
                   to + outLayout_.at(y, 0));
    }
}

}  // namespace prunescope::infer
