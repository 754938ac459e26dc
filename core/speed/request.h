#pragma once

#include "kernels/tensor.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::speed {

/// What is to be measured.
struct Request {
    std::string model = "lenet-5";
    nlohmann::json graph = nullptr;  ///< of a network from a file, as in `run::RunConfig`
    std::vector<double> sparsities{0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98};
    int threads = 1;
    std::int64_t batch = 128;
    double secondsPerSparsity = 1;  ///< about; a slow network takes what two rounds need

    /// So many callers at once are measured besides, by rising number; of a model from a file alone.
    std::vector<std::int64_t> callers{};

    /// A weights file that a run left behind: its network is measured, at its own sparsity first. `model`,
    /// `images` and `classes` are then taken from it. Empty: the network has random weights.
    std::filesystem::path weights{};
    std::optional<kernels::Shape> images{};  ///< what the network is shown; nothing: what is usual for it
    std::int64_t classes = 10;
};

/// Throws `UsageError` for a number out of range, a sparsity given twice, or none without a weights file. The
/// network's name is checked when it is built.
void validate(const Request& request);

/// The same request with the description of its network, the images and the classes, where it names a file.
Request withNetwork(Request request);

/// The images that a network is measured on; where none are named, those that are usual for it.
kernels::Shape imageShape(const Request& request);

}  // namespace prunescope::speed
