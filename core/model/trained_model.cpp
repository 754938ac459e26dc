#include "model/trained_model.h"

#include "base/sha256.h"
#include "infer/dead_channels.h"
#include "infer/fold.h"
#include "model/target_scale.h"
#include "run/record_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace prunescope::model {
namespace {

template <class T>
const std::vector<T>* valuesIn(const WeightsFile& file, const std::string& name) {
    const NamedTensor* tensor = file.find(name);
    return tensor == nullptr ? nullptr : std::get_if<std::vector<T>>(&tensor->values);
}

/// Names of the prunable parameters, in the order of the network.
std::vector<std::string> prunableOf(const nn::Graph& graph) {
    std::vector<std::string> names;
    for (const nn::Node& node : graph.nodes()) {
        for (const nn::ParameterShape& p : node.operation->parameters(node.place.input()))
            if (p.role == nn::ParameterRole::weight) names.push_back(node.place.name + p.suffix);
    }
    return names;
}

/// SHA-256 of the lines that `sha256sum` prints of the data's files, in the order of the record.
std::string dataHash(const std::vector<run::DataFile>& files) {
    std::string lines;
    for (const run::DataFile& file : files) lines += fmt::format("{}  {}\n", file.sha256, file.name);
    return sha256Hex(lines);
}

void addScaling(const InputScaling& scaling, std::map<std::string, std::string>& facts) {
    if (scaling.mean.empty()) return;
    facts["mean"] = fmt::format("{}", fmt::join(scaling.mean, ","));
    facts["deviation"] = fmt::format("{}", fmt::join(scaling.deviation, ","));
    if (scaling.unit) facts["unit"] = fmt::format("{}", *scaling.unit);
}

/// How files are read that are to be answered: what was asked of the data, and decided for its columns.
void addReading(const run::RunHeader& header, std::map<std::string, std::string>& facts) {
    if (!header.config.dataOptions.empty()) facts[dataOptionsFact] = run::jsonText(header.config.dataOptions);
    if (!header.dataset.columns.empty())
        facts[columnsFact] = run::jsonText(run::columnsToJson(header.dataset.columns));
}

}  // namespace

const std::vector<float>& TrainedModel::values(const std::string& parameter) const {
    const auto* found = valuesIn<float>(weights, parameter);
    if (found == nullptr) throw std::logic_error("no parameter is called '" + parameter + "'");
    return *found;
}

const std::vector<std::uint8_t>* TrainedModel::mask(const std::string& parameter) const {
    return valuesIn<std::uint8_t>(weights, parameter + maskSuffix);
}

const std::vector<float>* TrainedModel::latent(const std::string& parameter) const {
    return valuesIn<float>(weights, parameter + latentSuffix);
}

double TrainedModel::sparsity() const {
    std::int64_t all = 0;
    std::int64_t cut = 0;
    for (const std::string& parameter : prunableOf(graph)) {
        const std::vector<float>& used = values(parameter);
        const std::vector<std::uint8_t>* masks = mask(parameter);
        all += static_cast<std::int64_t>(used.size());
        cut += masks == nullptr ? std::count(used.begin(), used.end(), 0.0F)
                                : std::count(masks->begin(), masks->end(), std::uint8_t{0});
    }
    return all == 0 ? 0 : static_cast<double>(cut) / static_cast<double>(all);
}

std::vector<std::string> TrainedModel::classNames() const {
    if (const auto target = weights.metadata.find(targetKey); target != weights.metadata.end())
        return {target->second};
    std::vector<std::string> names = record.header.dataset.classNames;
    const auto classes = static_cast<std::size_t>(graph.classes());
    if (names.size() == classes) return names;
    names.clear();
    for (std::size_t k = 0; k < classes; ++k) names.push_back(fmt::format("class {}", k));
    return names;
}

bool TrainedModel::predictsNumber() const {
    return weights.metadata.contains(targetKey);
}

nn::InferenceGraph TrainedModel::inferenceGraph() const {
    return nn::inferenceGraph(graph, [this](const std::string& p) { return values(p); });
}

nn::InferenceGraph TrainedModel::deployed() const {
    return infer::withoutDeadChannels(infer::folded(inferenceGraph()));
}

std::map<std::string, std::string> TrainedModel::facts() const {
    std::map<std::string, std::string> facts = weights.metadata;
    // Of the file that the run left, not of those that are made from it.
    facts.erase("format");
    const run::RunHeader& header = record.header;
    const auto add = [&](const char* key, std::string value) {
        if (!value.empty()) facts[key] = std::move(value);
    };
    add("run", name);
    add("program", header.provenance.version.empty() ? "" : "prunescope " + header.provenance.version);
    facts["sparsity"] = fmt::format("{}", sparsity());
    facts["class_names"] =
        nlohmann::json(classNames()).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (!header.dataset.files.empty()) {
        add("method", header.config.method);
        add("seed", fmt::format("{}", header.config.seed));
        add("data", header.dataset.title);
        add("data_sha256", dataHash(header.dataset.files));
    }
    addScaling(scaling, facts);
    addReading(header, facts);
    return facts;
}

}  // namespace prunescope::model
