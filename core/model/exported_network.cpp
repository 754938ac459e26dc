#include "model/exported_network.h"

#include "base/error.h"
#include "base/file.h"
#include "base/suggest.h"
#include "model/network_tensors.h"
#include "model/npz_tensors.h"
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

ExportedNetwork npzNetwork(const fs::path& file) {
    const std::string bytes = readFile(file, data::mostNpzBytes);
    const data::NpzArchive archive(bytes, file.string());
    WeightsFile weights{.metadata = npzMetadata(archive), .tensors = {}};
    std::uint64_t bytesLeft = mostNpzTensorBytes;
    for (const std::string& name : archive.arrays())
        weights.tensors.push_back(npzTensor(archive, name, bytesLeft));
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
