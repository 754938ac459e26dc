#include "base/error.h"
#include "infer/dead_channels.h"
#include "infer/fold.h"
#include "model/formats.h"
#include "model/onnx_operations.h"

#include <onnx/checker.h>
#include <onnx/shape_inference/implementation.h>

namespace prunescope::model {
namespace {

/// Of 2019, which every runtime reads that is in use; and OpenCV 4.6 reads no Clip of a later one.
constexpr std::int64_t operatorSet = 10;
constexpr std::int64_t representation = 8;

run::OptionDescription onnxFlag(std::string key, std::string title, std::string help) {
    return {.key = std::move(key),
            .title = std::move(title),
            .help = std::move(help),
            .kind = run::OptionKind::boolean,
            .defaultValue = false};
}

onnx::GraphProto onnxGraphOf(const TrainedModel& model, const nlohmann::json& options) {
    const bool fold = options.at("fold").get<bool>();
    const bool drop = options.at("drop_dead").get<bool>();
    const bool sparse = options.at("sparse_initializers").get<bool>();
    expectKnownToOnnx(model.graph);
    if (!fold && !drop) return onnxAsTrained(model, sparse);
    nn::InferenceGraph graph = model.inferenceGraph();
    if (fold) graph = infer::folded(graph);
    if (drop) graph = infer::withoutDeadChannels(graph);
    return onnxAsDeployed(model.graph.name(), graph, sparse);
}

std::vector<ExportedFile> makeOnnx(const TrainedModel& model, const nlohmann::json& options,
                                   const std::string& file) {
    onnx::ModelProto proto;
    proto.set_ir_version(representation);
    proto.set_producer_name("prunescope");
    proto.set_producer_version(PRUNESCOPE_VERSION);
    proto.add_opset_import()->set_version(operatorSet);
    *proto.mutable_graph() = onnxGraphOf(model, options);
    for (const auto& [key, value] : model.facts()) {
        onnx::StringStringEntryProto& entry = *proto.add_metadata_props();
        entry.set_key(key);
        entry.set_value(value);
    }
    // More than two gigabytes no message can have.
    std::string bytes;
    if (proto.ByteSizeLong() > std::numeric_limits<std::int32_t>::max() || !proto.SerializeToString(&bytes)) {
        throw UsageError("format", Text::of("onnx holds no network of more than two gigabytes"),
                         Text::of("Choose another format, such as safetensors."));
    }
    return {{file, std::move(bytes)}};
}

/// By ONNX's own checker, shapes and types of every operation included, and then by our engine.
nn::InferenceGraph readOnnx(const std::vector<ExportedFile>& files, const TrainedModel& /*model*/,
                            const nlohmann::json& /*options*/) {
    const ExportedFile& file = files.front();
    onnx::ModelProto proto;
    if (!proto.ParseFromString(file.bytes))
        throw Error(file.name, Text::of("is no ONNX model"), Text::of("Export it anew."));
    try {
        onnx::checker::check_model(proto);
        // The inference of shapes (ONNX 1.12) takes a sparse array for an input of another type, which the
        // standard does not.
        const onnx::ShapeInferenceOptions strict{true, 1, true};
        if (proto.graph().sparse_initializer().empty())
            onnx::shape_inference::InferShapes(proto, onnx::OpSchemaRegistry::Instance(), strict);
    } catch (const std::exception& e) {
        throw Error(file.name, Text::of("ONNX's own checker refuses it: {}", std::string(e.what())),
                    Text::of("Choose another format, such as safetensors."));
    }
    return inferenceGraphOf(proto.graph(), file.name);
}

}  // namespace

NetworkFormat onnxFormat() {
    return {
        .description =
            {.name = "onnx",
             .title = "ONNX",
             .summary =
                 "The network with its weights for ONNX Runtime, OpenCV and others (IR 8, operator set "
                 "10).",
             .options = {onnxFlag("fold", "Batch norm folded",
                                  "Whether batch norm becomes part of the convolution before it."),
                         onnxFlag(
                             "drop_dead", "Dead channels removed",
                             "Whether channels that no longer say anything are left out, which makes the "
                             "network smaller and quicker on any runtime."),
                         onnxFlag("sparse_initializers", "Sparse arrays",
                                  "Whether arrays of more than two thirds zeros are written as their values "
                                  "and places; not every runtime reads that.")}},
        .suffixes = {".onnx"},
        .make = makeOnnx,
        .readBack = readOnnx,
        .usage =
            "python3: net = onnxruntime.InferenceSession(\"NAME.onnx\"); net.run(None, {\"images\": x})\n"
            "prunescope-cli predict NAME.onnx picture.png"};
}

}  // namespace prunescope::model
