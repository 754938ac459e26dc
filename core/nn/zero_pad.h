#pragma once

#include "nn/operation.h"

namespace prunescope::nn {

/// in (C,H,W,N), out (C, H + top + bottom, W + left + right, N)
template <class T>
class ZeroPad : public Layer<T> {
public:
    ZeroPad(const std::string& name, const Shape& input, const Shape& output, const Margins& margins)
        : Layer<T>(name, input, output), margins_(margins) {}
    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;

private:
    Margins margins_;
};

class ZeroPadOperation : public LayerOperation<ZeroPadOperation> {
public:
    explicit ZeroPadOperation(const Margins& margins) : margins_(margins) {}
    std::string_view kind() const override { return "zero pad"; }
    nlohmann::json attributes() const override;
    Shape output(const Place& place) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<ZeroPad<T>>(place.name, place.input(), output(place), margins_);
    }

private:
    Margins margins_;
};

}  // namespace prunescope::nn
