#include "model/network_tensors.h"

#include "base/error.h"

#include <algorithm>
#include <utility>

namespace prunescope::model {
namespace {

constexpr const char* originalSuffix = "_orig";
constexpr const char* besideSuffix = "_mask";
constexpr const char* masksKey = "masks";

std::vector<std::uint8_t> maskOf(const TrainedModel& model, const std::string& parameter) {
    if (const auto* mask = model.mask(parameter)) return *mask;
    return std::vector<std::uint8_t>(model.values(parameter).size(), 1);
}

/// The effective value of what is kept, the latent value of what is cut.
std::vector<float> originalOf(const TrainedModel& model, const std::string& parameter,
                              const std::vector<std::uint8_t>& mask) {
    std::vector<float> values = model.values(parameter);
    const std::vector<float>* latent = model.latent(parameter);
    for (std::size_t i = 0; i < values.size() && latent != nullptr; ++i)
        if (mask[i] == 0) values[i] = (*latent)[i];
    return values;
}

const NamedTensor& tensorOf(const WeightsFile& file, const std::string& name, const std::string& origin) {
    if (const NamedTensor* tensor = file.find(name)) return *tensor;
    throw Error(origin, Text::of("'{}' is not in the file", name), Text::of("Export it anew."));
}

template <class T>
const std::vector<T>& elementsOf(const WeightsFile& file, const std::string& name,
                                 const std::string& origin) {
    if (const auto* values = std::get_if<std::vector<T>>(&tensorOf(file, name, origin).values))
        return *values;
    throw Error(origin, Text::of("'{}' has elements of another type", name), Text::of("Export it anew."));
}

std::vector<float> effective(const WeightsFile& file, const std::string& parameter, MaskForm form,
                             const std::string& origin) {
    if (form == MaskForm::applied || file.find(parameter) != nullptr)
        return elementsOf<float>(file, parameter, origin);
    std::vector<float> values = elementsOf<float>(file, parameter + originalSuffix, origin);
    const auto& mask = elementsOf<std::uint8_t>(file, parameter + besideSuffix, origin);
    for (std::size_t i = 0; i < std::min(values.size(), mask.size()); ++i)
        values[i] *= static_cast<float>(mask[i]);
    return values;
}

}  // namespace

std::vector<NamedTensor> networkTensors(const TrainedModel& model, MaskForm form) {
    std::vector<NamedTensor> tensors;
    for (const nn::Node& node : model.graph.nodes()) {
        for (const nn::ParameterShape& p : node.operation->parameters(node.place.input())) {
            const std::string name = node.place.name + p.suffix;
            if (form == MaskForm::applied || p.role != nn::ParameterRole::weight) {
                tensors.push_back({name, p.shape, model.values(name)});
                continue;
            }
            std::vector<std::uint8_t> mask = maskOf(model, name);
            tensors.push_back({name + originalSuffix, p.shape, originalOf(model, name, mask)});
            tensors.push_back({name + besideSuffix, p.shape, std::move(mask)});
        }
    }
    return tensors;
}

nn::InferenceGraph graphWithTensors(const nn::Graph& graph, const WeightsFile& file, MaskForm form,
                                    const std::string& origin) {
    std::map<std::string, std::size_t> sizes;
    for (const nn::Node& node : graph.nodes()) {
        for (const nn::ParameterShape& p : node.operation->parameters(node.place.input()))
            sizes[node.place.name + p.suffix] = static_cast<std::size_t>(p.size());
    }
    return nn::inferenceGraph(graph, [&](const std::string& name) {
        std::vector<float> values = effective(file, name, form, origin);
        if (values.size() == sizes.at(name)) return values;
        throw Error(origin,
                    Text::of("expected {} values of '{}', found {}", sizes.at(name), name, values.size()),
                    Text::of("Export it anew."));
    });
}

bool hasMasksBeside(const std::vector<TensorEntry>& entries) {
    return std::any_of(entries.begin(), entries.end(),
                       [](const TensorEntry& entry) { return entry.name.ends_with(originalSuffix); });
}

WeightsFile withMasksApplied(WeightsFile file, const std::string& origin) {
    WeightsFile applied{.metadata = std::move(file.metadata), .tensors = {}};
    for (NamedTensor& tensor : file.tensors) {
        if (tensor.name.ends_with(besideSuffix)) continue;
        if (!tensor.name.ends_with(originalSuffix)) {
            applied.tensors.push_back(std::move(tensor));
            continue;
        }
        const std::string name(tensor.name, 0, tensor.name.size() - std::string_view(originalSuffix).size());
        auto values = elementsOf<float>(file, tensor.name, origin);
        const auto& mask = elementsOf<std::uint8_t>(file, name + besideSuffix, origin);
        if (mask.size() != values.size()) {
            throw Error(
                origin,
                Text::of("expected a mask of {} values for '{}', found {}", values.size(), name, mask.size()),
                Text::of("Export it anew."));
        }
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = mask[i] == 0 ? 0 : values[i];
        applied.tensors.push_back({name, tensor.shape, std::move(values)});
    }
    return applied;
}

run::OptionDescription masksOption() {
    return {.key = masksKey,
            .title = "Masks beside the weights",
            .help = "Whether masks stand beside the weights, as torch.nn.utils.prune keeps them.",
            .kind = run::OptionKind::boolean,
            .defaultValue = false};
}

MaskForm maskForm(const nlohmann::json& options) {
    return options.at(masksKey).get<bool>() ? MaskForm::besides : MaskForm::applied;
}

}  // namespace prunescope::model
