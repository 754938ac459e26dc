#pragma once

#include "nn/operation.h"

namespace prunescope::nn {

/// out = a b, value by value, both (C,H,W,N); or b has one value for each channel of a, (C,1,1,N), as the
/// weights of a squeeze-and-excitation block (Hu et al. 2018) have.
template <class T>
class Product : public PairLayer<T> {
public:
    void forward(const Tensor<T>& a, const Tensor<T>& b, Tensor<T>& out) const override;
    void backward(const Tensor<T>& a, const Tensor<T>& b, const Tensor<T>& outGradient, Tensor<T>& aGradient,
                  Tensor<T>& bGradient) const override;
};

/// The channels of a, and behind them those of b, of as many rows and columns.
template <class T>
class Concatenation : public PairLayer<T> {
public:
    void forward(const Tensor<T>& a, const Tensor<T>& b, Tensor<T>& out) const override;
    void backward(const Tensor<T>& a, const Tensor<T>& b, const Tensor<T>& outGradient, Tensor<T>& aGradient,
                  Tensor<T>& bGradient) const override;
};

class MultiplyOperation : public PairOperation<Product> {
public:
    std::string_view kind() const override { return "multiply"; }
    Shape output(const Place& place) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;
};

class ConcatOperation : public PairOperation<Concatenation> {
public:
    std::string_view kind() const override { return "concat"; }
    Shape output(const Place& place) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;
};

}  // namespace prunescope::nn
