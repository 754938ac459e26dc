#include "nn/network.h"

#include "base/random.h"

#include <algorithm>
#include <cmath>

namespace prunescope::nn {

template <class T>
Network<T>::Network(std::string name, Sequential<T> layers, Index capacity)
    : name_(std::move(name)), layers_(std::move(layers)), capacity_(capacity), pool_(capacity) {
    layers_.prepare(capacity);
    layers_.collect(parameters_);
}

template <class T>
PassContext<T> Network<T>::context(bool training, std::uint64_t seed, std::uint64_t step) {
    return {.training = training,
            .seed = seed,
            .step = step,
            .scratch = &scratch_,
            .pool = &pool_,
            .kernels = kernels_};
}

template <class T>
const Tensor<T>& Network<T>::infer(const Tensor<T>& images) {
    return layers_.forward(images, context(false, 0, 0));
}

template <class T>
LossResult Network<T>::differentiate(const Tensor<T>& images, std::span<const std::int32_t> labels,
                                     double smoothing, std::uint64_t seed, std::uint64_t step) {
    const PassContext<T> pass = context(true, seed, step);
    const Tensor<T>& logits = layers_.forward(images, pass);
    Gradient<T> gradient = pool_.take(layers_.outputShape(), images.images());
    const LossResult result = softmaxCrossEntropy<T>(logits, labels, smoothing, gradient.get(), nullptr);
    layers_.backward(images, std::move(gradient), false, pass);
    return result;
}

template <class T>
void Network<T>::updateStatistics(const Tensor<T>& images) {
    layers_.forward(images, context(true, 0, 0));
}

template <class T>
Parameter<T>* Network<T>::find(const std::string& name) const {
    const auto found = std::find_if(parameters_.begin(), parameters_.end(),
                                    [&](const auto* p) { return p->name() == name; });
    return found == parameters_.end() ? nullptr : *found;
}

template <class T>
run::NetworkDescription Network<T>::describe() const {
    run::NetworkDescription description{.name = name_, .layers = {}};
    layers_.describe(description.layers);
    std::int32_t prunable = 0;
    for (auto& layer : description.layers) {
        if (layer.weights > 0) layer.prunable = LayerIndex{prunable++};
    }
    return description;
}

template <class T>
InferenceGraph Network<T>::inferenceGraph() const {
    InferenceGraph graph(inputShape());
    layers_.lower(graph, InferenceGraph::input());
    return graph;
}

template <class T>
bool Network<T>::hasBatchNorm() const {
    return std::any_of(parameters_.begin(), parameters_.end(),
                       [](const auto* p) { return p->role() == ParameterRole::statistic; });
}

template <class T>
void initialise(Network<T>& network, std::uint64_t seed) {
    std::uint64_t counter = 0;
    for (Parameter<T>* p : network.parameters()) {
        Random random(seed, RandomStream::weights, counter++);
        if (p->role() != ParameterRole::weight) continue;
        const double deviation = std::sqrt(2.0 / static_cast<double>(p->fanIn()));
        for (Index i = 0; i < p->size(); ++i) p->value()[i] = static_cast<T>(deviation * random.normal());
    }
}

template class Network<float>;
template class Network<double>;
template void initialise<float>(Network<float>&, std::uint64_t);
template void initialise<double>(Network<double>&, std::uint64_t);

}  // namespace prunescope::nn
