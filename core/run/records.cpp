#include "run/records.h"

#include <algorithm>
#include <numeric>

namespace prunescope::run {
namespace {

const std::array<std::string, 4> stateNames{"running", "finished", "stopped", "failed"};
const std::array<std::string, 6> columnKindNames{"numeric",  "categorical", "label",
                                                 "left out", "group",       "target"};

template <class Member>
std::int64_t sumOf(const std::vector<LayerDescription>& layers, Member member) {
    return std::accumulate(layers.begin(), layers.end(), std::int64_t{0},
                           [member](std::int64_t sum, const LayerDescription& l) { return sum + l.*member; });
}

template <class Kind, std::size_t count>
std::optional<Kind> fromName(const std::array<std::string, count>& names, const std::string& name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<Kind>(i);
    }
    return std::nullopt;
}

double ratio(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

template <class Figure>
double meanOverClasses(const Evaluation& evaluation, Figure figure) {
    double sum = 0;
    std::int64_t there = 0;
    for (std::int64_t k = 0; k < evaluation.classes; ++k) {
        const ClassAnswers counts = evaluation.ofClass(k);
        if (!counts.occurs()) continue;
        sum += figure(counts);
        ++there;
    }
    return there == 0 ? 0 : sum / static_cast<double>(there);
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
    if (numbers) return numbers->rows;
    return std::accumulate(confusion.begin(), confusion.end(), std::int64_t{0});
}

double Evaluation::accuracy() const {
    if (numbers) return std::numeric_limits<double>::quiet_NaN();
    std::int64_t right = 0;
    for (std::int64_t k = 0; k < classes; ++k) right += confusion[static_cast<std::size_t>(k * classes + k)];
    return ratio(right, images());
}

double ClassAnswers::recall() const {
    return occurs() ? ratio(right, images) : std::numeric_limits<double>::quiet_NaN();
}

double ClassAnswers::precision() const {
    return answers > 0 ? ratio(right, answers) : std::numeric_limits<double>::quiet_NaN();
}

double ClassAnswers::f1() const {
    // F1 = 2 TP / (2 TP + FP + FN), and images + answers = 2 TP + FP + FN.
    return occurs() ? ratio(2 * right, images + answers) : std::numeric_limits<double>::quiet_NaN();
}

ClassAnswers Evaluation::ofClass(std::int64_t label) const {
    ClassAnswers counts;
    for (std::int64_t j = 0; j < classes; ++j) {
        counts.images += confusion[static_cast<std::size_t>(label * classes + j)];
        counts.answers += confusion[static_cast<std::size_t>(j * classes + label)];
    }
    counts.right = confusion[static_cast<std::size_t>(label * classes + label)];
    return counts;
}

std::vector<std::int64_t> Evaluation::absentClasses() const {
    std::vector<std::int64_t> absent;
    for (std::int64_t k = 0; k < classes; ++k) {
        if (!ofClass(k).occurs()) absent.push_back(k);
    }
    return absent;
}

double Evaluation::macroPrecision() const {
    return meanOverClasses(*this, [](const ClassAnswers& c) { return ratio(c.right, c.answers); });
}

double Evaluation::macroRecall() const {
    return meanOverClasses(*this, [](const ClassAnswers& c) { return c.recall(); });
}

double Evaluation::macroF1() const {
    return meanOverClasses(*this, [](const ClassAnswers& c) { return c.f1(); });
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
