#pragma once

#include "nn/batch_norm.h"
#include "nn/sequential.h"

#include <optional>

namespace prunescope::nn {

/// out = max(norm(main(in)) + shortcut(in), 0), the residual sum of He et al. 2016 (equation 1 and 2) with
/// the batch norm before it and the ReLU behind it, which are done in the same sweeps of memory.
///
/// The shortcut is `projection` where one is given (option B: a strided 1x1 convolution and batch norm).
/// Otherwise it has no parameters (option A): rows and columns are taken at the stride, and channels that the
/// input lacks are zero, half of them before and half after.
template <class T>
class Residual : public Layer<T> {
public:
    /// `norm` must be without a ReLU of its own.
    Residual(const std::string& name, Sequential<T> main, std::unique_ptr<BatchNorm<T>> norm,
             std::optional<Sequential<T>> projection);

    void prepare(Index capacity) override;
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
    void collect(std::vector<Parameter<T>*>& parameters) override;
    void describe(std::vector<run::LayerDescription>& layers) const override;
    TensorIndex lower(InferenceGraph& graph, TensorIndex in) const override;

private:
    TensorIndex lowerShortcut(InferenceGraph& graph, TensorIndex in) const;
    Index stride() const;
    Index firstChannel() const { return (this->outputShape().channels - this->inputShape().channels) / 2; }
    const Tensor<T>& shortcut(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context);
    void sampleShortcut(const Tensor<T>& in, Tensor<T>& out) const;
    void addShortcutGradient(const Tensor<T>& outGradient, Tensor<T>& inGradient) const;

    Sequential<T> main_;
    std::unique_ptr<BatchNorm<T>> norm_;
    std::optional<Sequential<T>> projection_;
};

}  // namespace prunescope::nn
