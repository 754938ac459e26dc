#pragma once

#include "run/description.h"

#include <cstdint>
#include <vector>

namespace prunescope::data {

/// How images or rows are drawn for the test from data that have no test part.
struct TestDraw {
    double fraction = 0;     ///< of every class
    std::uint64_t seed = 0;  ///< not that of the run: every run is tested on the same ones
};

/// The options `test_fraction` and `test_seed`, at the end of those of a data set.
void addTestDrawOptions(std::vector<run::OptionDescription>& options);
/// `options`: validated, complete.
TestDraw testDrawOf(const nlohmann::json& options);

}  // namespace prunescope::data
