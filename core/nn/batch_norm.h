#pragma once

#include "nn/layer.h"

namespace prunescope::nn {

/// Batch norm over each channel (Ioffe & Szegedy 2015, algorithm 1): in and out (C,H,W,N), scale and shift
/// (C).
///
///     out = scale (in - mean) / sqrt(variance + 1e-5) + shift
///
/// Training uses the batch's mean and biased variance and moves the running ones by a tenth, with the
/// unbiased variance, as PyTorch does; otherwise the running ones are used.
template <class T>
class BatchNorm : public Layer<T> {
public:
    BatchNorm(const std::string& name, const Shape& shape);

    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
    void collect(std::vector<Parameter<T>*>& parameters) override;
    void describe(std::vector<run::LayerDescription>& layers) const override;

private:
    void measure(const Tensor<T>& in, Index c);

    Parameter<T> scale_, shift_, runningMean_, runningVariance_;
    std::vector<T> mean_, inverseDeviation_;  ///< used by the last forward pass, per channel
};

}  // namespace prunescope::nn
