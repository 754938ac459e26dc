#include "base/error.h"
#include "model/onnx_operations.h"
#include "nn/batch_norm.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace prunescope::model {
namespace {

/// A node of the network, and the graph that it is written into.
struct OnnxPlace {
    OnnxGraph& graph;
    const TrainedModel& model;
    const nn::Node& node;
    nlohmann::json attributes;  ///< all that the operation has
    std::vector<OnnxValue> inputs;

    const std::string& name() const { return node.place.name; }
    const OnnxValue& in() const { return inputs.front(); }
    std::span<const float> parameter(const char* suffix) const { return model.values(name() + suffix); }
    nn::Index number(const char* key) const { return attributes.at(key).get<nn::Index>(); }
    bool flag(const char* key) const { return attributes.at(key).get<bool>(); }
    kernels::RowsAndColumns both(const char* key) const { return nn::readRowsAndColumns(attributes, key); }
    double real(const char* key) const { return attributes.at(key).get<double>(); }
};

/// How one kind of operation is written.
struct OnnxTranslation {
    std::vector<std::string> attributes;  ///< all that it may have
    OnnxValue (*write)(const OnnxPlace& at);
};

OnnxValue writeConvolution(const OnnxPlace& at) {
    const kernels::RowsAndColumns kernel = at.both("kernel");
    const kernels::ConvolutionGeometry geometry{
        at.node.place.input(), at.number("outputs"), kernel.rows,         kernel.columns,
        at.both("stride"),     at.both("padding"),   at.both("dilation"), at.number("groups")};
    const bool biased = at.flag("bias");
    return at.graph.convolution(at.name(), at.in(), geometry, at.parameter(".weight"),
                                biased ? at.parameter(".bias") : std::span<const float>{});
}

OnnxValue writeDense(const OnnxPlace& at) {
    return at.graph.dense(at.name(), at.in(), at.number("outputs"), at.parameter(".weight"),
                          at.parameter(".bias"));
}

OnnxValue writeBatchNorm(const OnnxPlace& at) {
    return at.graph.batchNorm(at.name(), at.in(),
                              {at.parameter(".weight"), at.parameter(".bias"), at.parameter(".running_mean"),
                               at.parameter(".running_var")},
                              nn::BatchNormOperation::epsilon);
}

using OnnxFunction = nn::ActivationFunction::Kind;

OnnxValue writeClip(const OnnxPlace& at) {
    return at.graph.activation(at.name(), at.in(), {.low = at.real("low"), .high = at.real("high")});
}

OnnxValue writeLeakyRelu(const OnnxPlace& at) {
    return at.graph.activation(at.name(), at.in(),
                               {.kind = OnnxFunction::leakyRelu, .slope = at.real("slope")});
}

template <OnnxFunction kind>
OnnxValue writeFunction(const OnnxPlace& at) {
    return at.graph.activation(at.name(), at.in(), {.kind = kind});
}

OnnxValue writeZeroPad(const OnnxPlace& at) {
    return at.graph.zeroPadded(
        at.name(), at.in(), {at.number("top"), at.number("bottom"), at.number("left"), at.number("right")});
}

OnnxValue writePool(const OnnxPlace& at, bool largest) {
    return at.graph.pool(at.name(), at.in(),
                         {.input = at.node.place.input(),
                          .window = at.both("window"),
                          .stride = at.both("stride"),
                          .padding = at.both("padding"),
                          .ceil = at.flag("ceil"),
                          .countsPadding = !largest && at.flag("count_padding")},
                         largest);
}

OnnxValue writeGlobalPool(const OnnxPlace& at, bool largest) {
    const nn::Shape& in = at.node.place.input();
    return at.graph.pool(at.name(), at.in(), {.input = in, .window = {in.height, in.width}}, largest);
}

/// The channels that the input lacks are zero, half of them before and half after.
OnnxValue writeSubsample(const OnnxPlace& at) {
    const nn::Index channels = at.node.place.input().channels;
    const nn::Index outputs = at.number("outputs");
    nn::ChannelMap map(static_cast<std::size_t>(outputs), nn::noChannel);
    for (nn::Index c = 0; c < channels; ++c) map[static_cast<std::size_t>((outputs - channels) / 2 + c)] = c;
    return at.graph.sample(at.name(), at.in(), at.number("stride"), map);
}

/// What kinds of operations are written, each in one place: a new one is one function and one line here.
const std::map<std::string_view, OnnxTranslation>& onnxTranslations() {
    const std::vector<std::string> windows{"window",  "window_columns",  "stride", "stride_columns",
                                           "padding", "padding_columns", "ceil"};
    std::vector<std::string> meanWindows = windows;
    meanWindows.emplace_back("count_padding");
    static const std::map<std::string_view, OnnxTranslation> all{
        {"convolution",
         {{"outputs", "kernel", "kernel_columns", "stride", "stride_columns", "padding", "padding_columns",
           "bias", "dilation", "dilation_columns", "groups"},
          writeConvolution}},
        {"dense", {{"outputs"}, writeDense}},
        {"batch norm", {{}, writeBatchNorm}},
        {"relu", {{}, [](const OnnxPlace& at) { return at.graph.relu(at.name(), at.in()); }}},
        {"clip", {{"low", "high"}, writeClip}},
        {"leaky relu", {{"slope"}, writeLeakyRelu}},
        {"sigmoid", {{}, writeFunction<OnnxFunction::sigmoid>}},
        {"tanh", {{}, writeFunction<OnnxFunction::tanh>}},
        {"hard sigmoid", {{}, writeFunction<OnnxFunction::hardSigmoid>}},
        {"hard swish", {{}, writeFunction<OnnxFunction::hardSwish>}},
        {"flatten", {{}, [](const OnnxPlace& at) { return at.graph.flattened(at.in()); }}},
        {"dropout", {{"rate"}, [](const OnnxPlace& at) { return at.in(); }}},
        {"max pool", {windows, [](const OnnxPlace& at) { return writePool(at, true); }}},
        {"average pool", {meanWindows, [](const OnnxPlace& at) { return writePool(at, false); }}},
        {"global max pool", {{}, [](const OnnxPlace& at) { return writeGlobalPool(at, true); }}},
        {"global average pool", {{}, [](const OnnxPlace& at) { return writeGlobalPool(at, false); }}},
        {"subsample", {{"outputs", "stride"}, writeSubsample}},
        {"zero pad", {{"top", "bottom", "left", "right"}, writeZeroPad}},
        {"add",
         {{}, [](const OnnxPlace& at) { return at.graph.sum(at.name(), at.inputs[0], at.inputs[1]); }}},
        {"multiply",
         {{}, [](const OnnxPlace& at) { return at.graph.product(at.name(), at.inputs[0], at.inputs[1]); }}},
        {"concat", {{}, [](const OnnxPlace& at) {
                        return at.graph.concatenation(at.name(), at.inputs[0], at.inputs[1]);
                    }}}};
    return all;
}

/// What an operation leaves out as usual is put in.
nlohmann::json completeAttributes(const nn::Operation& operation) {
    const nn::OperationEntry& entry = nn::operations().get(operation.kind());
    return run::completedOptions(entry.description, {}, operation.attributes());
}

UsageError unknownToOnnx(const nn::Node& node, const std::string& what) {
    return {"format", Text::of("onnx has no way to write {}: {}", node.place.name, what),
            Text::of("Choose another format, such as safetensors.")};
}

}  // namespace

void expectKnownToOnnx(const nn::Graph& graph) {
    for (const nn::Node& node : graph.nodes()) {
        const auto known = onnxTranslations().find(node.operation->kind());
        if (known == onnxTranslations().end()) throw unknownToOnnx(node, std::string(node.operation->kind()));
        const nlohmann::json attributes = node.operation->attributes();
        for (const auto& [key, value] : attributes.items()) {
            const auto& keys = known->second.attributes;
            if (std::find(keys.begin(), keys.end(), key) == keys.end())
                throw unknownToOnnx(node, fmt::format("{}={}", key, value.dump()));
        }
    }
}

onnx::GraphProto onnxAsTrained(const TrainedModel& model, bool sparse) {
    OnnxGraph graph(model.graph.name(), model.graph.inputShape(), sparse);
    std::vector<OnnxValue> made{graph.input()};
    for (const nn::Node& node : model.graph.nodes()) {
        OnnxPlace at{graph, model, node, completeAttributes(*node.operation), {}};
        for (const nn::TensorIndex tensor : node.inputs) at.inputs.push_back(made[tensor.index()]);
        made.push_back(onnxTranslations().at(node.operation->kind()).write(at));
    }
    return graph.finish(made.back());
}

}  // namespace prunescope::model
