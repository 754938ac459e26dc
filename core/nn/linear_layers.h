#pragma once

#include "kernels/kernel_choice.h"
#include "nn/layer.h"
#include "nn/sparse_passes.h"

namespace prunescope::nn {

struct ConvolutionOptions {
    Index outputs = 1;
    Index kernel = 3;
    Index stride = 1;
    Index padding = 0;
    bool bias = true;
};

/// Convolution: in (C,H,W,N), weight (O,C,K,K), out (O,OH,OW,N). See `kernels::Convolution` for the formula.
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
    void describe(std::vector<run::LayerDescription>& layers) const override;
    TensorIndex lower(InferenceGraph& graph, TensorIndex in) const override;

protected:
    Convolution(const std::string& name, const kernels::ConvolutionGeometry& geometry, bool bias, bool dense);

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
    bool dense_;
};

/// Dense: in (C,1,1,N), weight (O,C), out (O,1,1,N): out = weight in + bias.
template <class T>
class Dense : public Convolution<T> {
public:
    Dense(const std::string& name, const Shape& input, Index outputs);
};

}  // namespace prunescope::nn
