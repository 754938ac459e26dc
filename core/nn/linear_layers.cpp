#include "nn/linear_layers.h"

#include <cassert>

namespace prunescope::nn {
namespace {

math::ConvolutionGeometry geometryOf(const Shape& input, const ConvolutionOptions& o) {
    return {input, o.outputs, o.kernel, o.kernel, o.stride, o.padding};
}

std::vector<Index> weightShape(const math::ConvolutionGeometry& g, bool dense) {
    if (dense) return {g.outputs, g.input.channels};
    return {g.outputs, g.input.channels, g.kernelHeight, g.kernelWidth};
}

}  // namespace

template <class T>
Convolution<T>::Convolution(const std::string& name, const math::ConvolutionGeometry& geometry, bool bias,
                            bool dense)
    : Layer<T>(name, geometry.input, geometry.output()),
      kernel_(geometry),
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
void Convolution<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& context) {
    kernel_.forward(in, weight_.used(), bias_ ? bias_->used() : nullptr, out, *context.scratch);
}

template <class T>
Gradient<T> Convolution<T>::backward(const Tensor<T>& in, const Tensor<T>& /*out*/, Gradient<T> outGradient,
                                     bool inputWanted, const PassContext<T>& context) {
    kernel_.backwardWeights(in, *outGradient, weight_.gradient(), *context.scratch);
    if (bias_) kernel_.backwardBias(*outGradient, bias_->gradient());
    if (!inputWanted) return nullptr;
    Gradient<T> inGradient = context.pool->take(this->inputShape(), in.images());
    kernel_.backwardData(*outGradient, weight_.used(), *inGradient, *context.scratch);
    return inGradient;
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
Dense<T>::Dense(const std::string& name, const Shape& input, Index outputs)
    : Convolution<T>(name, math::ConvolutionGeometry{input, outputs, 1, 1, 1, 0}, true, true) {
    assert(input.pixels() == 1);
}

template class Convolution<float>;
template class Convolution<double>;
template class Dense<float>;
template class Dense<double>;

}  // namespace prunescope::nn
