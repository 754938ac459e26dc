#pragma once

#include "data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::data {

/// One class of a data set: how many images each split has of it, and some of the training split.
struct ClassSamples {
    std::string name;
    std::int64_t training = 0;
    std::int64_t validation = 0;
    std::int64_t test = 0;
    std::vector<ImageIndex> samples{};  ///< rising
};

/// All classes in their order, each with up to `most` samples. They are drawn by a seed that is always the
/// same, so that a split shows the same ones each time. The data set has been prepared. None
/// where a number is predicted.
std::vector<ClassSamples> classSamples(const Dataset& dataset, std::size_t most);

}  // namespace prunescope::data
