#include "nn/activation_layers.h"

#include "base/error.h"
#include "nn/operations.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <array>

namespace prunescope::nn {
namespace {

using Kind = ActivationFunction::Kind;

constexpr double largestBound = 1e6;

struct NamedFunction {
    Kind kind;
    const char* name;  ///< of the operation
};
constexpr std::array<NamedFunction, 6> namedFunctions{{{Kind::clip, "clip"},
                                                       {Kind::leakyRelu, "leaky relu"},
                                                       {Kind::sigmoid, "sigmoid"},
                                                       {Kind::tanh, "tanh"},
                                                       {Kind::hardSigmoid, "hard sigmoid"},
                                                       {Kind::hardSwish, "hard swish"}}};

const char* nameOf(Kind kind) {
    return std::find_if(namedFunctions.begin(), namedFunctions.end(),
                        [&](const NamedFunction& f) { return f.kind == kind; })
        ->name;
}

std::shared_ptr<const Operation> activation(const ActivationFunction& function) {
    return std::make_shared<ActivationOperation>(function);
}

/// A function that nothing more need be said of.
template <Kind kind>
OperationEntry plainEntry() {
    return {.description = {.name = nameOf(kind), .title = {}, .summary = {}},
            .make = [](const nlohmann::json&) { return activation({.kind = kind}); }};
}

}  // namespace

/// A clip about 0 leaves every sign as it is, which is what layers before it may look at.
template <class T>
bool Activation<T>::inPlace() const {
    return function_.kind == Kind::clip && function_.low <= 0 && function_.high > 0;
}

template <class T>
void Activation<T>::forward(const Tensor<T>& in, Tensor<T>& out, const PassContext<T>& /*context*/) {
    parallel::parallelFor(in.tiles() * in.shape().channels, [&](Index block) {
        applyFunction<T>(function_, planeOf(in, block), planeOf(out, block));
    });
}

template <class T>
Gradient<T> Activation<T>::backward(const Tensor<T>& in, const Tensor<T>& out, Gradient<T> outGradient,
                                    bool inputWanted, const PassContext<T>& /*context*/) {
    if (!inputWanted) return nullptr;
    parallel::parallelFor(out.tiles() * out.shape().channels, [&](Index block) {
        multiplySlope<T>(function_, planeOf(in, block), planeOf(out, block), planeOf(*outGradient, block));
    });
    return outGradient;
}

template class Activation<float>;
template class Activation<double>;

bool ActivationOperation::isCappedRelu() const {
    return function_.kind == Kind::clip && function_.low == 0 && function_.high > 0;
}

std::string_view ActivationOperation::kind() const {
    return nameOf(function_.kind);
}

nlohmann::json ActivationOperation::attributes() const {
    switch (function_.kind) {
        case Kind::clip:
            return {{"low", function_.low}, {"high", function_.high}};
        case Kind::leakyRelu:
            return {{"slope", function_.slope}};
        default:
            return nlohmann::json::object();
    }
}

Shape ActivationOperation::output(const Place& place) const {
    if (function_.kind != Kind::clip || function_.low < function_.high) return place.input();
    throw UsageError("model",
                     Text::of("{}: {} clips between {} and {}, which leaves nothing", place.network,
                              place.name, function_.low, function_.high),
                     Text::of("Give a high that is above the low."));
}

TensorIndex ActivationOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.activation(at.inputs.front(), function_);
}

OperationEntry clipEntry() {
    return {.description = {.name = nameOf(Kind::clip),
                            .title = {},
                            .summary = {},
                            .options = {realAttribute("low", -largestBound, largestBound),
                                        realAttribute("high", -largestBound, largestBound)}},
            .make = [](const nlohmann::json& a) {
                return activation({.kind = Kind::clip, .low = a.at("low"), .high = a.at("high")});
            }};
}

OperationEntry leakyReluEntry() {
    return {.description = {.name = nameOf(Kind::leakyRelu),
                            .title = {},
                            .summary = {},
                            .options = {realAttribute("slope", -1, 1)}},
            .make = [](const nlohmann::json& a) {
                return activation({.kind = Kind::leakyRelu, .slope = a.at("slope")});
            }};
}

OperationEntry sigmoidEntry() {
    return plainEntry<Kind::sigmoid>();
}

OperationEntry tanhEntry() {
    return plainEntry<Kind::tanh>();
}

OperationEntry hardSigmoidEntry() {
    return plainEntry<Kind::hardSigmoid>();
}

OperationEntry hardSwishEntry() {
    return plainEntry<Kind::hardSwish>();
}

}  // namespace prunescope::nn
