// A network from another program's ONNX file.

#include "model/network_format.h"
#include "model/onnx_import.h"
#include "nn/graph_json.h"
#include "support/trained_model.h"
#include "targets.h"

namespace prunescope::fuzz {
namespace {

/// A network that is accepted is one that a run can have: it is read back as it is written, and its weights
/// are all there.
void readOnnx(std::string_view bytes) {
    const model::OnnxNetwork network = model::parseOnnxNetwork(bytes, "fuzz");
    const nlohmann::json written = nn::graphToJson(network.graph);
    expect(nn::graphToJson(nn::graphFromJson(written)) == written, "a graph reads back as it was written");
    for (const nn::Node& node : network.graph.nodes()) {
        for (const nn::ParameterShape& p : node.operation->parameters(node.place.input())) {
            const model::NamedTensor* tensor = network.weights.find(node.place.name + p.suffix);
            expect(tensor != nullptr && tensor->shape == p.shape, "every parameter has its values");
            expect(std::get<std::vector<float>>(tensor->values).size() == static_cast<std::size_t>(p.size()),
                   "as many as its shape says");
        }
    }
}

/// Networks with few weights, so that the fuzzer meets their nodes often.
std::vector<std::string> onnxFiles() {
    const model::NetworkFormat& format = model::networkFormats().get("onnx");
    const nlohmann::json options =
        run::completedOptions(format.description, model::formatOptions, nlohmann::json::object());
    std::vector<std::string> files;
    for (const char* name : {"mlp:2", "resnet-8", "lenet-5"}) {
        const model::TrainedModel model = test::trainedModel(name, {1, 20, 20});
        files.push_back(format.make(model, options, "net.onnx").front().bytes);
    }
    return files;
}

}  // namespace

Target onnxTarget() {
    return {.name = "onnx", .run = answered<readOnnx>, .seeds = onnxFiles, .longest = 1 << 16};
}

}  // namespace prunescope::fuzz
