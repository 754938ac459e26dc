#include "view/weight_rank.h"

#include <cmath>

namespace prunescope::view {

std::int64_t weightsAhead(const float* weights, std::int64_t size, float value, std::int64_t index) {
    const float magnitude = std::abs(value);
    std::int64_t ahead = 0;
    for (std::int64_t i = 0; i < index; ++i) ahead += std::abs(weights[i]) >= magnitude ? 1 : 0;
    for (std::int64_t i = index; i < size; ++i) ahead += std::abs(weights[i]) > magnitude ? 1 : 0;
    return ahead;
}

}  // namespace prunescope::view
