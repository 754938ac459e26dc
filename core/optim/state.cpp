#include "optim/state.h"

namespace prunescope::optim {

std::vector<ParameterState> makeStates(const run::OptimizerConfig& config,
                                       const std::vector<FloatParameter*>& parameters, int arrays) {
    std::vector<ParameterState> states;
    for (FloatParameter* p : parameters) {
        if (!p->trained()) continue;
        const bool decays = p->role() == nn::ParameterRole::weight || config.decayBiasAndNorm;
        ParameterState& state = states.emplace_back(ParameterState{p, decays ? config.weightDecay : 0, {}});
        for (int k = 0; k < arrays; ++k) state.arrays.emplace_back(static_cast<std::size_t>(p->size()));
    }
    return states;
}

void clearFrozen(std::vector<ParameterState>& states) {
    for (ParameterState& state : states) {
        if (state.parameter->movable() == nullptr) continue;
        for (auto& array : state.arrays) {
            float* values = array.data();
            forEachElement(*state.parameter,
                           [values](std::int64_t i, bool moves) { values[i] = moves ? values[i] : 0.0F; });
        }
    }
}

}  // namespace prunescope::optim
