#pragma once

#include "nn/layer.h"

namespace prunescope::nn {

/// Layers one after the other, with the storage of their outputs. An in-place layer shares that of the layer
/// before it.
template <class T>
class Sequential {
public:
    /// `layers` must not be empty nor start with an in-place layer, which would change the caller's input.
    explicit Sequential(std::vector<std::unique_ptr<Layer<T>>> layers);

    const Shape& inputShape() const { return layers_.front()->inputShape(); }
    const Shape& outputShape() const { return layers_.back()->outputShape(); }

    void prepare(Index capacity);
    /// What the last forward pass gave.
    const Tensor<T>& output() const { return *outputs_.back(); }
    const Tensor<T>& forward(const Tensor<T>& in, const PassContext<T>& context);
    Gradient<T> backward(const Tensor<T>& in, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context);

    /// As `backward`, and adds the gradient of the input to `start`, which is returned.
    Gradient<T> backwardOnto(const Tensor<T>& in, Gradient<T> outGradient, Gradient<T> start,
                             const PassContext<T>& context);

    void collect(std::vector<Parameter<T>*>& parameters);
    void describe(std::vector<run::LayerDescription>& layers) const;
    TensorIndex lower(InferenceGraph& graph, TensorIndex in) const;

private:
    /// Through the layers from `last` on; returns the gradient of what the first of them reads.
    Gradient<T> backwardTo(std::size_t last, Gradient<T> outGradient, const PassContext<T>& context);

    std::vector<std::unique_ptr<Layer<T>>> layers_;
    std::size_t firstTrained_ = 0;  ///< the first layer with parameters
    std::vector<std::shared_ptr<Tensor<T>>> outputs_;
};

}  // namespace prunescope::nn
