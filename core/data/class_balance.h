#pragma once

#include "run/records.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace prunescope::data {

/// Of fewer images a class can hardly be learned, and what is measured on them says little.
inline constexpr std::int64_t fewImages = 10;

/// What there is to beware of in how many images the classes have, for terminal, window and report: classes
/// that are missing from a split, and classes with fewer than `fewImages` to train on or to test on. Each is
/// one sentence that names the first of them. Nothing where the counts are not recorded.
std::vector<Text> classWarnings(const run::DatasetDescription& dataset);

/// The fewest and the most training images that a class has.
struct CountRange {
    std::int64_t fewest = 0;
    std::int64_t most = 0;
};
/// Nothing where the counts are not recorded.
std::optional<CountRange> trainingRange(const run::DatasetDescription& dataset);

}  // namespace prunescope::data
