#include "prune/pruner_state.h"

#include "base/error.h"
#include "prune/pruner.h"

#include <algorithm>

namespace prunescope::prune {
namespace {

[[noreturn]] void refuseState(const Text& problem) {
    throw Error(Text::of("state of the pruner"), problem, Text::of("Take one that this pruner has saved."));
}

void expectFits(const PrunedLayer& layer, const std::vector<std::uint8_t>& mask, bool prunes) {
    const std::string& name = layer.parameter->name();
    if (static_cast<std::int64_t>(mask.size()) != layer.size())
        refuseState(Text::of("the mask of '{}' has {} values and not {}", name, mask.size(), layer.size()));
    if (std::any_of(mask.begin(), mask.end(), [](std::uint8_t m) { return m > 1; }))
        refuseState(Text::of("the mask of '{}' has values other than 0 and 1", name));
    const std::int64_t least = prunes ? layer.least : layer.size();
    const std::int64_t kept = std::count(mask.begin(), mask.end(), std::uint8_t{1});
    if (kept < least)
        refuseState(Text::of("the mask of '{}' keeps {} weights, fewer than {}", name, kept, least));
}

}  // namespace

PrunerState Pruner::state() const {
    PrunerState state{.schedule = schedule_,
                      .phase = phase_,
                      .inForce = inForce_,
                      .masksStale = masksStale_,
                      .resting = resting_,
                      .lastMaskUpdate = lastMaskUpdate_,
                      .masks = {}};
    for (const PrunedLayer& layer : layers_) state.masks.push_back(layer.mask);
    return state;
}

void Pruner::restore(const PrunerState& state) {
    if (state.masks.size() != layers_.size())
        refuseState(Text::of("it has {} masks for {} layers", state.masks.size(), layers_.size()));
    for (std::size_t l = 0; l < layers_.size(); ++l) expectFits(layers_[l], state.masks[l], prunes_);
    if (Text problem = run::scheduleProblem(state.schedule); !problem.empty()) refuseState(problem);
    if (!(state.inForce >= 0 && state.inForce < 1))
        refuseState(Text::of("the sparsity {} is not from 0 up to below 1", state.inForce));
    if (state.phase == run::Phase::exploitation && !prunes_)
        refuseState(Text::of("masks are frozen by a method that has none"));

    for (std::size_t l = 0; l < layers_.size(); ++l) {
        layers_[l].previousMask = layers_[l].mask;
        layers_[l].mask = state.masks[l];
    }
    schedule_ = state.schedule;
    inForce_ = state.inForce;
    masksStale_ = state.masksStale;
    resting_ = state.resting;
    lastMaskUpdate_ = state.lastMaskUpdate;
    noteMaskChanges(layers_, lastMaskUpdate_.value_or(StepIndex{0}));
    for (PrunedLayer& layer : layers_) layer.cut = layer.revived = 0;
    enterPhase(state.phase);
    refresh();
}

}  // namespace prunescope::prune
