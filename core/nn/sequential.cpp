#include "nn/sequential.h"

#include <cassert>

namespace prunescope::nn {

template <class T>
Sequential<T>::Sequential(std::vector<std::unique_ptr<Layer<T>>> layers) : layers_(std::move(layers)) {
    assert(!layers_.empty() && !layers_.front()->inPlace());
    std::vector<Parameter<T>*> parameters;
    while (firstTrained_ < layers_.size()) {
        layers_[firstTrained_]->collect(parameters);
        if (!parameters.empty()) break;
        ++firstTrained_;
    }
}

template <class T>
void Sequential<T>::prepare(Index capacity) {
    for (auto& layer : layers_) {
        layer->prepare(capacity);
        outputs_.push_back(layer->inPlace() ? outputs_.back()
                                            : std::make_shared<Tensor<T>>(layer->outputShape(), capacity));
    }
}

template <class T>
const Tensor<T>& Sequential<T>::forward(const Tensor<T>& in, const PassContext<T>& context) {
    const Tensor<T>* current = &in;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        outputs_[i]->setImages(in.images());
        layers_[i]->forward(*current, *outputs_[i], context);
        current = outputs_[i].get();
    }
    return *current;
}

template <class T>
Gradient<T> Sequential<T>::backwardTo(std::size_t last, Gradient<T> outGradient,
                                      const PassContext<T>& context) {
    Gradient<T> gradient = std::move(outGradient);
    for (std::size_t i = layers_.size(); i-- > last;)
        gradient = layers_[i]->backward(*outputs_[i - 1], *outputs_[i], std::move(gradient), true, context);
    return gradient;
}

template <class T>
Gradient<T> Sequential<T>::backward(const Tensor<T>& in, Gradient<T> outGradient, bool inputWanted,
                                    const PassContext<T>& context) {
    // If the gradient of the input is not needed, neither is that of what precedes the first parameters.
    const std::size_t last = inputWanted ? 0 : firstTrained_;
    if (last == layers_.size()) return nullptr;
    Gradient<T> gradient = backwardTo(last + 1, std::move(outGradient), context);
    return layers_[last]->backward(last == 0 ? in : *outputs_[last - 1], *outputs_[last], std::move(gradient),
                                   inputWanted, context);
}

template <class T>
Gradient<T> Sequential<T>::backwardOnto(const Tensor<T>& in, Gradient<T> outGradient, Gradient<T> start,
                                        const PassContext<T>& context) {
    Gradient<T> gradient = backwardTo(1, std::move(outGradient), context);
    return layers_.front()->backwardOnto(in, *outputs_.front(), std::move(gradient), std::move(start),
                                         context);
}

template <class T>
void Sequential<T>::collect(std::vector<Parameter<T>*>& parameters) {
    for (auto& layer : layers_) layer->collect(parameters);
}

template <class T>
void Sequential<T>::describe(std::vector<run::LayerDescription>& layers) const {
    for (const auto& layer : layers_) layer->describe(layers);
}

template <class T>
TensorIndex Sequential<T>::lower(InferenceGraph& graph, TensorIndex in) const {
    for (const auto& layer : layers_) in = layer->lower(graph, in);
    return in;
}

template class Sequential<float>;
template class Sequential<double>;

}  // namespace prunescope::nn
