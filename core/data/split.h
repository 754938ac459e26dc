#pragma once

#include "data/dataset.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace prunescope::data {

/// What images are held back for: errors name the option that decides how many.
enum class HeldBack : std::uint8_t { validation, test };

/// Holds back round(fraction * N) images, but at least one; in the result they are those of `validation`.
/// Each class gives in proportion to its size, by largest remainder (the lower class first on a tie); which
/// of its images it gives, `seed` alone decides. `labels` are below `classNames.size()`. Throws `Error` when
/// a class would have no training image.
TrainingSplit stratifiedSplit(std::span<const Label> labels, const std::vector<std::string>& classNames,
                              double fraction, std::uint64_t seed, HeldBack purpose = HeldBack::validation);

}  // namespace prunescope::data
