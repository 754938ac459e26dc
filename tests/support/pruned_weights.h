#pragma once

#include "model/weights_file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::test {

/// Every weight with this number in its tensor is kept, counted from 0: a sparsity of 0.9 or close to it.
inline constexpr std::int64_t keptEvery = 10;

/// What a run of "mlp:20" on Fashion-MNIST leaves behind, every tenth weight kept. The latent value of a cut
/// weight is larger than that of any kept one, and grows with its number.
inline model::WeightsFile prunedWeights() {
    model::WeightsFile file;
    file.metadata = {
        {"format", "prunescope.weights.1"}, {"model", "mlp:20"}, {"dataset", "fashion-mnist"}, {"step", "7"}};
    const auto addLayer = [&](const std::string& name, std::int64_t outputs, std::int64_t inputs) {
        const std::vector<std::int64_t> shape{outputs, inputs};
        std::vector<float> used;
        std::vector<float> latent;
        std::vector<std::uint8_t> mask;
        for (std::int64_t i = 0; i < outputs * inputs; ++i) {
            const bool kept = i % keptEvery == 0;
            const float sign = i % 20 == 0 ? -1.0F : 1.0F;
            used.push_back(kept ? sign * 0.1F : 0.0F);
            latent.push_back(kept ? sign * 0.1F : 1 + static_cast<float>(i) / 1000);
            mask.push_back(kept ? 1 : 0);
        }
        file.tensors.push_back({name + ".weight", shape, std::move(used)});
        file.tensors.push_back({name + ".weight.latent", shape, std::move(latent)});
        file.tensors.push_back({name + ".weight.mask", shape, std::move(mask)});
        file.tensors.push_back(
            {name + ".bias", {outputs}, std::vector<float>(static_cast<std::size_t>(outputs), 0.5F)});
    };
    addLayer("fc1", 20, 784);
    addLayer("fc2", 10, 20);
    return file;
}

/// Writes that file and gives its path.
inline std::filesystem::path writePrunedWeights(const std::filesystem::path& path) {
    model::writeWeights(path, prunedWeights());
    return path;
}

}  // namespace prunescope::test
