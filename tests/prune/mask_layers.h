#pragma once

#include "prune/mask_selection.h"

#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace prunescope::prune {

/// Layers with weights and masks of their own.
class TestLayers {
public:
    void add(std::vector<float> weights, std::vector<kernels::Index> shape = {},
             std::optional<double> budget = {}) {
        if (shape.empty()) shape = {1, static_cast<kernels::Index>(weights.size())};
        weights_.push_back(std::move(weights));
        masks_.emplace_back(weights_.back().size());
        shapes_.push_back(std::move(shape));
        budgets_.push_back(budget);
    }
    std::vector<MaskLayer> view(std::int64_t minKeep = 0) {
        std::vector<MaskLayer> list;
        for (std::size_t l = 0; l < weights_.size(); ++l) {
            const auto size = static_cast<std::int64_t>(weights_[l].size());
            list.push_back({weights_[l].data(), size, shapes_[l], masks_[l].data(),
                            leastKept(size, minKeep, budgets_[l]), budgets_[l].has_value()});
        }
        return list;
    }
    const std::vector<std::uint8_t>& mask(std::size_t l) const { return masks_[l]; }
    const std::vector<float>& weights(std::size_t l) const { return weights_[l]; }
    std::int64_t kept(std::size_t l) const {
        return std::accumulate(masks_[l].begin(), masks_[l].end(), std::int64_t{0});
    }

private:
    std::vector<std::vector<float>> weights_;
    std::vector<std::vector<std::uint8_t>> masks_;
    std::vector<std::vector<kernels::Index>> shapes_;
    std::vector<std::optional<double>> budgets_;
};

}  // namespace prunescope::prune
