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
#include <fmt/ranges.h>

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

std::string shapeWords(const std::vector<std::int64_t>& shape) {
    return fmt::format("({})", fmt::join(shape, ", "));
}

/// What belongs to a parameter and is none: PyTorch's count of batches, and what a run keeps beside a weight.
bool goesWithParameter(const std::string& name, const std::set<std::string>& parameters) {
    const auto belongs = [&](std::string_view suffix, std::string_view parameter) {
        if (!name.ends_with(suffix)) return false;
        return parameters.contains(name.substr(0, name.size() - suffix.size()) + std::string(parameter));
    };
    return belongs(".num_batches_tracked", ".running_mean") || belongs(".latent", "") || belongs(".mask", "");
}

class TensorMatcher {
public:
    TensorMatcher(const nn::Graph& graph, const TensorReader& tensors, const TensorNames& names,
                  std::string origin)
        : graph_(graph), tensors_(tensors), names_(names), origin_(std::move(origin)) {}

    MatchedTensors match() {
        readNames();
        MatchedTensors matched;
        std::set<std::string> parameters;
        for (const nn::Node& node : graph_.nodes()) {
            for (nn::ParameterShape p : node.operation->parameters(node.place.input())) {
                p.suffix = node.place.name + p.suffix;
                parameters.insert(p.suffix);
                if (const TensorEntry* entry = entryOf(p)) matched.emplace_back(p, entry);
            }
        }
        for (const auto& [name, entry] : byName_)
            if (!parameters.contains(name) && !goesWithParameter(name, parameters)) left_.push_back(name);
        expectAll();
        return matched;
    }

private:
    void readNames() {
        for (const TensorEntry& entry : tensors_.entries()) {
            const auto renamed = names_.find(entry.name);
            if (renamed == names_.end()) {
                byName_.emplace(entry.name, &entry);
            } else if (renamed->second) {
                byName_.insert_or_assign(*renamed->second, &entry);
            }
        }
        for (const auto& [theirs, ours] : names_)
            if (tensors_.find(theirs) == nullptr) unknown_.push_back(theirs);
    }

    const TensorEntry* entryOf(const nn::ParameterShape& parameter) {
        const auto found = byName_.find(parameter.suffix);
        if (found == byName_.end()) {
            missing_.push_back(parameter.suffix);
            return nullptr;
        }
        const TensorEntry& entry = *found->second;
        if (entry.type == ElementType::f32 && entry.shape == parameter.shape) return &entry;
        others_.push_back(fmt::format("{} {} {}, {} F32", parameter.suffix, elementTypeName(entry.type),
                                      shapeWords(entry.shape), shapeWords(parameter.shape)));
        return nullptr;
    }

    /// The names, in quotes that no terminal acts on.
    static std::string listed(const std::vector<std::string>& names) {
        constexpr std::size_t most = 1000;
        std::vector<std::string> words;
        for (std::size_t i = 0; i < std::min(most, names.size()); ++i) words.push_back(inQuotes(names[i]));
        if (names.size() > most) words.emplace_back("…");
        return fmt::format("{}", fmt::join(words, ", "));
    }

    void expectAll() const {
        std::vector<Text> problems;
        if (!missing_.empty()) problems.push_back(Text::of("missing: {}", listed(missing_)));
        if (!left_.empty()) problems.push_back(Text::of("left over: {}", listed(left_)));
        if (!others_.empty()) problems.push_back(Text::of("of another shape or type: {}", listed(others_)));
        if (!unknown_.empty()) problems.push_back(Text::of("renamed and not there: {}", listed(unknown_)));
        if (problems.empty()) return;
        throw UsageError("start.weights",
                         Text::of("{} does not hold the weights of {}: {}", origin_, graph_.name(),
                                  prunescope::listed(problems)),
                         Text::of("Give weights of the same network, or the names of the tensors as "
                                  "start.names."));
    }

    const nn::Graph& graph_;
    const TensorReader& tensors_;
    const TensorNames& names_;
    std::string origin_;
    std::map<std::string, const TensorEntry*> byName_{};
    std::vector<std::string> missing_{};
    std::vector<std::string> left_{};
    std::vector<std::string> others_{};
    std::vector<std::string> unknown_{};
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

MatchedTensors matchTensors(const nn::Graph& graph, const TensorReader& tensors, const TensorNames& names,
                            const std::string& origin) {
    return TensorMatcher(graph, tensors, names, origin).match();
}

}  // namespace prunescope::model
