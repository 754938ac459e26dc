#include "nn/network.h"

#include "base/random.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace prunescope::nn {
namespace {

const Graph& classifier(const Graph& graph) {
    graph.expectClassifier();
    return graph;
}

}  // namespace

template <class T>
Network<T>::Network(Graph graph, Index capacity)
    : graph_(std::move(graph)), tape_(classifier(graph_)), capacity_(capacity), pool_(capacity) {
    tape_.prepare(capacity);
    tape_.collect(parameters_);
}

template <class T>
PassContext<T> Network<T>::context(bool training, std::uint64_t seed, std::uint64_t step) {
    return {.training = training,
            .seed = seed,
            .step = step,
            .scratch = &scratch_,
            .pool = &pool_,
            .kernels = kernels_,
            .observer = observer_};
}

template <class T>
const Tensor<T>& Network<T>::infer(const Tensor<T>& images) {
    return tape_.forward(images, context(false, 0, 0));
}

template <class T>
LossResult Network<T>::differentiate(const Tensor<T>& images, std::span<const std::int32_t> labels,
                                     const LossOptions& options, std::uint64_t seed, std::uint64_t step) {
    return differentiate(
        images,
        [&](const Tensor<T>& logits, Tensor<T>* gradient) {
            return softmaxCrossEntropy<T>(logits, labels, options, gradient, nullptr);
        },
        seed, step);
}

template <class T>
LossResult Network<T>::differentiate(const Tensor<T>& images, const LossFunction<T>& loss, std::uint64_t seed,
                                     std::uint64_t step) {
    const PassContext<T> pass = context(true, seed, step);
    const Tensor<T>& outputs = tape_.forward(images, pass);
    Gradient<T> gradient = pool_.take(tape_.outputShape(), images.images());
    const LossResult result = loss(outputs, gradient.get());
    tape_.backward(images, std::move(gradient), false, pass);
    return result;
}

template <class T>
void Network<T>::updateStatistics(const Tensor<T>& images) {
    tape_.forward(images, context(true, 0, 0));
}

template <class T>
Parameter<T>* Network<T>::find(const std::string& name) const {
    const auto found = std::find_if(parameters_.begin(), parameters_.end(),
                                    [&](const auto* p) { return p->name() == name; });
    return found == parameters_.end() ? nullptr : *found;
}

template <class T>
InferenceGraph Network<T>::inferenceGraph() const {
    std::map<std::string, const Parameter<T>*> byName;
    for (const auto* p : parameters_) byName.emplace(p->name(), p);
    return nn::inferenceGraph(graph_, [&](const std::string& name) {
        const Parameter<T>& p = *byName.at(name);
        return std::vector<float>(p.used(), p.used() + p.size());
    });
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
