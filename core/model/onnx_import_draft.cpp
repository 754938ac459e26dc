#include "model/onnx_import_draft.h"

#include "base/clean_text.h"
#include "base/error.h"
#include "nn/operation.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace prunescope::model {
namespace {

/// As `nn::graphFromJson` limits what it reads: the graph becomes part of the run's configuration.
constexpr nn::Index mostDraftValues = nn::Index{1} << 26U;
constexpr std::size_t mostDraftSteps = 16'384;
constexpr std::size_t longestDraftName = 160;

std::shared_ptr<const nn::Operation> operationOf(const OnnxDraft::Step& step) {
    const nn::OperationEntry& entry = nn::operations().get(step.kind);
    const run::OptionGroup group{.prefix = step.name, .field = step.name};
    return entry.make(run::completedOptions(entry.description, group, step.attributes));
}

/// Whether a scaling by channel of what the step makes is another choice of its parameters.
bool takesScaling(const OnnxDraft::Step& step) {
    return step.kind == "convolution" || step.kind == "dense" || step.kind == "batch norm";
}

/// weight' = scale weight by output, bias' = scale bias + shift.
void takeScaling(OnnxDraft::Step& step, const std::vector<float>& scale, const std::vector<float>& shift) {
    std::vector<float>& weight = step.arrays.at(".weight");
    std::vector<float>& bias = step.arrays[".bias"];
    bias.resize(scale.size());
    const std::size_t row = weight.size() / scale.size();
    for (std::size_t i = 0; i < weight.size(); ++i) weight[i] *= scale[i / row];
    for (std::size_t c = 0; c < bias.size(); ++c) bias[c] = scale[c] * bias[c] + shift[c];
    if (step.kind == "convolution") step.attributes["bias"] = true;
}

}  // namespace

std::string plainOnnxName(std::string_view name) {
    std::string plain(name.substr(0, longestDraftName));
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == '/' || c == ':' || c == '\\' || c == ' '; },
        '.');
    plain.erase(std::unique(plain.begin(), plain.end(), [](char a, char b) { return a == '.' && b == '.'; }),
                plain.end());
    while (!plain.empty() && plain.back() == '.') plain.pop_back();
    if (!plain.empty() && plain.front() == '.') plain.erase(plain.begin());
    return terminalLine(plain) == plain ? plain : std::string();
}

OnnxDraft::OnnxDraft(std::string name, const nn::Shape& input)
    : name_(std::move(name)), input_(nn::Graph(name_, input).inputShape()), names_{"input"} {}

const nn::Shape& OnnxDraft::shape(nn::TensorIndex tensor) const {
    return tensor == nn::Graph::input() ? input_ : steps_[tensor.index() - 1].output;
}

OnnxDraft::Step* OnnxDraft::maker(nn::TensorIndex tensor) {
    return tensor == nn::Graph::input() ? nullptr : &steps_[tensor.index() - 1];
}

std::string OnnxDraft::uniqueName(const std::string& wanted, const std::string& kind) {
    std::string base = plainOnnxName(wanted);
    if (base.empty()) base = plainOnnxName(kind);
    std::string name = base;
    for (std::size_t k = steps_.size(); !names_.insert(name).second; ++k)
        name = fmt::format("{}.{}", base, k);
    return name;
}

nn::TensorIndex OnnxDraft::add(const std::string& name, const std::string& kind, nlohmann::json attributes,
                               std::vector<nn::TensorIndex> inputs,
                               std::map<std::string, std::vector<float>> arrays) {
    Step step{.name = uniqueName(name, kind),
              .kind = kind,
              .attributes = std::move(attributes),
              .inputs = std::move(inputs),
              .arrays = std::move(arrays)};
    nn::Place place{.network = name_, .name = step.name};
    for (const nn::TensorIndex tensor : step.inputs) place.inputs.push_back(shape(tensor));
    step.output = operationOf(step)->output(place);
    // Each of them is a tensor of the graph that it becomes part of, where they are added without a check.
    const nn::Graph fits(name_, step.output);
    values_ += step.output.size();
    if (values_ > mostDraftValues || steps_.size() >= mostDraftSteps) {
        throw UsageError("model", Text::of("{}: what {} makes is too large", name_, step.name),
                         Text::of("Choose a smaller network."));
    }
    steps_.push_back(std::move(step));
    return nn::TensorIndex{static_cast<std::int32_t>(steps_.size())};
}

nn::TensorIndex OnnxDraft::flattened(nn::TensorIndex tensor) {
    if (shape(tensor).pixels() == 1) return tensor;
    const auto known = flattened_.find(tensor);
    if (known != flattened_.end()) return known->second;
    const nn::TensorIndex made = add("flatten", "flatten", nlohmann::json::object(), {tensor});
    return flattened_[tensor] = made;
}

nn::TensorIndex OnnxDraft::scaled(nn::TensorIndex tensor, bool sole, const std::string& name,
                                  const std::vector<float>& scale, const std::vector<float>& shift) {
    Step* before = maker(tensor);
    if (sole && before != nullptr && takesScaling(*before)) {
        takeScaling(*before, scale, shift);
        return tensor;
    }
    const nn::Index channels = shape(tensor).channels;
    return add(name, "convolution",
               {{"outputs", channels},
                {"kernel", 1},
                {"stride", 1},
                {"padding", 0},
                {"bias", true},
                {"groups", channels}},
               {tensor}, {{".weight", scale}, {".bias", shift}});
}

std::vector<bool> OnnxDraft::needed(nn::TensorIndex output) const {
    std::vector<bool> isNeeded(steps_.size() + 1, false);
    isNeeded[output.index()] = true;
    for (std::size_t k = output.index(); k > 0; --k) {
        if (!isNeeded[k]) continue;
        for (const nn::TensorIndex tensor : steps_[k - 1].inputs) isNeeded[tensor.index()] = true;
    }
    return isNeeded;
}

std::pair<nn::Graph, WeightsFile> OnnxDraft::finish(nn::TensorIndex output) const {
    const std::vector<bool> isNeeded = needed(output);
    nn::Graph graph(name_, input_);
    WeightsFile weights;
    std::vector<nn::TensorIndex> places(steps_.size() + 1, nn::Graph::input());
    for (std::size_t k = 1; k <= output.index(); ++k) {
        if (!isNeeded[k]) continue;
        const Step& step = steps_[k - 1];
        std::vector<nn::TensorIndex> inputs;
        for (const nn::TensorIndex tensor : step.inputs) inputs.push_back(places[tensor.index()]);
        places[k] = graph.add(step.name, operationOf(step), std::move(inputs));
        const nn::Node& node = graph.nodes().back();
        for (const nn::ParameterShape& p : node.operation->parameters(node.place.input()))
            weights.tensors.push_back({step.name + p.suffix, p.shape, step.arrays.at(p.suffix)});
    }
    return {std::move(graph), std::move(weights)};
}

}  // namespace prunescope::model
