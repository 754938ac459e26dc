#pragma once

#include "nn/layer.h"

namespace prunescope::nn {

struct PoolingOptions {
    Index window = 2;
    Index stride = 2;
};

/// Largest value of each window, no padding; a window that does not fit whole is left out. The gradient goes
/// to the first of equal largest values, row by row, as in PyTorch.
template <class T>
class MaxPool : public Layer<T> {
public:
    MaxPool(const Shape& input, const PoolingOptions& options);
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
    TensorIndex lower(InferenceGraph& graph, TensorIndex in) const override;

private:
    PoolingOptions options_;
};

/// Mean of each window, no padding. `GlobalAveragePool` is the window of the whole plane.
template <class T>
class AveragePool : public Layer<T> {
public:
    AveragePool(const Shape& input, const PoolingOptions& options);
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
    TensorIndex lower(InferenceGraph& graph, TensorIndex in) const override;

protected:
    AveragePool(const Shape& input, const Shape& output, Index windowHeight, Index windowWidth, Index stride);

private:
    Index windowHeight_;
    Index windowWidth_;
    Index stride_;
};

template <class T>
class GlobalAveragePool : public AveragePool<T> {
public:
    explicit GlobalAveragePool(const Shape& input)
        : AveragePool<T>(input, {input.channels, 1, 1}, input.height, input.width, 1) {}
};

}  // namespace prunescope::nn
