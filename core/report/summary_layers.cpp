// What each layer lost, and what is left of the network.
//
// sparsity (prunable) = pruned / prunable weights; sparsity (all) = pruned / all parameters
// dense bytes = 4 x parameters
// sparse bytes = sum over layers of min(4 w, 8 k + 4 (rows + 1)) + 4 x other parameters, for compressed
// sparse
//                rows with 32-bit columns; w weights, k of them kept
// remaining MACs = sum over layers of macs x k / w

#include "prune/mask_selection.h"
#include "report/summary_parts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace prunescope::report {
namespace {

/// NaN where there is no whole: nothing of nothing is no share.
double share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? std::numeric_limits<double>::quiet_NaN()
                      : static_cast<double>(part) / static_cast<double>(whole);
}

/// Whether the record tells of every prunable layer what was kept of it. Without problems a layer that was
/// never measured still has all of its weights.
bool keptIsKnown(const ReportInput& input, const std::vector<LayerSummary>& layers) {
    if (input.problems.empty()) return true;
    return std::all_of(layers.begin(), layers.end(),
                       [](const auto& layer) { return layer.last.has_value(); });
}

bool isWhole(const LayerSummary& layer) {
    return layer.weights > 0 && std::accumulate(layer.shape.begin(), layer.shape.end(), std::int64_t{0}) > 0;
}

/// What the scope's rule gave each layer for the last masks; the global scope asks nothing of one layer
/// alone.
void fillRequests(const run::PruningConfig& pruning, double sparsity, std::vector<LayerSummary>& layers) {
    if (pruning.scope != "uniform" && pruning.scope != "erk") return;
    if (layers.empty() || !std::all_of(layers.begin(), layers.end(), isWhole)) return;
    std::vector<prune::MaskLayer> shapes;
    std::int64_t weights = 0;
    for (const LayerSummary& layer : layers) {
        shapes.push_back({nullptr, layer.weights, layer.shape, nullptr,
                          prune::leastKept(layer.weights, pruning.minKeep, layer.budget),
                          layer.budget.has_value()});
        weights += layer.weights;
    }
    const std::int64_t kept = prune::keptCount(weights, sparsity);
    if (kept < prune::fewestKept(shapes) || kept > weights) return;
    const auto counts = prune::shareOut(shapes, prune::scopeFromName(pruning.scope), kept);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i].requested = share(layers[i].weights - counts[i], layers[i].weights);
    }
}

std::map<LayerIndex, std::size_t> placesOf(const std::vector<LayerSummary>& layers) {
    std::map<LayerIndex, std::size_t> places;
    for (std::size_t i = 0; i < layers.size(); ++i) places[layers[i].index] = i;
    return places;
}

}  // namespace

std::vector<LayerSummary> summariseLayers(const run::RunRecord& record, std::optional<double> request) {
    std::vector<LayerSummary> layers;
    for (const auto& description : record.header.network.layers) {
        if (!description.prunable) continue;
        LayerSummary layer;
        layer.index = *description.prunable;
        layer.name = description.name;
        layer.kind = description.kind;
        layer.budget = record.header.config.pruning.budgetOf(description.name);
        layer.shape = description.weightShape;
        layer.parameters = description.parameters;
        layer.weights = description.weights;
        layer.kept = description.weights;
        layer.macs = description.macs;
        layers.push_back(std::move(layer));
    }
    const auto places = placesOf(layers);
    for (const auto& statistic : record.layerStatistics) {
        const auto place = places.find(statistic.layer);
        if (place == places.end()) continue;
        LayerSummary& layer = layers[place->second];
        layer.cut += statistic.cut;
        layer.revived += statistic.revived;
        if (!layer.last || statistic.step >= layer.last->step) layer.last = statistic;
    }
    for (LayerSummary& layer : layers) {
        if (layer.last) layer.kept = std::clamp(layer.last->kept, std::int64_t{0}, layer.weights);
        layer.sparsity = share(layer.weights - layer.kept, layer.weights);
        // A layer without weights computes nothing that could be left out.
        layer.macsRemaining = layer.weights == 0
                                  ? static_cast<double>(layer.macs)
                                  : static_cast<double>(layer.macs) * share(layer.kept, layer.weights);
    }
    if (request) fillRequests(record.header.config.pruning, *request, layers);
    return layers;
}

SizeSummary summariseSize(const ReportInput& input, const std::vector<LayerSummary>& layers,
                          const run::SparsitySchedule& scheduleAtEnd) {
    const run::RunRecord& record = input.record;
    const run::NetworkDescription& network = record.header.network;
    SizeSummary size;
    size.parameters = network.parameters();
    size.prunable = network.prunableWeights();
    size.denseBytes = 4 * size.parameters;
    size.macs = network.macs();
    size.macsRemaining = static_cast<double>(size.macs);
    std::vector<std::int64_t> kept;
    for (const LayerSummary& layer : layers) {
        size.pruned += layer.weights - layer.kept;
        size.cut += layer.cut;
        size.revived += layer.revived;
        kept.push_back(layer.kept);
        size.macsRemaining += layer.macsRemaining - static_cast<double>(layer.macs);
    }
    size.sparseBytes = run::storedBytes(network, kept);
    size.maskUpdates = countMaskUpdates(record);
    size.sparsityPrunable = share(size.pruned, size.prunable);
    size.sparsityAll = share(size.pruned, size.parameters);
    size.masksFinished = wereMasksFinished(record);
    size.requestedOfMasks = requestOfLastMasks(record, scheduleAtEnd);
    if (!record.samples.empty()) size.requested = record.samples.back().targetSparsity;
    if (size.masksFinished) size.requested = size.requestedOfMasks;
    size.networkKnown = !network.layers.empty();
    size.prunedKnown = size.networkKnown && keptIsKnown(input, layers);
    if (size.networkKnown) size.target = run::askedTarget(record.header.schedule, record.events);
    if (!size.prunedKnown) {
        size.sparsityPrunable = size.sparsityAll = size.macsRemaining =
            std::numeric_limits<double>::quiet_NaN();
    }
    return size;
}

}  // namespace prunescope::report
