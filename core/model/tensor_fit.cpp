#include "model/tensor_fit.h"

#include "base/error.h"
#include "base/quoted.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace prunescope::model {
namespace {

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
    TensorMatcher(const nn::Graph& graph, const TensorReader& tensors, const TensorNames& names)
        : graph_(graph), tensors_(tensors), names_(names) {}

    TensorFit match() {
        readNames();
        std::set<std::string> parameters;
        for (const nn::Node& node : graph_.nodes()) {
            for (nn::ParameterShape p : node.operation->parameters(node.place.input())) {
                p.suffix = node.place.name + p.suffix;
                parameters.insert(p.suffix);
                if (const TensorEntry* entry = entryOf(p)) fit_.matched.emplace_back(p, entry);
            }
        }
        for (const auto& [name, entry] : byName_) {
            if (parameters.contains(name)) continue;
            (goesWithParameter(name, parameters) ? fit_.passedOver : fit_.leftOver).push_back(name);
        }
        fit_.parameters = parameters.size();
        fit_.fileTensors = tensors_.entries().size();
        return std::move(fit_);
    }

private:
    void readNames() {
        for (const TensorEntry& entry : tensors_.entries()) {
            const auto renamed = names_.find(entry.name);
            if (renamed == names_.end()) {
                byName_.emplace(entry.name, &entry);
            } else if (renamed->second) {
                byName_.insert_or_assign(*renamed->second, &entry);
            } else {
                fit_.passedOver.push_back(entry.name);
            }
        }
        for (const auto& [theirs, ours] : names_)
            if (tensors_.find(theirs) == nullptr) fit_.unknown.push_back(theirs);
    }

    const TensorEntry* entryOf(const nn::ParameterShape& parameter) {
        const auto found = byName_.find(parameter.suffix);
        if (found == byName_.end()) {
            fit_.missing.push_back(parameter.suffix);
            return nullptr;
        }
        const TensorEntry& entry = *found->second;
        if (entry.type == ElementType::f32 && entry.shape == parameter.shape) return &entry;
        fit_.otherShape.push_back(fmt::format("{} {} {}, {} F32", parameter.suffix,
                                              elementTypeName(entry.type), shapeWords(entry.shape),
                                              shapeWords(parameter.shape)));
        return nullptr;
    }

    const nn::Graph& graph_;
    const TensorReader& tensors_;
    const TensorNames& names_;
    std::map<std::string, const TensorEntry*> byName_{};
    TensorFit fit_{};
};

/// The names, in quotes that no terminal acts on.
std::string quotedNames(const std::vector<std::string>& names, std::size_t most) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) words.push_back(inQuotes(names[i]));
    if (names.size() > most) words.emplace_back("…");
    return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

TensorFit fitTensors(const nn::Graph& graph, const TensorReader& tensors, const TensorNames& names) {
    return TensorMatcher(graph, tensors, names).match();
}

Text misfitText(const TensorFit& fit, std::size_t mostNames) {
    std::vector<Text> problems;
    const auto names = [mostNames](const std::vector<std::string>& all) {
        return quotedNames(all, mostNames);
    };
    if (!fit.missing.empty()) problems.push_back(Text::of("missing: {}", names(fit.missing)));
    if (!fit.leftOver.empty()) problems.push_back(Text::of("left over: {}", names(fit.leftOver)));
    if (!fit.otherShape.empty())
        problems.push_back(Text::of("of another shape or type: {}", names(fit.otherShape)));
    if (!fit.unknown.empty()) problems.push_back(Text::of("renamed and not there: {}", names(fit.unknown)));
    return listed(problems);
}

void expectWhole(const TensorFit& fit, const nn::Graph& graph, const std::string& origin,
                 std::size_t mostNames) {
    if (fit.isWhole()) return;
    throw UsageError("start.weights",
                     Text::of("{} fills {} of the {} tensors of {}: {}", origin, fit.matched.size(),
                              fit.parameters, graph.name(), misfitText(fit, mostNames)),
                     Text::of("Give weights of the same network, or the names of the tensors as "
                              "start.names."));
}

}  // namespace prunescope::model
