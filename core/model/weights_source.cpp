#include "model/weights_source.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json_reader.h"
#include "base/quoted.h"
#include "base/sha256.h"
#include "model/network_format.h"
#include "model/network_source.h"
#include "run/run_config.h"

#include <fmt/format.h>

#include <set>

namespace prunescope::model {
namespace {

/// Tensors that are in memory already.
class TensorsInMemory : public TensorReader {
public:
    explicit TensorsInMemory(std::vector<NamedTensor> tensors) : tensors_(std::move(tensors)) {
        WeightsHeader header;
        for (const NamedTensor& tensor : tensors_)
            header.tensors.push_back({.name = tensor.name,
                                      .type = static_cast<ElementType>(tensor.values.index()),
                                      .shape = tensor.shape});
        setHeader(std::move(header));
    }

    NamedTensor read(const TensorEntry& entry) const override {
        return tensors_[static_cast<std::size_t>(&entry - entries().data())];
    }

private:
    std::vector<NamedTensor> tensors_;
};

}  // namespace

WeightsSource weightsSourceOf(OnnxNetwork& network) {
    return {.tensors = std::make_unique<TensorsInMemory>(std::move(network.weights.tensors)),
            .files = std::move(network.files),
            .producer = std::move(network.producer),
            .isInMemory = true};
}

WeightsSource openWeightsSource(const std::string& name) {
    if (!run::onnxFileNamed(name).empty()) {
        OnnxNetwork network = readNamedOnnx(name);
        return weightsSourceOf(network);
    }
    const std::filesystem::path path = name;
    WeightsSource source{.tensors = openWeights(path)};
    source.files = {{path.filename().string(), static_cast<std::int64_t>(std::filesystem::file_size(path)),
                     sha256HexOfFile(path)}};
    const auto program = source.tensors->metadata().find("program");
    if (program != source.tensors->metadata().end()) source.producer = program->second.substr(0, 100);
    return source;
}

std::unique_ptr<TensorReader> openTensors(const std::string& name) {
    if (!run::onnxFileNamed(name).empty()) return std::move(openWeightsSource(name).tensors);
    return openWeights(name);
}

std::string hashOfFiles(const std::vector<run::DataFile>& files) {
    if (files.size() == 1) return files.front().sha256;
    std::string lines;
    for (const run::DataFile& file : files) lines += fmt::format("{}  {}\n", file.sha256, file.name);
    return sha256Hex(lines);
}

TensorNames readTensorNames(const std::filesystem::path& file) {
    constexpr std::uint64_t mostBytes = std::uint64_t{1} << 20U;
    const Text mend = Text::of("Give an object of names as in {}.", R"({"their.weight": "conv1.weight"})");
    const nlohmann::json json = readJson(readFile(file, mostBytes), file.string(), mend);
    if (!json.is_object()) throw UsageError(file.string(), Text::of("is not a JSON object"), mend);
    TensorNames names;
    std::set<std::string> ours;
    for (const auto& [theirs, name] : json.items()) {
        if (!name.is_string() && !name.is_null())
            throw UsageError(file.string(), Text::of("has no name for {}", inQuotes(theirs)), mend);
        names[theirs] = name.is_null() ? std::nullopt : std::optional(name.get<std::string>());
        if (names[theirs] && !ours.insert(*names[theirs]).second) {
            throw UsageError(file.string(),
                             Text::of("gives two tensors the name {}", inQuotes(*names[theirs])), mend);
        }
    }
    return names;
}

}  // namespace prunescope::model
