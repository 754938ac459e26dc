#include "model/onnx_import.h"

#include "base/clean_text.h"
#include "base/file.h"
#include "base/sha256.h"
#include "model/onnx_import_external.h"
#include "model/onnx_import_file.h"
#include "model/onnx_import_graph.h"

#include <utility>

namespace prunescope::model {
namespace {

constexpr std::size_t longestProducer = 100;

std::string producerOf(const onnx::ModelProto& model) {
    std::string words = model.producer_name();
    if (!words.empty() && !model.producer_version().empty()) words += " ";
    words += model.producer_version();
    return terminalLine(words.substr(0, longestProducer));
}

OnnxNetwork networkOf(std::string_view bytes, const OnnxArraySource& source,
                      const std::optional<nn::Shape>& images) {
    const onnx::ModelProto model = parseOnnxFile(bytes, source.origin);
    auto [graph, weights] = importOnnxGraph(model, source, images);
    graph.expectClassifier();
    const std::filesystem::path path = source.origin;
    OnnxNetwork network{
        .graph = std::move(graph),
        .weights = std::move(weights),
        .producer = producerOf(model),
        .files = {{path.filename().string(), static_cast<std::int64_t>(bytes.size()), sha256Hex(bytes)}}};
    for (run::DataFile& file : externalFiles(model, source)) network.files.push_back(std::move(file));
    return network;
}

}  // namespace

OnnxNetwork readOnnxNetwork(const std::filesystem::path& file, const std::optional<nn::Shape>& images) {
    const std::string bytes = readFile(file, mostOnnxBytes);
    std::filesystem::path folder = file.parent_path();
    if (folder.empty()) folder = ".";
    return networkOf(bytes, {.origin = file.string(), .folder = std::move(folder)}, images);
}

OnnxNetwork parseOnnxNetwork(std::string_view bytes, const std::string& origin,
                             const std::optional<nn::Shape>& images) {
    return networkOf(bytes, {.origin = origin}, images);
}

}  // namespace prunescope::model
