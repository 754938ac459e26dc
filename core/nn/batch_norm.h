#pragma once

#include "kernels/vec.h"
#include "nn/operation.h"

#include <limits>

namespace prunescope::nn {

/// Batch norm over each channel (Ioffe & Szegedy 2015, algorithm 1): in and out (C,H,W,N), scale and shift
/// (C).
///
///     out = scale (in - mean) / sqrt(variance + 1e-5) + shift
///
/// Training uses the batch's mean and biased variance and moves the running ones by a tenth, with the
/// unbiased variance, as PyTorch does; otherwise the running ones are used.
///
/// What stands behind it in a network, a ReLU or a residual sum and a ReLU, can be done in its own sweeps of
/// memory: see `absorbRelu` and `forwardJoined`. Each channel stays in one core's cache from the sweep that
/// measures it to the one that uses the measure.
template <class T>
class BatchNorm : public Layer<T> {
public:
    BatchNorm(const std::string& name, const Shape& shape);

    /// From now on out = min(max(that, 0), ceiling).
    void absorbRelu(double ceiling = std::numeric_limits<double>::infinity()) {
        relu_ = true;
        ceiling_ = static_cast<T>(ceiling);
    }
    bool hasRelu() const { return relu_; }

    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;

    /// out = max(batch norm of in + shortcut, 0); `shortcut` may be `out` itself.
    void forwardJoined(const Tensor<T>& in, const Tensor<T>& shortcut, Tensor<T>& out,
                       const PassContext<T>& context);
    /// The backward pass of `forwardJoined`: turns `outGradient` into the gradient of the shortcut and
    /// overwrites `inGradient` with that of `in`.
    void backwardJoined(const Tensor<T>& in, const Tensor<T>& out, Tensor<T>& outGradient,
                        Tensor<T>& inGradient);

    void collect(std::vector<Parameter<T>*>& parameters) override;

private:
    /// What one channel's elements go through.
    struct Affine {
        T center, factor, shift;
        kernels::Vec<T> operator()(const kernels::Vec<T>& x) const { return (x - center) * factor + shift; }
    };

    void measure(const Tensor<T>& in, Index c, bool training);
    Affine affine(Index c) const;
    template <class Finish>
    void normalise(const Tensor<T>& in, Tensor<T>& out, bool training, const Finish& finish);
    template <class First, class Again>
    void differentiate(const Tensor<T>& in, Tensor<T>& inGradient, const First& first, const Again& again);

    Parameter<T> scale_, shift_, runningMean_, runningVariance_;
    std::vector<T> mean_, inverseDeviation_;  ///< used by the last forward pass, per channel
    bool relu_ = false;
    T ceiling_ = std::numeric_limits<T>::infinity();
};

class BatchNormOperation : public LayerOperation<BatchNormOperation> {
public:
    static constexpr double epsilon = 1e-5;  ///< added to the variance

    std::string_view kind() const override { return "batch norm"; }
    Shape output(const Place& place) const override { return place.input(); }
    std::vector<ParameterShape> parameters(const Shape& input) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<BatchNorm<T>>(place.name, place.input());
    }
};

}  // namespace prunescope::nn
