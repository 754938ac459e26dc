#include "cli/words.h"

#include "base/number_text.h"
#include "base/path_text.h"

#include <cmath>

namespace prunescope::cli {

std::string percent(std::optional<double> share, int decimals) {
    return share && std::isfinite(*share) ? percentDigits(*share, decimals) + " %" : unknown;
}

std::string runId(const std::filesystem::path& folder) {
    return printableName(std::filesystem::weakly_canonical(folder).filename().string());
}

}  // namespace prunescope::cli
