#include "nn/linear_layers.h"

#include "base/error.h"
#include "nn/arrays.h"
#include "nn/operations.h"

#include <cassert>

namespace prunescope::nn {
namespace {

kernels::ConvolutionGeometry geometryOf(const Shape& input, const ConvolutionOptions& o) {
    return {input, o.outputs, o.kernel.rows, o.kernel.columns, o.stride, o.padding, o.dilation, o.groups};
}

kernels::ConvolutionGeometry denseGeometry(const Shape& input, Index outputs) {
    return {input, outputs, 1, 1, 1, 0};
}

std::vector<ParameterShape> weightAndBias(std::vector<Index> weight, bool bias) {
    const Index outputs = weight.front();
    std::vector<ParameterShape> parameters{{".weight", std::move(weight), ParameterRole::weight}};
    if (bias) parameters.push_back({".bias", {outputs}, ParameterRole::bias});
    return parameters;
}

std::vector<ParameterShape> convolutionParameters(const Shape& input, const ConvolutionOptions& o) {
    return weightAndBias({o.outputs, input.channels / o.groups, o.kernel.rows, o.kernel.columns}, o.bias);
}

std::vector<ParameterShape> denseParameters(const Shape& input, Index outputs) {
    return weightAndBias({outputs, input.channels}, true);
}

}  // namespace

template <class T>
Convolution<T>::Convolution(const std::string& name, const kernels::ConvolutionGeometry& geometry,
                            const std::vector<ParameterShape>& parameters)
    : Layer<T>(name, geometry.input, geometry.output()),
      kernel_(geometry),
      sparse_(geometry),
      weight_(name + parameters[0].suffix, parameters[0].shape, parameters[0].role) {
    if (parameters.size() == 1) return;
    bias_ =
        std::make_unique<Parameter<T>>(name + parameters[1].suffix, parameters[1].shape, parameters[1].role);
}

template <class T>
Convolution<T>::Convolution(const std::string& name, const Shape& input, const ConvolutionOptions& options)
    : Convolution(name, geometryOf(input, options), convolutionParameters(input, options)) {}

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
Dense<T>::Dense(const std::string& name, const Shape& input, Index outputs)
    : Convolution<T>(name, denseGeometry(input, outputs), denseParameters(input, outputs)) {
    assert(input.pixels() == 1);
}

template class Convolution<float>;
template class Convolution<double>;
template class Dense<float>;
template class Dense<double>;

/// What is usual is left out, as it may be.
nlohmann::json ConvolutionOperation::attributes() const {
    nlohmann::json attributes{{"outputs", options_.outputs}, {"bias", options_.bias}};
    writeRowsAndColumns(attributes, "kernel", options_.kernel);
    writeRowsAndColumns(attributes, "stride", options_.stride);
    writeRowsAndColumns(attributes, "padding", options_.padding);
    if (options_.dilation != 1) writeRowsAndColumns(attributes, "dilation", options_.dilation);
    if (options_.groups != 1) attributes["groups"] = options_.groups;
    return attributes;
}

Shape ConvolutionOperation::output(const Place& place) const {
    if (place.input().channels % options_.groups != 0 || options_.outputs % options_.groups != 0) {
        throw UsageError(
            "model",
            Text::of("{}: {} cannot cut {} channels, of which it makes {}, into {} groups", place.network,
                     place.name, place.input().channels, options_.outputs, options_.groups),
            Text::of("Choose groups that divide the channels of input and output."));
    }
    const kernels::ConvolutionGeometry geometry = geometryOf(place.input(), options_);
    expectWindow(place, geometry.reach(), options_.padding);
    return geometry.output();
}

std::vector<ParameterShape> ConvolutionOperation::parameters(const Shape& input) const {
    return convolutionParameters(input, options_);
}

TensorIndex ConvolutionOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.convolution(at.inputs.front(), geometryOf(at.place.input(), options_),
                             at.parameter(".weight"),
                             options_.bias ? at.parameter(".bias") : std::vector<float>{});
}

OperationEntry convolutionEntry() {
    constexpr Index widest = 100'000;
    constexpr Index largestKernel = 127;
    return {.description = {.name = "convolution",
                            .title = {},
                            .summary = {},
                            .options = {wholeAttribute("outputs", 1, widest),
                                        wholeAttribute("kernel", 1, largestKernel),
                                        columnsAttribute("kernel", 1, largestKernel),
                                        wholeAttribute("stride", 1, largestKernel),
                                        columnsAttribute("stride", 1, largestKernel),
                                        wholeAttribute("padding", 0, largestKernel),
                                        columnsAttribute("padding", 0, largestKernel), flagAttribute("bias"),
                                        optionalAttribute("dilation", 1, 1, largestKernel),
                                        columnsAttribute("dilation", 1, largestKernel),
                                        optionalAttribute("groups", 1, 1, widest)}},
            .make = [](const nlohmann::json& a) -> std::shared_ptr<const Operation> {
                return std::make_shared<ConvolutionOperation>(
                    ConvolutionOptions{.outputs = a.at("outputs"),
                                       .kernel = readRowsAndColumns(a, "kernel"),
                                       .stride = readRowsAndColumns(a, "stride"),
                                       .padding = readRowsAndColumns(a, "padding"),
                                       .bias = a.at("bias"),
                                       .dilation = readRowsAndColumns(a, "dilation"),
                                       .groups = a.at("groups")});
            }};
}

Shape DenseOperation::output(const Place& place) const {
    if (place.input().pixels() == 1) return {outputs_, 1, 1};
    throw UsageError("model",
                     Text::of("{}: {} reads planes of {} x {}, not single values", place.network, place.name,
                              place.input().height, place.input().width),
                     Text::of("Put a flattening before it."));
}

std::vector<ParameterShape> DenseOperation::parameters(const Shape& input) const {
    return denseParameters(input, outputs_);
}

TensorIndex DenseOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.convolution(at.inputs.front(), denseGeometry(at.place.input(), outputs_),
                             at.parameter(".weight"), at.parameter(".bias"));
}

OperationEntry denseEntry() {
    constexpr Index widest = 100'000;
    return {.description = {.name = "dense",
                            .title = {},
                            .summary = {},
                            .options = {wholeAttribute("outputs", 1, widest)}},
            .make = [](const nlohmann::json& a) -> std::shared_ptr<const Operation> {
                return std::make_shared<DenseOperation>(a.at("outputs").get<Index>());
            }};
}

}  // namespace prunescope::nn
