#include "nn/linear_layers.h"

#include "nn/arrays.h"

#include <cassert>

namespace prunescope::nn {
namespace {

kernels::ConvolutionGeometry geometryOf(const Shape& input, const ConvolutionOptions& o) {
    return {input, o.outputs, o.kernel, o.kernel, o.stride, o.padding};
}

std::vector<Index> weightShape(const kernels::ConvolutionGeometry& g, bool dense) {
    if (dense) return {g.outputs, g.input.channels};
    return {g.outputs, g.input.channels, g.kernelHeight, g.kernelWidth};
}

}  // namespace

template <class T>
Convolution<T>::Convolution(const std::string& name, const kernels::ConvolutionGeometry& geometry, bool bias,
                            bool dense)
    : Layer<T>(name, geometry.input, geometry.output()),
      kernel_(geometry),
      sparse_(geometry),
      weight_(name + ".weight", weightShape(geometry, dense), ParameterRole::weight),
      dense_(dense) {
    if (bias) {
        bias_ = std::make_unique<Parameter<T>>(name + ".bias", std::vector<Index>{geometry.outputs},
                                               ParameterRole::bias);
    }
}

template <class T>
Convolution<T>::Convolution(const std::string& name, const Shape& input, const ConvolutionOptions& options)
    : Convolution(name, geometryOf(input, options), options.bias, false) {}

template <class T>
kernels::KernelChoice::Pass Convolution<T>::pass(Index images, const PassContext<T>& context) const {
    return {.weights = weight_.size(), .kept = weight_.kept(), .images = images, .policy = context.kernels};
}

template <class T>
void Convolution<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) {
    const T* bias = bias_ ? bias_->used() : nullptr;
    forwardChoice_.run(
        pass(in.images(), context), [&] { kernel_.forward(in, weight_.used(), bias, out); },
        [&] { sparse_.forward(in, weight_, bias, out); });
    weight_.setRunsSparse(forwardChoice_.sparse());
}

template <class T>
void Convolution<T>::clearPrunedGradients() {
    if (clearedFor_ == weight_.maskVersion()) return;
    clearWhereNot<T>({weight_.mask(), weight_.size()}, {weight_.gradient(), weight_.size()});
    clearedFor_ = weight_.maskVersion();
}

template <class T>
void Convolution<T>::differentiateWeights(const Tensor<T>& in, const Tensor<T>& outGradient,
                                          const PassContext<T>& context) {
    const bool sparse = context.kernels != kernels::KernelPolicy::dense && weight_.prunedGradientsUnused() &&
                        kernels::KernelChoice::mayBeSparse(weight_.size(), weight_.kept());
    if (sparse) {
        // What earlier passes left there, perhaps not even finite, must not leak.
        clearPrunedGradients();
        sparse_.backwardWeights(in, outGradient, weight_, *context.scratch);
    } else {
        clearedFor_ = 0;
        kernel_.backwardWeights(in, outGradient, weight_.gradient(), *context.scratch);
    }
}

template <class T>
void Convolution<T>::differentiateParameters(const Tensor<T>& in, const Tensor<T>& outGradient,
                                             const PassContext<T>& context) {
    differentiateWeights(in, outGradient, context);
    if (bias_) kernel_.backwardBias(outGradient, bias_->gradient());
}

template <class T>
void Convolution<T>::differentiateInput(const Tensor<T>& outGradient, Tensor<T>& inGradient,
                                        kernels::SumStart start, const PassContext<T>& context) {
    dataChoice_.run(
        pass(outGradient.images(), context),
        [&] { kernel_.backwardData(outGradient, weight_.used(), inGradient, start); },
        [&] { sparse_.backwardData(outGradient, weight_, inGradient, start); });
}

template <class T>
Gradient<T> Convolution<T>::backward(const Tensor<T>& in, const Tensor<T>& /*out*/, Gradient<T> outGradient,
                                     bool inputWanted, const PassContext<T>& context) {
    differentiateParameters(in, *outGradient, context);
    if (!inputWanted) return nullptr;
    Gradient<T> inGradient = context.pool->take(this->inputShape(), in.images());
    differentiateInput(*outGradient, *inGradient, kernels::SumStart::zero, context);
    return inGradient;
}

template <class T>
Gradient<T> Convolution<T>::backwardOnto(const Tensor<T>& in, const Tensor<T>& /*out*/,
                                         Gradient<T> outGradient, Gradient<T> start,
                                         const PassContext<T>& context) {
    differentiateParameters(in, *outGradient, context);
    differentiateInput(*outGradient, *start, kernels::SumStart::destination, context);
    return start;
}

template <class T>
void Convolution<T>::collect(std::vector<Parameter<T>*>& parameters) {
    parameters.push_back(&weight_);
    if (bias_) parameters.push_back(bias_.get());
}

template <class T>
void Convolution<T>::describe(std::vector<run::LayerDescription>& layers) const {
    const Shape out = this->outputShape();
    layers.push_back({.name = this->name(),
                      .kind = dense_ ? "dense" : "convolution",
                      .weightShape = weight_.shape(),
                      .parameters = weight_.size() + (bias_ ? bias_->size() : 0),
                      .weights = weight_.size(),
                      .macs = weight_.size() * out.pixels(),
                      .outputShape = {out.channels, out.height, out.width}});
}

template <class T>
TensorIndex Convolution<T>::lower(InferenceGraph& graph, TensorIndex in) const {
    const auto floats = [](const Parameter<T>& parameter) {
        return std::vector<float>(parameter.used(), parameter.used() + parameter.size());
    };
    return graph.convolution(in, kernel_.geometry(), floats(weight_),
                             bias_ ? floats(*bias_) : std::vector<float>{});
}

template <class T>
Dense<T>::Dense(const std::string& name, const Shape& input, Index outputs)
    : Convolution<T>(name, kernels::ConvolutionGeometry{input, outputs, 1, 1, 1, 0}, true, true) {
    assert(input.pixels() == 1);
}

template class Convolution<float>;
template class Convolution<double>;
template class Dense<float>;
template class Dense<double>;

}  // namespace prunescope::nn
