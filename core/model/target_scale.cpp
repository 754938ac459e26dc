#include "model/target_scale.h"

#include "base/error.h"
#include "base/quoted.h"
#include "model/trained_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

namespace prunescope::model {
namespace {

constexpr const char* meanKey = "target_mean";
constexpr const char* deviationKey = "target_deviation";

bool endsDense(const nn::Graph& graph) {
    return !graph.nodes().empty() && graph.nodes().back().operation->kind() == "dense" &&
           graph.classes() == 1;
}

double scaleIn(const std::map<std::string, std::string>& metadata, const char* key,
               const std::string& origin) {
    const auto found = metadata.find(key);
    const std::string text = found == metadata.end() ? std::string() : found->second;
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code == std::errc{} && end == text.data() + text.size() && std::isfinite(value)) return value;
    throw Error(origin, Text::of("expected a number as metadata '{}', found {}", key, inQuotes(text)),
                Text::of("Choose the final.weights of a run's folder."));
}

/// Each value v becomes start + factor * v, computed in double.
void scale(NamedTensor* tensor, double start, double factor) {
    if (tensor == nullptr) return;
    auto* values = std::get_if<std::vector<float>>(&tensor->values);
    if (values == nullptr) return;
    for (float& v : *values) v = static_cast<float>(start + factor * static_cast<double>(v));
}

NamedTensor* tensorIn(WeightsFile& file, const std::string& name) {
    const auto found = std::find_if(file.tensors.begin(), file.tensors.end(),
                                    [&](const NamedTensor& tensor) { return tensor.name == name; });
    return found == file.tensors.end() ? nullptr : &*found;
}

}  // namespace

void expectDenseEnd(const nn::Graph& graph) {
    if (endsDense(graph)) return;
    throw UsageError("model",
                     Text::of("{} does not end in a dense layer of one output, which gives the number that "
                              "is predicted",
                              graph.name()),
                     Text::of("Let it end in one, or choose another network."));
}

void addTarget(const run::TargetDescription& target, std::map<std::string, std::string>& metadata) {
    metadata[targetKey] = target.name;
    if (!target.unit.empty()) metadata[targetUnitKey] = target.unit;
    metadata[meanKey] = fmt::format("{}", target.mean);
    metadata[deviationKey] = fmt::format("{}", target.standardDeviation);
}

void foldTargetScale(const nn::Graph& graph, WeightsFile& weights, const std::string& origin) {
    if (!weights.metadata.contains(meanKey) && !weights.metadata.contains(deviationKey)) return;
    const double mean = scaleIn(weights.metadata, meanKey, origin);
    const double deviation = scaleIn(weights.metadata, deviationKey, origin);
    if (deviation <= 0 || !endsDense(graph)) {
        throw Error(origin, Text::of("its network cannot give numbers of the scale that its metadata has"),
                    Text::of("Choose the final.weights of a run's folder."));
    }
    const std::string& layer = graph.nodes().back().place.name;
    scale(tensorIn(weights, layer + ".weight"), 0, deviation);
    scale(tensorIn(weights, layer + ".weight" + latentSuffix), 0, deviation);
    scale(tensorIn(weights, layer + ".bias"), mean, deviation);
    weights.metadata.erase(meanKey);
    weights.metadata.erase(deviationKey);
}

}  // namespace prunescope::model
