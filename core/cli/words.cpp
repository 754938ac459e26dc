#include "cli/words.h"

#include "base/number_text.h"

#include <cmath>

namespace prunescope::cli {

std::string percent(std::optional<double> share, int decimals) {
    return share && std::isfinite(*share) ? percentDigits(*share, decimals) + " %" : unknown;
}

}  // namespace prunescope::cli
