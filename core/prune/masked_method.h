#pragma once

#include "prune/method.h"

namespace prunescope::prune {

/// Base of the methods whose forward pass is w_eff = m w.
class MaskedMethod : public Method {
public:
    bool isPlain(const LayerView&) const override { return true; }
    void formEffective(const LayerView& layer, std::int64_t begin, std::int64_t end,
                       float* effective) const override {
        // Loads that depend on nothing let the loops vectorise.
        const float* latent = layer.latent;
        const std::uint8_t* mask = layer.mask;
        for (std::int64_t i = begin; i < end; ++i) {
            const float value = latent[i];
            effective[i] = mask[i] != 0 ? value : 0.0F;
        }
    }

protected:
    static void zeroPruned(const LayerView& layer, std::int64_t begin, std::int64_t end, float* gradient) {
        const std::uint8_t* mask = layer.mask;
        for (std::int64_t i = begin; i < end; ++i) {
            const float value = gradient[i];
            gradient[i] = mask[i] != 0 ? value : 0.0F;
        }
    }
};

}  // namespace prunescope::prune
