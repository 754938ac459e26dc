#pragma once

#include "nn/parameter.h"

#include <vector>

namespace prunescope::train {

/// The largest magnitude of a parameter. Not finite where any element is not: NaN outranks infinity.
struct Extent {
    float value = 0;  ///< of the latent values, or of the running statistics
    float used = 0;   ///< of what the passes computed with last
};

/// One for each parameter, in one parallel sweep.
std::vector<Extent> extentsOf(const std::vector<nn::Parameter<float>*>& parameters);

}  // namespace prunescope::train
