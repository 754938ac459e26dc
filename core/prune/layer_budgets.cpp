#include "prune/layer_budgets.h"

#include "base/suggest.h"
#include "prune/edit_limits.h"
#include "prune/mask_selection.h"
#include "prune/method.h"

#include <algorithm>
#include <numeric>

namespace prunescope::prune {
namespace {

void expectSound(const run::PruningConfig& pruning, const std::vector<LayerSize>& layers) {
    std::vector<std::string> names;
    names.reserve(layers.size());
    for (const LayerSize& layer : layers) names.push_back(layer.name);
    for (const auto& [name, budget] : pruning.layers) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            throw unknownName("unknown prunable layer '{}'", name, names, "pruning.layers");
        if (!(budget >= 0 && budget <= 1)) {
            throw UsageError("pruning.layers",
                             Text::of("the budget {} of layer '{}' is not from 0 to 1", budget, name),
                             Text::of("Give a share from 0 to 1 of the layer's weights."));
        }
    }
}

}  // namespace

std::vector<std::int64_t> leastKept(const run::PruningConfig& pruning, const std::vector<LayerSize>& layers) {
    expectSound(pruning, layers);
    std::vector<std::int64_t> least;
    least.reserve(layers.size());
    for (const LayerSize& layer : layers)
        least.push_back(leastKept(layer.weights, pruning.minKeep, pruning.budgetOf(layer.name)));
    return least;
}

void expectPossible(const run::RunConfig& config, const std::vector<LayerSize>& layers) {
    const std::vector<std::int64_t> least = leastKept(config.pruning, layers);
    if (!prunes(config.method)) return;
    EditLimits limits{.schedule = {}, .now = {}, .minKeep = config.pruning.minKeep};
    for (std::size_t l = 0; l < layers.size(); ++l) limits.add(layers[l].weights, least[l]);
    const double target = config.schedule.target;
    if (Text problem = limits.sparsityProblem(target); !problem.empty())
        throw UsageError("schedule.target", problem, limits.mend());
}

}  // namespace prunescope::prune
