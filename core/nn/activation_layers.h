#pragma once

#include "nn/activation.h"
#include "nn/operation.h"

namespace prunescope::nn {

/// out = f(in), value by value.
template <class T>
class Activation : public Layer<T> {
public:
    Activation(const std::string& name, const Shape& shape, const ActivationFunction& function)
        : Layer<T>(name, shape, shape), function_(function) {}
    bool inPlace() const override;
    OutputUse outputUse() const override { return OutputUse::values; }
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;

private:
    ActivationFunction function_;
};

class ActivationOperation : public LayerOperation<ActivationOperation> {
public:
    explicit ActivationOperation(const ActivationFunction& function) : function_(function) {}
    const ActivationFunction& function() const { return function_; }
    /// Whether it is min(max(x, 0), high) with some high above 0.
    bool isCappedRelu() const;

    std::string_view kind() const override;
    nlohmann::json attributes() const override;
    bool readsFlattened() const override { return true; }
    Shape output(const Place& place) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<Activation<T>>(place.name, place.input(), function_);
    }

private:
    ActivationFunction function_;
};

}  // namespace prunescope::nn
