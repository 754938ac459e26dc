#include "nn/tape.h"

#include "kernels/elementwise.h"
#include "nn/training_plan.h"

#include <algorithm>

namespace prunescope::nn {
namespace {

/// Reports a layer while it lives, if somebody listens.
class Report {
public:
    Report(PassObserver* observer, const std::string& layer, bool backward) : observer_(observer) {
        if (observer_ != nullptr) observer_->layerBegins(layer, backward);
    }
    ~Report() {
        if (observer_ != nullptr) observer_->layerEnds();
    }
    Report(const Report&) = delete;
    Report& operator=(const Report&) = delete;

private:
    PassObserver* observer_;
};

template <class T>
void copyPlanes(const Tensor<T>& from, Tensor<T>& to) {
    const Index size = from.shape().pixels() * from.lanes();
    parallel::parallelFor(from.tiles() * from.shape().channels, [&](Index block) {
        std::copy_n(from.channel(0, block), size, to.channel(0, block));
    });
}

}  // namespace

template <class T>
Tape<T>::Tape(const Graph& graph)
    : inputShape_(graph.inputShape()),
      outputShape_(graph.outputShape()),
      layers_(graph.nodes().size()),
      trained_(graph.nodes().size() + 1, false),
      uses_(graph.nodes().size() + 1, OutputUse::none),
      tensors_(graph.nodes().size() + 1),
      gradients_(graph.nodes().size() + 1) {
    for (std::size_t t = 0; t < tensors_.size(); ++t)
        readers_.push_back(graph.readers(TensorIndex{static_cast<std::int32_t>(t)}));
    for (const PlannedStep& planned : trainingPlan(graph)) {
        const Node& node = graph.nodes()[planned.node];
        layers_[planned.node] = node.operation->template layer<T>(node.place);
        Layer<T>* layer = layers_[planned.node].get();
        auto pair = node.operation->template pairLayer<T>();
        auto* norm = dynamic_cast<BatchNorm<T>*>(layer);
        if (planned.relu) norm->absorbRelu(planned.ceiling);
        const Step step{.layer = layer,
                        .join = planned.addend ? norm : nullptr,
                        .pair = pair.get(),
                        .name = node.place.name,
                        .shape = node.output,
                        .in = planned.in.index(),
                        .out = planned.out.index(),
                        .addend = planned.addend.value_or(planned.in).index()};
        if (pair != nullptr) pairs_.push_back(std::move(pair));
        std::vector<Parameter<T>*> own;
        if (layer != nullptr) layer->collect(own);
        trained_[step.out] = !own.empty() || trained_[step.in] || trained_[step.addend];
        steps_.push_back(step);
    }
}

/// The tensor before the step whose storage may take its output.
template <class T>
std::optional<std::size_t> Tape<T>::sharedStorage(const Step& step) const {
    const bool inPlace = step.layer != nullptr && step.layer->inPlace();
    if (!inPlace && !step.adds()) return std::nullopt;
    const std::size_t before = inPlace ? step.in : step.addend;
    const bool isFree = before != 0 && readers_[before] == 1 &&
                        uses_[before] <= (inPlace ? OutputUse::signs : OutputUse::none);
    return isFree ? std::optional(before) : std::nullopt;
}

template <class T>
void Tape<T>::prepare(Index capacity) {
    for (const Step& step : steps_) {
        if (step.layer != nullptr) step.layer->prepare(capacity);
        if (step.join != nullptr) {
            uses_[step.out] = OutputUse::signs;
        } else if (step.layer != nullptr) {
            uses_[step.out] = step.layer->outputUse();
        }
        if (const auto shared = sharedStorage(step)) {
            tensors_[step.out] = tensors_[*shared];
            uses_[step.out] = std::max(uses_[step.out], uses_[*shared]);
        } else {
            tensors_[step.out] = std::make_shared<Tensor<T>>(step.shape, capacity);
        }
    }
}

template <class T>
const Tensor<T>& Tape<T>::tensor(std::size_t index, const Tensor<T>& in) const {
    return index == 0 ? in : *tensors_[index];
}

template <class T>
void Tape<T>::forwardStep(const Step& step, const Tensor<T>& in, const PassContext<T>& context) {
    const Report report(context.observer, step.name, false);
    Tensor<T>& out = *tensors_[step.out];
    out.setImages(in.images());
    const Tensor<T>& source = tensor(step.in, in);
    if (step.pair != nullptr) {
        step.pair->forward(source, tensor(step.addend, in), out);
    } else if (step.layer == nullptr) {
        kernels::addPlanes(source, tensor(step.addend, in), out);
    } else if (step.join != nullptr) {
        step.join->forwardJoined(source, tensor(step.addend, in), out, context);
    } else {
        step.layer->forward(source, out, context);
    }
}

template <class T>
const Tensor<T>& Tape<T>::forward(const Tensor<T>& in, const PassContext<T>& context) {
    for (const Step& step : steps_) forwardStep(step, in, context);
    return *tensors_[steps_.back().out];
}

/// Takes over what may be the first part of a tensor's gradient, or adds it to the others.
template <class T>
void Tape<T>::addGradient(std::size_t tensor, Gradient<T> gradient) {
    if (!wanted(tensor)) return;
    if (gradients_[tensor] == nullptr) {
        gradients_[tensor] = std::move(gradient);
    } else {
        kernels::addPlanes(*gradients_[tensor], *gradient, *gradients_[tensor]);
    }
}

template <class T>
void Tape<T>::backwardLayer(const Step& step, const Tensor<T>& in, const PassContext<T>& context) {
    const Tensor<T>& source = tensor(step.in, in);
    const Tensor<T>& out = *tensors_[step.out];
    Gradient<T>& inGradient = gradients_[step.in];
    Gradient<T> outGradient = std::move(gradients_[step.out]);
    if (inGradient == nullptr) {
        inGradient = step.layer->backward(source, out, std::move(outGradient), wanted(step.in), context);
    } else {
        inGradient =
            step.layer->backwardOnto(source, out, std::move(outGradient), std::move(inGradient), context);
    }
}

template <class T>
void Tape<T>::backwardJoin(const Step& step, const Tensor<T>& in, const PassContext<T>& context) {
    Gradient<T> outGradient = std::move(gradients_[step.out]);
    Gradient<T> inGradient = context.pool->take(step.shape, in.images());
    step.join->backwardJoined(tensor(step.in, in), *tensors_[step.out], *outGradient, *inGradient);
    addGradient(step.addend, std::move(outGradient));
    addGradient(step.in, std::move(inGradient));
}

template <class T>
void Tape<T>::backwardPair(const Step& step, const Tensor<T>& in, const PassContext<T>& context) {
    const Gradient<T> outGradient = std::move(gradients_[step.out]);
    const Tensor<T>& a = tensor(step.in, in);
    const Tensor<T>& b = tensor(step.addend, in);
    Gradient<T> aGradient = context.pool->take(a.shape(), in.images());
    Gradient<T> bGradient = context.pool->take(b.shape(), in.images());
    step.pair->backward(a, b, *outGradient, *aGradient, *bGradient);
    addGradient(step.in, std::move(aGradient));
    addGradient(step.addend, std::move(bGradient));
}

template <class T>
void Tape<T>::backwardSum(const Step& step, const PassContext<T>& context) {
    Gradient<T> outGradient = std::move(gradients_[step.out]);
    Gradient<T> copy = context.pool->take(step.shape, outGradient->images());
    copyPlanes(*outGradient, *copy);
    addGradient(step.addend, std::move(outGradient));
    addGradient(step.in, std::move(copy));
}

template <class T>
void Tape<T>::backwardStep(const Step& step, const Tensor<T>& in, const PassContext<T>& context) {
    // Before the first parameters there is nothing to learn, unless the gradient of the input is wanted.
    if (!wanted(step.out)) return;
    const Report report(context.observer, step.name, true);
    if (step.pair != nullptr) {
        backwardPair(step, in, context);
    } else if (step.layer == nullptr) {
        backwardSum(step, context);
    } else if (step.join != nullptr) {
        backwardJoin(step, in, context);
    } else {
        backwardLayer(step, in, context);
    }
}

template <class T>
Gradient<T> Tape<T>::backward(const Tensor<T>& in, Gradient<T> outGradient, bool inputWanted,
                              const PassContext<T>& context) {
    inputWanted_ = inputWanted;
    gradients_[steps_.back().out] = std::move(outGradient);
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) backwardStep(*step, in, context);
    gradients_[steps_.back().out] = nullptr;
    return std::move(gradients_.front());
}

template <class T>
void Tape<T>::collect(std::vector<Parameter<T>*>& parameters) {
    for (const auto& layer : layers_)
        if (layer != nullptr) layer->collect(parameters);
}

template class Tape<float>;
template class Tape<double>;

}  // namespace prunescope::nn
