#pragma once

#include "math/parallel.h"
#include "optim/optimizer.h"

#include <functional>
#include <vector>

namespace prunescope::optim {

/// A parameter and the optimizer's own array of the same size, once or twice.
struct ParameterState {
    FloatParameter* parameter;
    double weightDecay;
    std::vector<math::AlignedBuffer<float>> arrays;
};

/// One entry for every trained parameter, with `arrays` zeroed arrays each. Weight decay falls on weights
/// alone unless the configuration asks for it on biases and batch norm too.
std::vector<ParameterState> makeStates(const run::OptimizerConfig& config,
                                       const std::vector<FloatParameter*>& parameters, int arrays);

void clearFrozen(std::vector<ParameterState>& states);

/// Elements that one thread updates at a time.
inline constexpr std::int64_t updateGrain = 16384;

/// Calls `body(i, moves)` for every element of a parameter in fixed pieces, in parallel; where `moves` is
/// false the body must keep what was there.
template <class Body>
void forEachElement(const FloatParameter& parameter, const Body& body) {
    const math::Pieces pieces{parameter.size(), updateGrain};
    const std::uint8_t* movable = parameter.movable();
    math::parallelFor(pieces.count(), [&](std::int64_t piece) {
        // Two loops, so that the common one has no mask to read and both vectorise.
        if (movable == nullptr) {
            for (std::int64_t i = pieces.begin(piece); i < pieces.end(piece); ++i) body(i, true);
        } else {
            for (std::int64_t i = pieces.begin(piece); i < pieces.end(piece); ++i) body(i, movable[i] != 0);
        }
    });
}

}  // namespace prunescope::optim
