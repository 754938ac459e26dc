#include "model/exported_network.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json_reader.h"
#include "base/suggest.h"
#include "data/npy_reader.h"
#include "data/npz_archive.h"
#include "model/network_tensors.h"
#include "model/onnx_file.h"
#include "model/trained_model_reader.h"
#include "model/weights_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace prunescope::model {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t mostExportBytes = std::uint64_t{1} << 32U;
constexpr std::uint64_t mostMetadataBytes = std::uint64_t{1} << 24U;
constexpr const char* metadataEntry = "metadata.json";

Text exportAnew() {
    return Text::of("Export it anew.");
}

ExportedNetwork networkOf(const TensorReader& reader, const std::string& origin) {
    TrainedModel model = readTrainedModel(reader, origin);
    return {.graph = model.inferenceGraph(), .metadata = std::move(model.weights.metadata)};
}

/// Masks that stand beside the weights are applied; their product is what the network computes with.
ExportedNetwork networkOf(WeightsFile file, const std::string& origin) {
    const std::string bytes = formatWeights(withMasksApplied(std::move(file), origin));
    return networkOf(WeightsReader(bytes, origin), origin);
}

ExportedNetwork weightsNetwork(const fs::path& file) {
    const WeightsReader reader(file);
    if (!hasMasksBeside(reader.entries())) return networkOf(reader, file.string());
    return networkOf(reader.readAll(), file.string());
}

std::map<std::string, std::string> metadataIn(const data::NpzArchive& archive) {
    const auto content = archive.open(metadataEntry);
    std::string text(std::min(content->mostBytes(), mostMetadataBytes + 1), '\0');
    text.resize(content->read({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
    const std::string& origin = content->name();
    if (text.size() > mostMetadataBytes)
        throw Error(origin, Text::of("holds more than {} bytes", mostMetadataBytes), exportAnew());
    const nlohmann::json json = readJson(text, origin, exportAnew());
    std::map<std::string, std::string> metadata;
    if (json.is_object()) {
        for (const auto& [key, value] : json.items())
            if (value.is_string()) metadata[key] = value.get<std::string>();
    }
    return metadata;
}

/// `bytesLeft` of all arrays: packed, a small file may stand for any amount of memory.
NamedTensor arrayIn(const data::NpzArchive& archive, const std::string& name, std::uint64_t& bytesLeft) {
    const auto content = archive.open(name);
    data::ContentCursor cursor(*content);
    const data::NpyHeader header = data::readNpyHeader(cursor);
    const auto bytes = static_cast<std::uint64_t>(header.elements()) * sizeof(float);
    if (bytes > bytesLeft || header.columnsFirst) {
        throw Error(content->name(),
                    Text::of("expected arrays in C's order of at most {} bytes together", mostExportBytes),
                    exportAnew());
    }
    bytesLeft -= bytes;
    NamedTensor tensor{name, header.shape, {}};
    if (header.type.kind == data::NpyKind::real) {
        tensor.values = data::readNpyFloats(cursor, header);
    } else {
        tensor.values = data::readNpyBytes(cursor, header);
    }
    return tensor;
}

ExportedNetwork npzNetwork(const fs::path& file) {
    const std::string bytes = readFile(file, data::mostNpzBytes);
    const data::NpzArchive archive(bytes, file.string());
    WeightsFile weights{.metadata = metadataIn(archive), .tensors = {}};
    std::uint64_t bytesLeft = mostExportBytes;
    for (const std::string& name : archive.arrays())
        weights.tensors.push_back(arrayIn(archive, name, bytesLeft));
    return networkOf(std::move(weights), file.string());
}

ExportedNetwork onnxFileNetwork(const fs::path& file) {
    return onnxNetwork(readFile(file, mostExportBytes), file.string());
}

struct ReadableKind {
    const char* suffix;
    ExportedNetwork (*read)(const fs::path& file);
};

constexpr std::array<ReadableKind, 4> readableKinds{{{".weights", weightsNetwork},
                                                     {".safetensors", weightsNetwork},
                                                     {".npz", npzNetwork},
                                                     {".onnx", onnxFileNetwork}}};

}  // namespace

ExportedNetwork readExportedNetwork(const fs::path& file) {
    const std::string suffix = file.extension().string();
    std::vector<std::string> known;
    for (const ReadableKind& kind : readableKinds) {
        if (suffix == kind.suffix) return kind.read(file);
        known.emplace_back(kind.suffix);
    }
    throw unknownName("no network is read of files that end in '{}'", suffix, known, file.string());
}

}  // namespace prunescope::model
