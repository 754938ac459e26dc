#pragma once

#include "data/dataset.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace prunescope::data {

/// Holds back round(fraction * N) images, but at least one, for validation. Each class gives in proportion to
/// its size, by largest remainder (the lower class first on a tie); which of its images it gives, `seed`
/// alone decides. `labels` are below `classNames.size()`. Throws `Error` when a class would have no training
/// image.
TrainingSplit stratifiedSplit(std::span<const Label> labels, const std::vector<std::string>& classNames,
                              double fraction, std::uint64_t seed);

/// The images of files that have no test part, divided in two. Both lists rise.
struct TestSplit {
    std::vector<ImageIndex> training{};
    std::vector<ImageIndex> test{};
};

/// Holds back images for the test in the same way, by random numbers of their own: `fraction` and `seed` are
/// those of the data set's options data.test_fraction and data.test_seed.
TestSplit stratifiedTestSplit(std::span<const Label> labels, const std::vector<std::string>& classNames,
                              double fraction, std::uint64_t seed);

}  // namespace prunescope::data
