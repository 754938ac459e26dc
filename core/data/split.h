#pragma once

#include "data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::data {

/// A part of the images, rising: round(share * N) of them, shared among the classes in proportion to their
/// sizes by largest remainder (the lower class first on a tie), but at least one of each class that has any.
/// Which of its images a class gives, `seed` alone decides. A share of 1 is all of them. `labels` are below
/// `classes`; share in (0, 1].
std::vector<ImageIndex> stratifiedShare(std::span<const Label> labels, std::size_t classes, double share,
                                        std::uint64_t seed);

/// Holds back images for validation in the same proportions: round(fraction * N) of `images`, at least one.
/// A class never gives its last image, so that it can be learned whenever it is there. Throws `Error` when
/// that leaves nothing to hold back.
TrainingSplit stratifiedSplit(std::span<const Label> labels, std::span<const ImageIndex> images,
                              std::size_t classes, double fraction, std::uint64_t seed);

/// The images of files that have no test part, divided in two. Both lists rise.
struct TestSplit {
    std::vector<ImageIndex> training{};
    std::vector<ImageIndex> test{};
};

/// Holds back images for the test in the same way, by random numbers of their own: `fraction` and `seed` are
/// those of the data set's options data.test_fraction and data.test_seed.
TestSplit stratifiedTestSplit(std::span<const Label> labels, std::size_t classes, double fraction,
                              std::uint64_t seed);

}  // namespace prunescope::data
