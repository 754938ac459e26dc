#pragma once

#include "kernels/kernel_choice.h"
#include "nn/operation.h"
#include "nn/sparse_passes.h"

namespace prunescope::nn {

struct ConvolutionOptions {
    Index outputs = 1;
    kernels::RowsAndColumns kernel = 3;
    kernels::RowsAndColumns stride = 1;
    kernels::RowsAndColumns padding = 0;
    bool bias = true;
    kernels::RowsAndColumns dilation = 1;
    Index groups = 1;  ///< as many as input channels: a depthwise convolution
};

/// Convolution: in (C,H,W,N), weight (O,C/groups,KH,KW), out (O,OH,OW,N). See `kernels::ConvolutionGeometry`
/// for the formula.
///
/// Where the weight's mask keeps at most half, output and gradient of the data come from the kept weights
/// alone as soon as that is measured to be faster. The gradient of the weights is then computed at kept
/// positions alone while pruned weights stand still, and is 0 at the others; this is no matter of measuring,
/// because in layers of one pixel it rounds differently.
template <class T>
class Convolution : public Layer<T> {
public:
    Convolution(const std::string& name, const Shape& input, const ConvolutionOptions& options);

    void forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) override;
    Gradient<T> backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient, bool inputWanted,
                         const PassContext<T>& context) override;
    Gradient<T> backwardOnto(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient,
                             Gradient<T> start, const PassContext<T>& context) override;
    void collect(std::vector<Parameter<T>*>& parameters) override;

protected:
    /// `parameters`: the weight, and the bias if there is one.
    Convolution(const std::string& name, const kernels::ConvolutionGeometry& geometry,
                const std::vector<ParameterShape>& parameters);

private:
    kernels::KernelChoice::Pass pass(Index images, const PassContext<T>& context) const;
    void differentiateParameters(const Tensor<T>& in, const Tensor<T>& outGradient,
                                 const PassContext<T>& context);
    void differentiateInput(const Tensor<T>& outGradient, Tensor<T>& inGradient, kernels::SumStart start,
                            const PassContext<T>& context);
    void differentiateWeights(const Tensor<T>& in, const Tensor<T>& outGradient,
                              const PassContext<T>& context);
    void clearPrunedGradients();

    kernels::Convolution<T> kernel_;
    SparsePasses<T> sparse_;
    kernels::KernelChoice forwardChoice_;
    kernels::KernelChoice dataChoice_;
    Parameter<T> weight_;
    std::unique_ptr<Parameter<T>> bias_;
    std::uint64_t clearedFor_ = 0;  ///< mask version whose pruned weights have gradient 0; 0 for none
};

/// Dense: in (C,1,1,N), weight (O,C), out (O,1,1,N): out = weight in + bias.
template <class T>
class Dense : public Convolution<T> {
public:
    Dense(const std::string& name, const Shape& input, Index outputs);
};

class ConvolutionOperation : public LayerOperation<ConvolutionOperation> {
public:
    explicit ConvolutionOperation(const ConvolutionOptions& options) : options_(options) {}
    std::string_view kind() const override { return "convolution"; }
    nlohmann::json attributes() const override;
    Shape output(const Place& place) const override;
    std::vector<ParameterShape> parameters(const Shape& input) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<Convolution<T>>(place.name, place.input(), options_);
    }

private:
    ConvolutionOptions options_;
};

class DenseOperation : public LayerOperation<DenseOperation> {
public:
    explicit DenseOperation(Index outputs) : outputs_(outputs) {}
    std::string_view kind() const override { return "dense"; }
    nlohmann::json attributes() const override { return {{"outputs", outputs_}}; }
    bool readsFlattened() const override { return true; }
    Shape output(const Place& place) const override;
    std::vector<ParameterShape> parameters(const Shape& input) const override;
    TensorIndex lower(InferenceGraph& graph, const Lowering& at) const override;

    template <class T>
    std::unique_ptr<Layer<T>> make(const Place& place) const {
        return std::make_unique<Dense<T>>(place.name, place.input(), outputs_);
    }

private:
    Index outputs_;
};

}  // namespace prunescope::nn
