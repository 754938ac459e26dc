#include "nn/batch_norm.h"

#include "kernels/channel_sums.h"
#include "kernels/elementwise.h"
#include "nn/arrays.h"
#include "nn/operations.h"

#include <algorithm>
#include <cmath>

namespace prunescope::nn {
namespace {

using kernels::load;
using kernels::store;
using kernels::Vec;

constexpr double epsilon = BatchNormOperation::epsilon;
constexpr double runningShare = 0.1;

/// Positions among the parameters.
enum : std::uint8_t { scaleOfNorm, shiftOfNorm, meanOfNorm, varianceOfNorm };

std::vector<ParameterShape> normParameters(const Shape& shape) {
    return {{".weight", {shape.channels}, ParameterRole::normScale},
            {".bias", {shape.channels}, ParameterRole::normShift},
            {".running_mean", {shape.channels}, ParameterRole::statistic},
            {".running_var", {shape.channels}, ParameterRole::statistic}};
}

template <class T>
Parameter<T> parameterOf(const std::string& name, const Shape& shape, std::size_t position) {
    const ParameterShape parameter = normParameters(shape)[position];
    return Parameter<T>(name + parameter.suffix, parameter.shape, parameter.role);
}

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
      scale_(parameterOf<T>(name, shape, scaleOfNorm)),
      shift_(parameterOf<T>(name, shape, shiftOfNorm)),
      runningMean_(parameterOf<T>(name, shape, meanOfNorm)),
      runningVariance_(parameterOf<T>(name, shape, varianceOfNorm)),
      mean_(static_cast<std::size_t>(shape.channels)),
      inverseDeviation_(static_cast<std::size_t>(shape.channels)) {
    std::fill_n(scale_.value(), shape.channels, T(1));
    std::fill_n(runningVariance_.value(), shape.channels, T(1));
}

template <class T>
void BatchNorm<T>::measure(const Tensor<T>& in, Index c, bool training) {
    const auto k = static_cast<std::size_t>(c);
    T& runningMean = runningMean_.value()[c];
    T& runningVariance = runningVariance_.value()[c];
    const auto inverse = [](double variance) { return static_cast<T>(1 / std::sqrt(variance + epsilon)); };
    if (!training) {
        mean_[k] = runningMean;
        inverseDeviation_[k] = inverse(static_cast<double>(runningVariance));
        return;
    }
    const kernels::ChannelMoments moments = kernels::channelMoments(in, c);
    mean_[k] = static_cast<T>(moments.mean);
    inverseDeviation_[k] = inverse(moments.squares / moments.count);
    const auto blend = [](T& running, double value) {
        running = static_cast<T>((1 - runningShare) * static_cast<double>(running) + runningShare * value);
    };
    blend(runningMean, moments.mean);
    blend(runningVariance, moments.squares / std::max(1.0, moments.count - 1));
}

template <class T>
typename BatchNorm<T>::Affine BatchNorm<T>::affine(Index c) const {
    const auto k = static_cast<std::size_t>(c);
    return {mean_[k], scale_.used()[c] * inverseDeviation_[k], shift_.used()[c]};
}

/// `finish(tile, c, offset, value)` gives what is stored for one vector of batch norm's own output.
template <class T>
template <class Finish>
void BatchNorm<T>::normalise(const Tensor<T>& in, Tensor<T>& out, bool training, const Finish& finish) {
    parallel::parallelFor(in.shape().channels, [&](Index c) {
        measure(in, c, training);
        const Affine norm = affine(c);
        kernels::sweepBackwards(in, [&](Index tile, Index at) {
            const Vec<T> value = norm(load(in.channel(tile, c) + at));
            store(out.channel(tile, c) + at, finish(tile, c, at, value));
        });
    });
}

template <class T>
void BatchNorm<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) {
    if (relu_) {
        normalise(in, out, context.training, [this](Index, Index, Index, const Vec<T>& value) {
            return kernels::positivePart<T>(value, ceiling_);
        });
    } else {
        normalise(in, out, context.training, [](Index, Index, Index, const Vec<T>& value) { return value; });
    }
}

template <class T>
void BatchNorm<T>::forwardJoined(const Tensor<T>& in, const Tensor<T>& shortcut, Tensor<T>& out,
                                 const PassContext<T>& context) {
    normalise(in, out, context.training, [&](Index tile, Index c, Index at, const Vec<T>& value) {
        return kernels::positivePart<T>(value + load(shortcut.channel(tile, c) + at));
    });
}

/// `first(tile, c, offset, x, norm)` and `again(...)` give the gradient of one vector of batch norm's own
/// output, in the sweep that sums and in the one that writes.
template <class T>
template <class First, class Again>
void BatchNorm<T>::differentiate(const Tensor<T>& in, Tensor<T>& inGradient, const First& first,
                                 const Again& again) {
    const double count = static_cast<double>(in.images() * in.shape().pixels());
    parallel::parallelFor(in.shape().channels, [&](Index c) {
        const Affine norm = affine(c);
        const auto inverse = static_cast<double>(inverseDeviation_[static_cast<std::size_t>(c)]);
        const auto [sumGradient, sumProduct] = kernels::sumOverChannel<2>(in, [&](Index tile, Index at) {
            const Vec<T> x = load(in.channel(tile, c) + at);
            const Vec<T> dy = first(tile, c, at, x, norm);
            return kernels::LaneTerms<2, T>{dy, dy * (x - norm.center)};
        });
        shift_.gradient()[c] = static_cast<T>(sumGradient);
        scale_.gradient()[c] = static_cast<T>(sumProduct * inverse);
        const T meanGradient = static_cast<T>(sumGradient / count);
        const T meanProduct = static_cast<T>(sumProduct * inverse * inverse / count);
        kernels::sweepBackwards(in, [&](Index tile, Index at) {
            const Vec<T> x = load(in.channel(tile, c) + at);
            const Vec<T> dy = again(tile, c, at, x, norm);
            store(inGradient.channel(tile, c) + at,
                  norm.factor * (dy - meanGradient - (x - norm.center) * meanProduct));
        });
        clearPadding(inGradient, c);
    });
}

template <class T>
Gradient<T> BatchNorm<T>::backward(const Tensor<T>& in, const Tensor<T>& /*out*/, Gradient<T> outGradient,
                                   bool inputWanted, const PassContext<T>& /*context*/) {
    Tensor<T>& g = *outGradient;
    if (relu_) {
        // Whether the ReLU let a value pass is found from `in` again: that spares the reading of `out`.
        const auto masked = [&g, this](Index tile, Index c, Index at, const Vec<T>& x, const Affine& norm) {
            return kernels::whereBetween<T>(norm(x), ceiling_, load(g.channel(tile, c) + at));
        };
        differentiate(in, g, masked, masked);
    } else {
        const auto plain = [&g](Index tile, Index c, Index at, const Vec<T>&, const Affine&) {
            return load(g.channel(tile, c) + at);
        };
        differentiate(in, g, plain, plain);
    }
    return inputWanted ? std::move(outGradient) : nullptr;
}

template <class T>
void BatchNorm<T>::backwardJoined(const Tensor<T>& in, const Tensor<T>& out, Tensor<T>& outGradient,
                                  Tensor<T>& inGradient) {
    const auto mask = [&](Index tile, Index c, Index at, const Vec<T>&, const Affine&) {
        T* g = outGradient.channel(tile, c) + at;
        const Vec<T> masked = kernels::whereAbove<T>(load(out.channel(tile, c) + at), load(g));
        store(g, masked);
        return masked;
    };
    const auto masked = [&](Index tile, Index c, Index at, const Vec<T>&, const Affine&) {
        return load(outGradient.channel(tile, c) + at);
    };
    differentiate(in, inGradient, mask, masked);
}

template <class T>
void BatchNorm<T>::collect(std::vector<Parameter<T>*>& parameters) {
    for (Parameter<T>* p : {&scale_, &shift_, &runningMean_, &runningVariance_}) parameters.push_back(p);
}

template class BatchNorm<float>;
template class BatchNorm<double>;

std::vector<ParameterShape> BatchNormOperation::parameters(const Shape& input) const {
    return normParameters(input);
}

/// out = factor in + (shift - factor mean), factor = scale / sqrt(variance + epsilon)
TensorIndex BatchNormOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    std::vector<std::vector<float>> values;
    for (const ParameterShape& p : normParameters(at.place.input())) values.push_back(at.parameter(p.suffix));
    const auto array = [&](std::size_t position) {
        return ConstFloatArray(values[position].data(), at.place.input().channels).cast<double>();
    };
    const Eigen::ArrayXd factor = array(scaleOfNorm) / (array(varianceOfNorm) + epsilon).sqrt();
    const Eigen::ArrayXf scale = factor.cast<float>();
    const Eigen::ArrayXf shift = (array(shiftOfNorm) - factor * array(meanOfNorm)).cast<float>();
    return graph.affine(at.inputs.front(), {scale.begin(), scale.end()}, {shift.begin(), shift.end()});
}

OperationEntry batchNormEntry() {
    return {.description = {.name = "batch norm", .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) -> std::shared_ptr<const Operation> {
                return std::make_shared<BatchNormOperation>();
            }};
}

}  // namespace prunescope::nn
