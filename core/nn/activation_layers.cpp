#include "nn/activation_layers.h"

#include "base/error.h"
#include "nn/operations.h"
#include "parallel/parallel_for.h"

namespace prunescope::nn {
namespace {

using Kind = ActivationFunction::Kind;

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
    return "clip";
}

nlohmann::json ActivationOperation::attributes() const {
    return {{"low", function_.low}, {"high", function_.high}};
}

Shape ActivationOperation::output(const Place& place) const {
    if (function_.low < function_.high) return place.input();
    throw UsageError("model",
                     Text::of("{}: {} clips between {} and {}, which leaves nothing", place.network,
                              place.name, function_.low, function_.high),
                     Text::of("Give a high that is above the low."));
}

TensorIndex ActivationOperation::lower(InferenceGraph& graph, const Lowering& at) const {
    return graph.activation(at.inputs.front(), function_);
}

OperationEntry clipEntry() {
    constexpr double largest = 1e6;
    return {.description = {.name = "clip",
                            .title = {},
                            .summary = {},
                            .options = {realAttribute("low", -largest, largest),
                                        realAttribute("high", -largest, largest)}},
            .make = [](const nlohmann::json& a) -> std::shared_ptr<const Operation> {
                return std::make_shared<ActivationOperation>(
                    ActivationFunction{Kind::clip, a.at("low").get<double>(), a.at("high").get<double>()});
            }};
}

}  // namespace prunescope::nn
