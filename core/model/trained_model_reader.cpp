#include "model/trained_model_reader.h"

#include "base/error.h"
#include "base/json_reader.h"
#include "base/quoted.h"
#include "model/target_scale.h"
#include "nn/models.h"
#include "run/run_config.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

namespace prunescope::model {
namespace {

Text chooseAnother() {
    return Text::of("Choose the final.weights of a run's folder.");
}

/// Numbers with an x between them, such as 1x28x28, as metadata `key`; nothing when the file does not say.
std::optional<std::vector<std::int64_t>> numbersIn(const std::map<std::string, std::string>& metadata,
                                                   const std::string& key, std::size_t count,
                                                   const std::string& origin) {
    const auto found = metadata.find(key);
    if (found == metadata.end()) return std::nullopt;
    std::vector<std::int64_t> numbers;
    const char* at = found->second.data();
    const char* const end = at + found->second.size();
    while (at < end && numbers.size() < count) {
        std::int32_t number = 0;
        const auto [rest, code] = std::from_chars(at, end, number);
        const bool goesOn = rest != end && *rest == 'x' && rest + 1 != end;
        if (code != std::errc{} || number < 1 || (rest != end && !goesOn)) break;
        numbers.push_back(number);
        at = goesOn ? rest + 1 : end;
    }
    if (at == end && numbers.size() == count) return numbers;
    throw Error(origin,
                Text::of("expected {} numbers as metadata '{}', with an x between them, found {}", count, key,
                         inQuotes(found->second)),
                chooseAnother());
}

/// The network that the metadata names, with at most as many parameters as the file has values.
nn::Graph graphOfFile(const TensorReader& reader, const std::string& origin) {
    const auto& metadata = reader.metadata();
    const auto name = metadata.find("model");
    if (name == metadata.end())
        throw Error(origin, Text::of("the weights file does not name its network"), chooseAnother());
    nn::ModelRequest request{.name = name->second, .input = usualInput(name->second)};
    const auto own = metadata.find("graph");
    if (own != metadata.end()) request.graph = readJson(own->second, origin, chooseAnother());
    // Weights from somebody else lead to no other file.
    if (request.graph.is_null() && run::namesNetworkFile(request.name)) {
        throw Error(origin,
                    Text::of("its network is the file {}, which it does not hold", inQuotes(request.name)),
                    chooseAnother());
    }
    if (const auto input = numbersIn(metadata, "input", 3, origin))
        request.input = {(*input)[0], (*input)[1], (*input)[2]};
    if (const auto classes = numbersIn(metadata, "classes", 1, origin)) request.classes = classes->front();
    std::uint64_t values = 0;
    for (const TensorEntry& entry : reader.entries())
        if (entry.type == ElementType::f32) values += entry.values();
    request.mostParameters = static_cast<nn::Index>(values);
    try {
        nn::Graph graph = nn::graphOf(request);
        graph.expectClassifier();
        return graph;
    } catch (const Error& e) {
        throw Error(origin, Text::of("the network that it names cannot be its own: {}", e.problem()),
                    chooseAnother());
    }
}

const TensorEntry* entryOf(const TensorReader& reader, const std::string& name, ElementType type,
                           std::int64_t size) {
    const TensorEntry* entry = reader.find(name);
    const bool fits =
        entry != nullptr && entry->type == type && entry->values() == static_cast<std::uint64_t>(size);
    return fits ? entry : nullptr;
}

void expectFinite(const NamedTensor& tensor, const std::string& origin) {
    const auto& values = std::get<std::vector<float>>(tensor.values);
    if (std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); })) return;
    throw Error(origin, Text::of("'{}' has values that are not finite", tensor.name),
                Text::of("The file is damaged, or its run diverged; choose another."));
}

void expectCut(const NamedTensor& weights, const NamedTensor& masks, const std::string& origin) {
    const auto& values = std::get<std::vector<float>>(weights.values);
    const auto& mask = std::get<std::vector<std::uint8_t>>(masks.values);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (mask[i] == 1 || (mask[i] == 0 && values[i] == 0)) continue;
        throw Error(origin,
                    Text::of("'{}' has {} at place {}, where its mask is {}", weights.name, values[i], i,
                             static_cast<int>(mask[i])),
                    Text::of("The file is damaged; choose another."));
    }
}

class ModelReader {
public:
    ModelReader(const TensorReader& reader, const std::string& origin)
        : reader_(reader),
          origin_(origin),
          model_{.name = {}, .graph = graphOfFile(reader, origin), .weights = {reader.metadata(), {}}} {}

    TrainedModel read() {
        for (const nn::Node& node : model_.graph.nodes())
            for (const nn::ParameterShape& p : node.operation->parameters(node.place.input()))
                expect(node.place.name + p.suffix, p.size());
        for (const nn::Node& node : model_.graph.nodes())
            for (const nn::ParameterShape& p : node.operation->parameters(node.place.input()))
                take(node.place.name + p.suffix, p);
        foldTargetScale(model_.graph, model_.weights, origin_);
        model_.name = model_.graph.name();
        return std::move(model_);
    }

private:
    /// All must be there before any is read.
    void expect(const std::string& name, std::int64_t size) const {
        if (entryOf(reader_, name, ElementType::f32, size) != nullptr) return;
        throw Error(origin_, Text::of("'{}' is not in the weights file with {} values", name, size),
                    chooseAnother());
    }

    void take(const std::string& name, const nn::ParameterShape& parameter) {
        auto& tensors = model_.weights.tensors;
        tensors.push_back(reader_.read(*reader_.find(name)));
        expectFinite(tensors.back(), origin_);
        if (parameter.role != nn::ParameterRole::weight) return;
        const std::size_t weights = tensors.size() - 1;
        if (const auto* entry = entryOf(reader_, name + latentSuffix, ElementType::f32, parameter.size()))
            tensors.push_back(reader_.read(*entry));
        if (const auto* entry = entryOf(reader_, name + maskSuffix, ElementType::u8, parameter.size())) {
            tensors.push_back(reader_.read(*entry));
            expectCut(tensors[weights], tensors.back(), origin_);
        }
    }

    const TensorReader& reader_;
    const std::string& origin_;
    TrainedModel model_;
};

}  // namespace

kernels::Shape usualInput(std::string_view network) {
    const nn::NetworkEntry* known = nn::networks().find(network);
    return known == nullptr ? kernels::Shape{1, 28, 28} : known->images;
}

TrainedModel readTrainedModel(const TensorReader& reader, const std::string& origin) {
    return ModelReader(reader, origin).read();
}

}  // namespace prunescope::model
