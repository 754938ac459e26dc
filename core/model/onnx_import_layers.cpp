// Layers with weights.

#include "model/onnx_import_window.h"
#include "nn/batch_norm.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::model {
namespace {

/// A layer is called as its weights are, without what stands behind the last point: "conv1" of
/// "conv1.weight". Arrays that an exporter has made itself have no such name, and the layer has its node's.
std::string layerName(const OnnxCall& call, int weight) {
    const std::string& array = call.inputName(weight);
    const std::size_t point = array.rfind('.');
    const bool named = point != std::string::npos && point > 0 && array.find(':') == std::string::npos &&
                       array.find('/') == std::string::npos;
    if (named) return array.substr(0, point);
    return call.name().empty() ? call.operation() : call.name();
}

OnnxImportValue importConvolution(const OnnxCall& call) {
    const OnnxTensor in = call.planes(0);
    const OnnxArray& weight = call.array(1);
    const std::size_t dimensions = in.extents.size() + 1;
    if (!weight.isReal() || weight.shape.size() != dimensions || dimensions < 3)
        call.refuse(
            Text::of("has weights of {} dimensions over a tensor of {}", weight.shape.size(), dimensions));
    const std::int64_t groups = call.integer("group", 1);
    const nn::Index channels = call.draft().shape(in.tensor).channels;
    const std::int64_t outputs = weight.shape[0];
    const bool fits =
        groups >= 1 && outputs >= 1 && channels % groups == 0 && weight.shape[1] == channels / groups;
    if (!fits)
        call.refuse(Text::of("has weights of {} channels in {} groups over {} channels", weight.shape[1],
                             groups, channels));
    const OnnxExtents kernel(weight.shape.begin() + 2, weight.shape.end());
    if (call.integers("kernel_shape", kernel) != kernel)
        call.refuse(Text::of("names a kernel that its weights do not have"));
    OnnxWindow window = onnxWindow(call, kernel, in);
    nn::TensorIndex from = in.tensor;
    const bool asOfLayer =
        window.isEvenlyPadded() && window.before[0] < window.reach(0) && window.before[1] < window.reach(1);
    if (!asOfLayer) from = onnxZeroPadded(call, from, window);
    nlohmann::json attributes{{"outputs", outputs}, {"bias", call.has(2)}};
    if (groups != 1) attributes["groups"] = groups;
    setOnnxPair(attributes, "kernel", window.kernel);
    setOnnxPair(attributes, "stride", window.stride);
    setOnnxPair(attributes, "padding", window.before);
    if (window.dilation != OnnxWindow::Pair{1, 1}) setOnnxPair(attributes, "dilation", window.dilation);
    std::map<std::string, std::vector<float>> arrays{{".weight", weight.reals()}};
    if (call.has(2)) arrays[".bias"] = call.reals(2, {outputs});
    const nn::TensorIndex out =
        call.draft().add(layerName(call, 1), "convolution", std::move(attributes), {from}, std::move(arrays));
    const nn::Shape& made = call.draft().shape(out);
    OnnxExtents extents{made.channels, made.height, made.width};
    extents.resize(in.extents.size());
    return OnnxTensor{.tensor = out, .extents = std::move(extents)};
}

/// `weight` (outputs, inputs).
OnnxImportValue denseLayer(const OnnxCall& call, std::vector<float> weight, std::vector<float> bias,
                           std::int64_t outputs) {
    const OnnxTensor in = call.planes(0);
    if (in.extents.size() != 1)
        call.refuse(
            Text::of("reads a tensor of {} dimensions, not a vector for each image", in.extents.size() + 1));
    if (static_cast<std::int64_t>(weight.size()) != in.extents.front() * outputs)
        call.refuse(Text::of("has weights of other than {} inputs", in.extents.front()));
    const nn::TensorIndex out =
        call.draft().add(layerName(call, 1), "dense", {{"outputs", outputs}}, {in.tensor},
                         {{".weight", std::move(weight)}, {".bias", std::move(bias)}});
    return OnnxTensor{.tensor = out, .extents = {outputs}};
}

/// The matrix as (outputs, inputs).
std::vector<float> matrixOf(const OnnxCall& call, bool outputsFirst, std::int64_t& outputs) {
    const OnnxArray& from = call.array(1);
    if (!from.isReal() || from.shape.size() != 2 || from.size() == 0)
        call.refuse(Text::of("has weights of {} dimensions, not a matrix", from.shape.size()));
    outputs = from.shape[outputsFirst ? 0 : 1];
    if (outputsFirst) return from.reals();
    const auto inputs = static_cast<std::size_t>(from.shape[0]);
    const auto rows = static_cast<std::size_t>(outputs);
    std::vector<float> turned(from.size());
    for (std::size_t i = 0; i < inputs; ++i)
        for (std::size_t o = 0; o < rows; ++o) turned[o * inputs + i] = from.reals()[i * rows + o];
    return turned;
}

/// weight = alpha B, bias = beta C
OnnxImportValue importGemm(const OnnxCall& call) {
    if (call.integer("transA", 0) != 0) call.refuse(Text::of("turns the images' matrix"));
    std::int64_t outputs = 0;
    std::vector<float> weight = matrixOf(call, call.integer("transB", 0) != 0, outputs);
    const float alpha = call.real("alpha", 1);
    const float beta = call.real("beta", 1);
    std::vector<float> bias(static_cast<std::size_t>(outputs), 0.0F);
    if (call.has(2)) {
        const OnnxArray& given = call.array(2);
        const bool byOutput = given.shape == OnnxExtents{outputs} || given.shape == OnnxExtents{1, outputs};
        if (!given.isReal() || (given.size() != 1 && !byOutput))
            call.refuse(Text::of("adds what is not a value for each output"));
        for (std::size_t o = 0; o < bias.size(); ++o)
            bias[o] = beta * given.reals()[given.size() == 1 ? 0 : o];
    }
    for (float& w : weight) w *= alpha;
    return denseLayer(call, std::move(weight), std::move(bias), outputs);
}

OnnxImportValue importMatMul(const OnnxCall& call) {
    std::int64_t outputs = 0;
    std::vector<float> weight = matrixOf(call, false, outputs);
    std::vector<float> bias(static_cast<std::size_t>(outputs), 0.0F);
    return denseLayer(call, std::move(weight), std::move(bias), outputs);
}

/// Another epsilon than our own is taken into the scale, so that the network gives the same:
/// scale / sqrt(variance + epsilon) = scale' / sqrt(variance + own)
std::vector<float> scaleWithOwnEpsilon(const OnnxCall& call, std::vector<float> scale,
                                       const std::vector<float>& variance) {
    constexpr double own = nn::BatchNormOperation::epsilon;
    constexpr double near = 1e-9;
    const auto epsilon = static_cast<double>(call.real("epsilon", static_cast<float>(own)));
    for (std::size_t c = 0; c < scale.size(); ++c) {
        const auto v = static_cast<double>(variance[c]);
        if (!(v >= 0) || !(v + epsilon > 0)) call.refuse(Text::of("has a variance of {}", variance[c]));
        if (std::abs(epsilon - own) < near) continue;
        scale[c] = static_cast<float>(static_cast<double>(scale[c]) * std::sqrt((v + own) / (v + epsilon)));
    }
    return scale;
}

OnnxImportValue importBatchNorm(const OnnxCall& call) {
    const OnnxTensor in = call.planes(0);
    if (call.outputs() > 1 || call.integer("training_mode", 0) != 0 || call.integer("spatial", 1) != 1)
        call.refuse(Text::of("normalises as in training, or by pixel"));
    const OnnxExtents byChannel{call.draft().shape(in.tensor).channels};
    const std::vector<float>& variance = call.reals(4, byChannel);
    const nn::TensorIndex out =
        call.draft().add(layerName(call, 1), "batch norm", nlohmann::json::object(), {in.tensor},
                         {{".weight", scaleWithOwnEpsilon(call, call.reals(1, byChannel), variance)},
                          {".bias", call.reals(2, byChannel)},
                          {".running_mean", call.reals(3, byChannel)},
                          {".running_var", variance}});
    return OnnxTensor{.tensor = out, .extents = in.extents};
}

}  // namespace

OnnxHandlers onnxLayerHandlers() {
    return {{"Conv", importConvolution},
            {"Gemm", importGemm},
            {"MatMul", importMatMul},
            {"BatchNormalization", importBatchNorm}};
}

}  // namespace prunescope::model
