#pragma once

#include "run/run_config.h"

#include <filesystem>
#include <string>

namespace prunescope::test {

/// On the handful of images that `writeTinyMnist` has left in `data`: a matter of seconds.
inline run::RunConfig smallRun(const std::filesystem::path& data, const std::string& model,
                               std::int64_t epochs) {
    run::RunConfig config;
    config.dataset = "mnist";
    config.dataDir = data.string();
    config.validationFraction = 0.25;
    config.model = model;
    config.batch = 8;
    config.epochs = epochs;
    config.pruning.maskInterval = 4;
    config.optimizer.learningRate = 0.001;
    return config;
}

}  // namespace prunescope::test
