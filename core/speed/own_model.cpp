#include "speed/own_model.h"

#include "base/error.h"
#include "base/json_reader.h"
#include "base/quoted.h"
#include "data/registry.h"
#include "model/weight_format.h"
#include "nn/models.h"
#include "prune/mask_selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace prunescope::speed {
namespace {

Text remedy() {
    return Text::of("Choose the final.weights of a run's folder.");
}
constexpr const char* latentSuffix = ".latent";

bool isPrunable(const nn::Parameter<float>& parameter) {
    return parameter.role() == nn::ParameterRole::weight;
}

/// The values under the name of a parameter; null when there are none of that kind and number.
const std::vector<float>* floats(const model::WeightsFile& file, const std::string& name, std::int64_t size) {
    const model::NamedTensor* tensor = file.find(name);
    const auto* values = tensor == nullptr ? nullptr : std::get_if<std::vector<float>>(&tensor->values);
    return values != nullptr && static_cast<std::int64_t>(values->size()) == size ? values : nullptr;
}

/// The latent values of a prunable parameter; null when the file has none.
const std::vector<float>* latents(const model::WeightsFile& file, const nn::Parameter<float>& parameter) {
    return floats(file, parameter.name() + latentSuffix, parameter.size());
}

bool holdsFloats(const model::TensorEntry& entry, std::int64_t size) {
    return entry.type == model::ElementType::f32 && entry.values() == static_cast<std::uint64_t>(size);
}

std::int64_t valuesIn(const model::TensorReader& reader) {
    std::uint64_t values = 0;
    for (const model::TensorEntry& entry : reader.entries()) {
        if (entry.type == model::ElementType::f32) values += entry.values();
    }
    return static_cast<std::int64_t>(values);
}

/// The network of that request, if it has no more parameters than the file has values: a name costs a few
/// bytes, and may stand for any amount of memory.
nn::Network<float> networkOf(const Request& request, std::int64_t mostParameters, const std::string& origin) {
    try {
        return nn::buildNetwork<float>({.name = request.model,
                                        .input = imageShape(request),
                                        .classes = request.classes,
                                        .capacity = 1,
                                        .mostParameters = mostParameters,
                                        .graph = request.graph});
    } catch (const Error& e) {
        throw Error(origin, Text::of("the network that it names cannot be its own: {}", e.problem()),
                    remedy());
    }
}

bool finite(const std::vector<float>& values) {
    return std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
}

}  // namespace

OwnModel::OwnModel(const std::filesystem::path& file)
    : OwnModel(*model::weightFormatOf(file).open(file), file.string()) {}

OwnModel::OwnModel(const model::TensorReader& reader, std::string origin) : origin_(std::move(origin)) {
    file_.metadata = reader.metadata();
    if (!file_.metadata.contains("model"))
        throw Error(origin_, Text::of("the weights file does not name its network"), remedy());
    for (const model::TensorEntry* entry : entriesOfNetwork(reader))
        file_.tensors.push_back(reader.read(*entry));
}

/// What `completed` says this network has, all of which must be there.
std::vector<const model::TensorEntry*> OwnModel::entriesOfNetwork(const model::TensorReader& reader) const {
    std::vector<const model::TensorEntry*> wanted;
    const auto add = [&](const std::string& name, std::int64_t size) {
        const model::TensorEntry* entry = reader.find(name);
        if (entry == nullptr || !holdsFloats(*entry, size)) return false;
        wanted.push_back(entry);
        return true;
    };
    const nn::Network<float> network = networkOf(completed({}), valuesIn(reader), origin_);
    for (const nn::Parameter<float>* p : network.parameters()) {
        if (!add(p->name(), p->size())) throw missing(*p);
        if (isPrunable(*p)) add(p->name() + latentSuffix, p->size());
    }
    return wanted;
}

Error OwnModel::missing(const nn::Parameter<float>& parameter) const {
    return {origin_,
            Text::of("'{}' is not in the weights file with {} values", parameter.name(), parameter.size()),
            remedy()};
}

Request OwnModel::completed(Request request) const {
    request.model = file_.metadata.at("model");
    const auto graph = file_.metadata.find("graph");
    if (graph != file_.metadata.end()) request.graph = readJson(graph->second, origin_, remedy());
    const auto dataset = file_.metadata.find("dataset");
    // Files of earlier versions name the data set and no more.
    const auto facts = dataset == file_.metadata.end() ? std::nullopt : data::usualFacts(dataset->second);
    if (facts) {
        request.images = facts->shape;
        request.classes = facts->classes();
    }
    if (const auto input = numbersAt("input", 3)) request.images = {(*input)[0], (*input)[1], (*input)[2]};
    if (const auto classes = numbersAt("classes", 1)) request.classes = classes->front();
    return request;
}

/// Numbers with an x between them, such as 1x28x28; nothing when the file does not say.
std::optional<std::vector<std::int64_t>> OwnModel::numbersAt(const std::string& key,
                                                             std::size_t count) const {
    const auto found = file_.metadata.find(key);
    if (found == file_.metadata.end()) return std::nullopt;
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
    throw Error(origin_,
                Text::of("expected {} numbers as metadata '{}', with an x between them, found {}", count, key,
                         inQuotes(found->second)),
                remedy());
}

const std::vector<float>& OwnModel::valuesOf(const nn::Parameter<float>& parameter) const {
    const std::vector<float>* values = floats(file_, parameter.name(), parameter.size());
    if (values == nullptr) throw missing(parameter);
    if (!finite(*values)) {
        throw Error(origin_, Text::of("'{}' has values that are not finite", parameter.name()),
                    Text::of("The file is damaged, or its run diverged; choose another."));
    }
    return *values;
}

/// A factor that brings the latent values of all cut weights below the smallest weight that was kept.
float OwnModel::shrinkage(const Parameters& parameters) const {
    float smallestKept = std::numeric_limits<float>::max();
    float largestCut = 0;
    for (const nn::Parameter<float>* p : parameters) {
        if (!isPrunable(*p)) continue;
        const std::vector<float>& values = valuesOf(*p);
        const std::vector<float>* latent = latents(file_, *p);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] != 0) {
                smallestKept = std::min(smallestKept, std::abs(values[i]));
            } else if (latent != nullptr && std::isfinite((*latent)[i])) {
                largestCut = std::max(largestCut, std::abs((*latent)[i]));
            }
        }
    }
    constexpr float apart = 0.5F;
    return largestCut > 0 ? apart * smallestKept / largestCut : 0;
}

void OwnModel::copyTo(const Parameters& parameters) const {
    const float factor = shrinkage(parameters);
    for (nn::Parameter<float>* p : parameters) {
        const std::vector<float>& values = valuesOf(*p);
        std::copy(values.begin(), values.end(), p->value());
        const std::vector<float>* latent = isPrunable(*p) ? latents(file_, *p) : nullptr;
        if (latent == nullptr) continue;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] == 0 && std::isfinite((*latent)[i])) p->value()[i] = factor * (*latent)[i];
        }
    }
}

double OwnModel::sparsity(const Parameters& parameters) const {
    std::int64_t weights = 0;
    std::int64_t zeros = 0;
    for (const nn::Parameter<float>* p : parameters) {
        if (!isPrunable(*p)) continue;
        const std::vector<float>& values = valuesOf(*p);
        weights += p->size();
        zeros += std::count(values.begin(), values.end(), 0.0F);
    }
    if (zeros == weights)
        throw Error(origin_, Text::of("every weight is zero"), Text::of("Choose another weights file."));
    double share = static_cast<double>(zeros) / static_cast<double>(weights);
    if (prune::keptCount(weights, share) != weights - zeros) share = std::nextafter(share, 1.0);
    return share;
}

}  // namespace prunescope::speed
