#pragma once

#include "math/tensor.h"

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::bench {

/// What is to be measured.
struct Request {
    std::string model = "lenet-5";
    std::vector<double> sparsities{0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98};
    int threads = 1;
    std::int64_t batch = 128;
    double secondsPerSparsity = 1;  ///< about; a slow network takes what two rounds need
};

/// Throws `UsageError` for a number out of range or a sparsity given twice. The network's name is checked
/// when it is built.
void validate(const Request& request);

/// The images that a network is measured on: 3x32x32 for a residual network, else 1x28x28.
math::Shape imageShape(const std::string& model);

}  // namespace prunescope::bench
