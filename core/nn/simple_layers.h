#pragma once

#include "nn/layer.h"

namespace prunescope::nn {

/// out = max(in, 0), in place.
template <class T>
class Relu : public Layer<T> {
public:
    explicit Relu(const Shape& shape) : Layer<T>("relu", shape, shape) {}
    bool inPlace() const override { return true; }
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
    TensorIndex lower(InferenceGraph& graph, TensorIndex in) const override;
};

/// (C,H,W,N) to (C H W,1,1,N), in the order channel, row, column.
template <class T>
class Flatten : public Layer<T> {
public:
    explicit Flatten(const Shape& shape) : Layer<T>("flatten", shape, {shape.size(), 1, 1}) {}
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
    TensorIndex lower(InferenceGraph& graph, TensorIndex in) const override;
};

/// Inverted dropout (Srivastava et al. 2014), in place: in training, each value is zero with probability
/// `share` and else divided by 1 - share; otherwise nothing happens.
///
/// The draw depends on seed, step, channel and image alone, so that the backward pass can repeat it.
template <class T>
class Dropout : public Layer<T> {
public:
    /// `salt` tells one dropout layer of a network from another.
    Dropout(const Shape& shape, double share, std::uint64_t salt)
        : Layer<T>("dropout", shape, shape), share_(share), salt_(salt) {}
    bool inPlace() const override { return true; }
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
    TensorIndex lower(InferenceGraph& graph, TensorIndex in) const override;

private:
    void apply(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) const;

    double share_;
    std::uint64_t salt_;
};

}  // namespace prunescope::nn
