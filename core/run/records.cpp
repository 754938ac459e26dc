#include "run/records.h"

#include <algorithm>
#include <numeric>

namespace prunescope::run {
namespace {

const std::array<std::string, 4> stateNames{"running", "finished", "stopped", "failed"};
const std::array<std::string, 4> columnKindNames{"numeric", "categorical", "label", "left out"};

template <class Member>
std::int64_t sumOf(const std::vector<LayerDescription>& layers, Member member) {
    return std::accumulate(layers.begin(), layers.end(), std::int64_t{0},
                           [member](std::int64_t sum, const LayerDescription& l) { return sum + l.*member; });
}

template <class Kind>
std::optional<Kind> fromName(const std::array<std::string, 4>& names, const std::string& name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<Kind>(i);
    }
    return std::nullopt;
}

double ratio(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::string phaseName(Phase phase) {
    return phase == Phase::exploration ? "exploration" : "exploitation";
}

std::string splitName(Split split) {
    static const std::array<std::string, 3> names{"train", "validation", "test"};
    return names[static_cast<std::size_t>(split)];
}

std::string columnKindName(ColumnKind kind) {
    return columnKindNames[static_cast<std::size_t>(kind)];
}

std::optional<ColumnKind> columnKindFromName(const std::string& name) {
    return fromName<ColumnKind>(columnKindNames, name);
}

std::string runStateName(RunState state) {
    return stateNames[static_cast<std::size_t>(state)];
}

std::optional<RunState> runStateFromName(const std::string& name) {
    return fromName<RunState>(stateNames, name);
}

std::int64_t Evaluation::images() const {
    return std::accumulate(confusion.begin(), confusion.end(), std::int64_t{0});
}

double Evaluation::accuracy() const {
    std::int64_t right = 0;
    for (std::int64_t k = 0; k < classes; ++k) right += confusion[static_cast<std::size_t>(k * classes + k)];
    return ratio(right, images());
}

double Evaluation::recall(std::int64_t label) const {
    const auto row = confusion.begin() + label * classes;
    return ratio(row[label], std::accumulate(row, row + classes, std::int64_t{0}));
}

double Evaluation::macroF1() const {
    double sum = 0;
    for (std::int64_t k = 0; k < classes; ++k) {
        std::int64_t truth = 0;
        std::int64_t answers = 0;
        for (std::int64_t j = 0; j < classes; ++j) {
            truth += confusion[static_cast<std::size_t>(k * classes + j)];
            answers += confusion[static_cast<std::size_t>(j * classes + k)];
        }
        // F1 = 2 TP / (2 TP + FP + FN), and truth + answers = 2 TP + FP + FN.
        sum += ratio(2 * confusion[static_cast<std::size_t>(k * classes + k)], truth + answers);
    }
    return classes == 0 ? 0 : sum / static_cast<double>(classes);
}

double sparsityReached(const MetricSample& sample, const Evaluation* last) {
    return last != nullptr && last->step >= sample.step ? last->sparsity : sample.sparsity;
}

std::int64_t NetworkDescription::parameters() const {
    return sumOf(layers, &LayerDescription::parameters);
}
std::int64_t NetworkDescription::prunableWeights() const {
    return sumOf(layers, &LayerDescription::weights);
}
std::vector<std::string> prunableNames(const NetworkDescription& network) {
    std::vector<std::string> names;
    for (const LayerDescription& layer : network.layers) {
        if (layer.prunable) names.push_back(layer.name);
    }
    return names;
}

std::int64_t storedBytes(const std::vector<std::int64_t>& shape, std::int64_t weights, std::int64_t kept) {
    const std::int64_t rows = shape.empty() ? 1 : shape.front();
    return std::min(4 * weights, 8 * kept + 4 * (rows + 1));
}

std::int64_t storedBytes(const NetworkDescription& network, const std::vector<std::int64_t>& kept) {
    std::int64_t bytes = 4 * (network.parameters() - network.prunableWeights());
    std::size_t place = 0;
    for (const LayerDescription& layer : network.layers) {
        if (layer.prunable) bytes += storedBytes(layer.weightShape, layer.weights, kept.at(place++));
    }
    return bytes;
}

std::int64_t NetworkDescription::macs() const {
    return sumOf(layers, &LayerDescription::macs);
}

}  // namespace prunescope::run
