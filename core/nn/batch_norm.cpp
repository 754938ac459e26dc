#include "nn/batch_norm.h"

#include "math/lane_sums.h"
#include "math/parallel.h"

#include <algorithm>
#include <cmath>

namespace prunescope::nn {
namespace {

constexpr double epsilon = 1e-5;
constexpr double runningShare = 0.1;

/// Lanes without an image get a zero gradient again: the mean that batch norm subtracts moved them.
template <class T>
void clearPadding(Tensor<T>& tensor, Index c) {
    const Index tile = tensor.tiles() - 1;
    const Index images = tensor.imagesIn(tile);
    const Index lanes = tensor.lanes();
    if (images == lanes) return;
    T* plane = tensor.channel(tile, c);
    for (Index p = 0; p < tensor.shape().pixels(); ++p)
        std::fill(plane + p * lanes + images, plane + (p + 1) * lanes, T(0));
}

}  // namespace

template <class T>
BatchNorm<T>::BatchNorm(const std::string& name, const Shape& shape)
    : Layer<T>(name, shape, shape),
      scale_(name + ".weight", {shape.channels}, ParameterRole::normScale),
      shift_(name + ".bias", {shape.channels}, ParameterRole::normShift),
      runningMean_(name + ".running_mean", {shape.channels}, ParameterRole::statistic),
      runningVariance_(name + ".running_var", {shape.channels}, ParameterRole::statistic),
      mean_(static_cast<std::size_t>(shape.channels)),
      inverseDeviation_(static_cast<std::size_t>(shape.channels)) {
    std::fill_n(scale_.value(), shape.channels, T(1));
    std::fill_n(runningVariance_.value(), shape.channels, T(1));
}

template <class T>
void BatchNorm<T>::measure(const Tensor<T>& in, Index c) {
    const auto k = static_cast<std::size_t>(c);
    const double count = static_cast<double>(in.images() * in.shape().pixels());
    const double mean = math::channelSum(in, c) / count;
    const T center = static_cast<T>(mean);
    const double squares = math::sumOverChannel<1>(in, [&](Index tile, Index at) {
        const T d = in.channel(tile, c)[at] - center;
        return std::array<T, 1>{d * d};
    })[0];
    mean_[k] = center;
    inverseDeviation_[k] = static_cast<T>(1 / std::sqrt(squares / count + epsilon));
    const auto blend = [](T& running, double value) {
        running = static_cast<T>((1 - runningShare) * static_cast<double>(running) + runningShare * value);
    };
    blend(runningMean_.value()[c], mean);
    blend(runningVariance_.value()[c], squares / std::max(1.0, count - 1));
}

template <class T>
void BatchNorm<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) {
    math::parallelFor(in.shape().channels, [&](Index c) {
        const auto k = static_cast<std::size_t>(c);
        if (context.training) {
            measure(in, c);
        } else {
            mean_[k] = runningMean_.value()[c];
            inverseDeviation_[k] =
                static_cast<T>(1 / std::sqrt(static_cast<double>(runningVariance_.value()[c]) + epsilon));
        }
        const T factor = scale_.used()[c] * inverseDeviation_[k];
        const T center = mean_[k];
        const T shift = shift_.used()[c];
        for (Index tile = 0; tile < in.tiles(); ++tile) {
            const T* x = in.channel(tile, c);
            T* y = out.channel(tile, c);
            for (Index i = 0; i < in.shape().pixels() * in.lanes(); ++i)
                y[i] = (x[i] - center) * factor + shift;
        }
    });
}

template <class T>
Gradient<T> BatchNorm<T>::backward(const Tensor<T>& in, const Tensor<T>& /*out*/, Gradient<T> outGradient,
                                   bool inputWanted, const PassContext<T>& /*context*/) {
    Tensor<T>& g = *outGradient;
    const double count = static_cast<double>(in.images() * in.shape().pixels());
    math::parallelFor(in.shape().channels, [&](Index c) {
        const auto k = static_cast<std::size_t>(c);
        const T center = mean_[k];
        const T inverse = inverseDeviation_[k];
        const auto [sumGradient, sumProduct] = math::sumOverChannel<2>(in, [&](Index tile, Index at) {
            const T dy = g.channel(tile, c)[at];
            return std::array<T, 2>{dy, dy * ((in.channel(tile, c)[at] - center) * inverse)};
        });
        shift_.gradient()[c] = static_cast<T>(sumGradient);
        scale_.gradient()[c] = static_cast<T>(sumProduct);
        const T factor = scale_.used()[c] * inverse;
        const T meanGradient = static_cast<T>(sumGradient / count);
        const T meanProduct = static_cast<T>(sumProduct / count) * inverse;
        for (Index tile = 0; tile < in.tiles(); ++tile) {
            const T* x = in.channel(tile, c);
            T* d = g.channel(tile, c);
            for (Index i = 0; i < in.shape().pixels() * in.lanes(); ++i) {
                d[i] = factor * (d[i] - meanGradient - (x[i] - center) * meanProduct);
            }
        }
        clearPadding(g, c);
    });
    return inputWanted ? std::move(outGradient) : nullptr;
}

template <class T>
void BatchNorm<T>::collect(std::vector<Parameter<T>*>& parameters) {
    for (Parameter<T>* p : {&scale_, &shift_, &runningMean_, &runningVariance_}) parameters.push_back(p);
}

template <class T>
void BatchNorm<T>::describe(std::vector<run::LayerDescription>& layers) const {
    const Shape out = this->outputShape();
    layers.push_back({.name = this->name(),
                      .kind = "batch norm",
                      .parameters = scale_.size() + shift_.size(),
                      .outputShape = {out.channels, out.height, out.width}});
}

template class BatchNorm<float>;
template class BatchNorm<double>;

}  // namespace prunescope::nn
