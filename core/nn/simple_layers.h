#pragma once

#include "nn/operation.h"

namespace prunescope::nn {

/// out = max(in, 0), in place.
template <class T>
class Relu : public Layer<T> {
public:
    Relu(const std::string& name, const Shape& shape) : Layer<T>(name, shape, shape) {}
    bool inPlace() const override { return true; }
    OutputUse outputUse() const override { return OutputUse::signs; }
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
};

/// (C,H,W,N) to (C H W,1,1,N), in the order channel, row, column.
template <class T>
class Flatten : public Layer<T> {
public:
    Flatten(const std::string& name, const Shape& shape) : Layer<T>(name, shape, {shape.size(), 1, 1}) {}
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
};

/// Inverted dropout (Srivastava et al. 2014), in place: in training, each value is zero with probability
/// `rate` and else divided by 1 - rate; otherwise nothing happens.
///
/// The draw depends on seed, step, channel and image alone, so that the backward pass can repeat it.
template <class T>
class Dropout : public Layer<T> {
public:
    /// `salt` tells one dropout layer of a network from another.
    Dropout(const std::string& name, const Shape& shape, double rate, std::uint64_t salt)
        : Layer<T>(name, shape, shape), rate_(rate), salt_(salt) {}
    bool inPlace() const override { return true; }
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;

private:
    void apply(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) const;

    double rate_;
    std::uint64_t salt_;
};

class ReluOperation : public LayerOperation<ReluOperation> {
public:
    std::string_view kind() const override { return "relu"; }
    bool readsFlattened() const override { return true; }
    Shape output(const Place& place) const override { return place.input(); }
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<Relu<T>>(place.name, place.input());
    }
};

class FlattenOperation : public LayerOperation<FlattenOperation> {
public:
    std::string_view kind() const override { return "flatten"; }
    bool readsFlattened() const override { return true; }
    Shape output(const Place& place) const override { return {place.input().size(), 1, 1}; }
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<Flatten<T>>(place.name, place.input());
    }
};

class DropoutOperation : public LayerOperation<DropoutOperation> {
public:
    explicit DropoutOperation(double rate) : rate_(rate) {}
    std::string_view kind() const override { return "dropout"; }
    nlohmann::json attributes() const override { return {{"rate", rate_}}; }
    bool readsFlattened() const override { return true; }
    Shape output(const Place& place) const override { return place.input(); }
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<Dropout<T>>(place.name, place.input(), rate_,
                                            static_cast<std::uint64_t>(place.number));
    }

private:
    double rate_;
};

}  // namespace prunescope::nn
