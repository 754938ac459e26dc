// Functions of each value, sums and products.

#include "model/onnx_import_scaling.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace prunescope::model {
namespace {

constexpr float hardSlope = 6;      // of our hard sigmoid, which is 1 / 6
constexpr float hardMiddle = 0.5F;  // its value at 0

std::string valueName(const OnnxCall& call, const char* kind) {
    return call.name().empty() ? kind : call.name();
}

/// An operation of one tensor that leaves its shape alone.
OnnxTensor applied(const OnnxCall& call, const OnnxTensor& in, const char* kind,
                   nlohmann::json attributes = nlohmann::json::object()) {
    const nn::TensorIndex out =
        call.draft().add(valueName(call, kind), kind, std::move(attributes), {in.tensor});
    return {.tensor = out, .extents = in.extents};
}

template <const char* kind>
OnnxImportValue importFunction(const OnnxCall& call) {
    return applied(call, call.tensor(0), kind);
}

/// max(0, min(1, alpha x + beta)) as our own, which has the slope 1 / 6: of 6 (alpha x + beta - 1 / 2).
OnnxTensor hardSigmoid(const OnnxCall& call, const OnnxTensor& in, float alpha, float beta) {
    const OnnxTensor inner = onnxScaled(in, {hardSlope * alpha}, {hardSlope * (beta - hardMiddle)});
    return applied(call, call.finished(inner), "hard sigmoid");
}

OnnxImportValue importHardSigmoid(const OnnxCall& call) {
    constexpr float usualAlpha = 0.2F;
    return hardSigmoid(call, call.unfinished(0), call.real("alpha", usualAlpha),
                       call.real("beta", hardMiddle));
}

OnnxImportValue importLeakyRelu(const OnnxCall& call) {
    constexpr float usualAlpha = 0.01F;
    return applied(call, call.tensor(0), "leaky relu",
                   {{"slope", static_cast<double>(call.real("alpha", usualAlpha))}});
}

/// max(x, low) = max(x - low, 0) + low; min(x, high) = high - max(high - x, 0).
OnnxTensor boundedOnOneSide(const OnnxCall& call, const OnnxTensor& in, float bound, float side) {
    const OnnxTensor positive = applied(call, call.finished(onnxScaled(in, {side}, {-side * bound})), "relu");
    return onnxScaled(positive, {side}, {bound});
}

/// A clip of what is shifted and scaled is a hard sigmoid, if its ramp is ours: exporters write
/// min(max(x + 3, 0), 6) so.
std::optional<OnnxTensor> clippedRamp(const OnnxCall& call, const OnnxTensor& in, float low, float high) {
    const float height = high - low;
    const OnnxTensor inner =
        onnxScaled(in, {hardSlope / height}, {-hardSlope * low / height - hardSlope * hardMiddle});
    if (!in.isScaled() || in.sole || !isOnnxIdentity(inner)) return std::nullopt;
    OnnxTensor bare = in;
    bare.scale.clear();
    bare.shift.clear();
    return onnxScaled(applied(call, bare, "hard sigmoid"), {height}, {low});
}

OnnxImportValue importClip(const OnnxCall& call) {
    constexpr std::int64_t since = 11;
    constexpr float endless = std::numeric_limits<float>::infinity();
    constexpr float asGoodAsEndless = 1e30F;
    const float low = call.number(1, "min", since, -endless);
    const float high = call.number(2, "max", since, endless);
    const bool hasLow = low > -asGoodAsEndless;
    const bool hasHigh = high < asGoodAsEndless;
    const OnnxTensor in = call.unfinished(0);
    if (!hasLow && !hasHigh) return in;
    if (!hasHigh) return boundedOnOneSide(call, in, low, 1);
    if (!hasLow) return boundedOnOneSide(call, in, high, -1);
    if (!(low < high)) call.refuse(Text::of("clips between {} and {}, which leaves nothing", low, high));
    if (const auto ramp = clippedRamp(call, in, low, high)) return *ramp;
    return applied(call, call.tensor(0), "clip",
                   {{"low", static_cast<double>(low)}, {"high", static_cast<double>(high)}});
}

/// `a` and `b` of one shape.
OnnxTensor paired(const OnnxCall& call, const OnnxTensor& a, const OnnxTensor& b, const char* kind) {
    const nn::TensorIndex out =
        call.draft().add(valueName(call, kind), kind, nlohmann::json::object(), {a.tensor, b.tensor});
    return {.tensor = out, .extents = a.extents};
}

OnnxTensor summed(const OnnxCall& call, const OnnxTensor& a, const OnnxTensor& b) {
    if (a.extents != b.extents) call.refuse(Text::of("adds tensors of two shapes"));
    return paired(call, a, b, "add");
}

OnnxImportValue importAdd(const OnnxCall& call) {
    for (const std::size_t constant : {std::size_t{0}, std::size_t{1}}) {
        if (!call.isArray(constant)) continue;
        const OnnxTensor in = call.unfinished(1 - constant);
        return onnxScaled(in, {1}, onnxByChannel(call, call.array(constant), in));
    }
    return summed(call, call.tensor(0), call.tensor(1));
}

OnnxImportValue importSum(const OnnxCall& call) {
    OnnxTensor sum = call.tensor(0);
    for (std::size_t input = 1; input < call.inputs(); ++input) sum = summed(call, sum, call.tensor(input));
    return sum;
}

OnnxImportValue importSubtraction(const OnnxCall& call) {
    if (call.isArray(1)) {
        const OnnxTensor in = call.unfinished(0);
        std::vector<float> shift = onnxByChannel(call, call.array(1), in);
        for (float& v : shift) v = -v;
        return onnxScaled(in, {1}, shift);
    }
    if (!call.isArray(0)) call.refuse(Text::of("subtracts one tensor from another"));
    const OnnxTensor in = call.unfinished(1);
    return onnxScaled(in, {-1}, onnxByChannel(call, call.array(0), in));
}

OnnxImportValue importDivision(const OnnxCall& call) {
    if (!call.isArray(1)) call.refuse(Text::of("divides by what is made of the images"));
    const OnnxTensor in = call.unfinished(0);
    std::vector<float> scale = onnxByChannel(call, call.array(1), in);
    for (float& v : scale) {
        v = 1 / v;
        if (!std::isfinite(v)) call.refuse(Text::of("divides by 0"));
    }
    return onnxScaled(in, scale, {0});
}

/// x hard_sigmoid(x), which is hard swish.
bool isHardSwish(const OnnxCall& call, const OnnxTensor& x, const OnnxTensor& factor) {
    const OnnxDraft::Step* step = call.draft().maker(factor.tensor);
    return step != nullptr && step->kind == "hard sigmoid" && step->inputs.front() == x.tensor &&
           !x.isScaled();
}

/// Takes the factor out of a tensor that is multiplied anyway; nothing where something is added to it.
std::optional<std::vector<float>> factorOf(OnnxTensor& tensor) {
    if (!tensor.isScaled()) return std::vector<float>{1};
    const bool shifted =
        std::any_of(tensor.shift.begin(), tensor.shift.end(), [](float v) { return v != 0; });
    if (shifted || tensor.scale.size() != 1) return std::nullopt;
    tensor.shift.clear();
    return std::exchange(tensor.scale, {});
}

OnnxTensor multiplied(const OnnxCall& call, const OnnxTensor& a, OnnxTensor b) {
    auto factor = factorOf(b);
    if (!factor) {
        b = call.finished(b);
        factor = {1};
    }
    if (isHardSwish(call, a, b)) return onnxScaled(applied(call, a, "hard swish"), *factor, {0});
    return onnxScaled(paired(call, call.finished(a), b, "multiply"), *factor, {0});
}

OnnxImportValue importProduct(const OnnxCall& call) {
    for (const std::size_t constant : {std::size_t{0}, std::size_t{1}}) {
        if (!call.isArray(constant)) continue;
        const OnnxTensor in = call.unfinished(1 - constant);
        return onnxScaled(in, onnxByChannel(call, call.array(constant), in), {0});
    }
    OnnxTensor a = call.factor(0);
    OnnxTensor b = call.factor(1);
    // The one with the planes first, and the factor of its channels behind it.
    const nn::Index aPixels = call.draft().shape(a.tensor).pixels();
    const nn::Index bPixels = call.draft().shape(b.tensor).pixels();
    if (bPixels > aPixels || (aPixels == bPixels && isHardSwish(call, b, a))) std::swap(a, b);
    const OnnxExtents byChannel{a.extents.front(), 1, 1};
    const bool fits = a.extents == b.extents || (a.extents.size() == 3 && b.extents == byChannel);
    const bool fills =
        b.repeated.empty() || OnnxExtents(a.extents.begin() + 1, a.extents.end()) == b.repeated;
    if (!fits || !fills || !a.repeated.empty()) call.refuse(Text::of("multiplies tensors of two shapes"));
    b.repeated.clear();
    return multiplied(call, a, std::move(b));
}

OnnxImportValue importConcat(const OnnxCall& call) {
    OnnxTensor all = call.tensor(0);
    const auto dimensions = static_cast<std::int64_t>(all.extents.size()) + 1;
    if (call.axis(call.integer("axis", 1), dimensions) != 1)
        call.refuse(Text::of("puts tensors together along other than the channels"));
    for (std::size_t input = 1; input < call.inputs(); ++input) {
        const OnnxTensor next = call.tensor(input);
        if (next.extents.size() != all.extents.size())
            call.refuse(Text::of("puts tensors of two shapes together"));
        const std::int64_t channels = all.extents.front() + next.extents.front();
        all = paired(call, all, next, "concat");
        all.extents.front() = channels;
    }
    return all;
}

constexpr char reluKind[] = "relu";
constexpr char sigmoidKind[] = "sigmoid";
constexpr char tanhKind[] = "tanh";
constexpr char hardSwishKind[] = "hard swish";

}  // namespace

OnnxHandlers onnxValueHandlers() {
    return {{"Relu", importFunction<reluKind>},
            {"Sigmoid", importFunction<sigmoidKind>},
            {"Tanh", importFunction<tanhKind>},
            {"HardSwish", importFunction<hardSwishKind>},
            {"HardSigmoid", importHardSigmoid},
            {"LeakyRelu", importLeakyRelu},
            {"Clip", importClip},
            {"Add", importAdd},
            {"Sum", importSum},
            {"Sub", importSubtraction},
            {"Mul", importProduct},
            {"Div", importDivision},
            {"Concat", importConcat}};
}

}  // namespace prunescope::model
