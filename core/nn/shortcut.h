#pragma once

#include "nn/operation.h"

namespace prunescope::nn {

/// The shortcut without parameters of He et al. 2016 (option A) where the shape changes: rows and columns
/// are taken at the stride, and channels that the input (C,H,W,N) lacks are zero, half of them before and
/// half after.
///
///     out[c + first, y, x, n] = in[c, y s, x s, n],  first = (outputs - C) / 2
template <class T>
class Subsample : public Layer<T> {
public:
    Subsample(const std::string& name, const Shape& input, const Shape& output, Index stride);

    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
    Gradient<T> backwardOnto(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient,
                             Gradient<T> start, const PassContext<T>& context) override;

private:
    Index firstChannel() const { return (this->outputShape().channels - this->inputShape().channels) / 2; }

    Index stride_;
};

class SubsampleOperation : public LayerOperation<SubsampleOperation> {
public:
    SubsampleOperation(Index outputs, Index stride) : outputs_(outputs), stride_(stride) {}
    std::string_view kind() const override { return "subsample"; }
    nlohmann::json attributes() const override;
    Shape output(const Place& place) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<Subsample<T>>(place.name, place.input(), output(place), stride_);
    }

private:
    Index outputs_;
    Index stride_;
};

/// The sum of two tensors of one shape; a `Tape` computes it without a layer.
class AddOperation : public Operation {
public:
    std::string_view kind() const override { return "add"; }
    std::size_t inputs() const override { return 2; }
    Shape output(const Place& place) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;
};

}  // namespace prunescope::nn
