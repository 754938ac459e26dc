#include "nn/network_builder.h"

#include "base/error.h"
#include "nn/batch_norm.h"
#include "nn/residual.h"
#include "nn/simple_layers.h"

#include <fmt/format.h>

namespace prunescope::nn {
namespace {

constexpr Index parametersOfNorm = 4;  ///< a channel's scale, shift, mean and variance

}  // namespace

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::add(std::unique_ptr<Layer<T>> layer) {
    shape_ = layer->outputShape();
    layers_.push_back(std::move(layer));
    return *this;
}

template <class T>
void NetworkBuilder<T>::expectWindow(Index window, Index padding, const std::string& name) const {
    if (window <= std::min(shape_.height, shape_.width) + 2 * padding) return;
    throw UsageError(
        "model",
        Text::of("{} does not fit images of this size: {} reads a window of {} where {} x {} are left",
                 architecture_, name, window, shape_.height, shape_.width),
        Text::of("Choose a network for smaller images, such as mlp:300,100."));
}

template <class T>
void NetworkBuilder<T>::spend(Index parameters) {
    if (parameters > parametersLeft_) {
        throw UsageError("model", Text::of("{} has more parameters than are expected", architecture_),
                         Text::of("Choose a smaller network."));
    }
    parametersLeft_ -= parameters;
}

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::convolution(const std::string& name,
                                                  const ConvolutionOptions& options) {
    expectWindow(options.kernel, options.padding, name);
    spend(options.outputs * (shape_.channels * options.kernel * options.kernel + (options.bias ? 1 : 0)));
    return add(std::make_unique<Convolution<T>>(name, shape_, options));
}

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::dense(const std::string& name, Index outputs) {
    spend(outputs * (shape_.size() + 1));
    return add(std::make_unique<Dense<T>>(name, shape_, outputs));
}

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::batchNorm(const std::string& name) {
    spend(parametersOfNorm * shape_.channels);
    return add(std::make_unique<BatchNorm<T>>(name, shape_));
}

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::relu() {
    auto* norm = layers_.empty() ? nullptr : dynamic_cast<BatchNorm<T>*>(layers_.back().get());
    if (norm != nullptr) {
        norm->absorbRelu();
        return *this;
    }
    return add(std::make_unique<Relu<T>>(shape_));
}

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::maxPool(const PoolingOptions& options) {
    expectWindow(options.window, 0, "max pooling");
    return add(std::make_unique<MaxPool<T>>(shape_, options));
}

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::averagePool(const PoolingOptions& options) {
    expectWindow(options.window, 0, "average pooling");
    return add(std::make_unique<AveragePool<T>>(shape_, options));
}

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::globalAveragePool() {
    return add(std::make_unique<GlobalAveragePool<T>>(shape_));
}

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::flatten() {
    return shape_.pixels() == 1 ? *this : add(std::make_unique<Flatten<T>>(shape_));
}

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::dropout(double share) {
    return share == 0 ? *this : add(std::make_unique<Dropout<T>>(shape_, share, dropouts_++));
}

template <class T>
NetworkBuilder<T>& NetworkBuilder<T>::residualBlock(const std::string& name, Index outputs, Index stride,
                                                    bool project) {
    NetworkBuilder main(shape_, architecture_, wrap_, parametersLeft_);
    main.convolution(name + ".conv1", {outputs, 3, stride, 1, false}).batchNorm(name + ".bn1").relu();
    main.convolution(name + ".conv2", {outputs, 3, 1, 1, false});
    main.spend(parametersOfNorm * outputs);
    auto norm = std::make_unique<BatchNorm<T>>(name + ".bn2", main.shape());
    std::optional<Sequential<T>> projection;
    if (project && !(main.shape() == shape_)) {
        NetworkBuilder shortcut(shape_, architecture_, wrap_, main.parametersLeft_);
        shortcut.convolution(name + ".shortcut.conv", {outputs, 1, stride, 0, false})
            .batchNorm(name + ".shortcut.bn");
        projection = shortcut.build();
        main.parametersLeft_ = shortcut.parametersLeft_;
    }
    parametersLeft_ = main.parametersLeft_;
    return add(std::make_unique<Residual<T>>(name, main.build(), std::move(norm), std::move(projection)));
}

template <class T>
Sequential<T> NetworkBuilder<T>::build() {
    if (wrap_) {
        for (auto& layer : layers_) layer = wrap_(std::move(layer));
    }
    return Sequential<T>(std::move(layers_));
}

template class NetworkBuilder<float>;
template class NetworkBuilder<double>;

}  // namespace prunescope::nn
