#pragma once

#include "prune/method.h"

namespace prunescope::prune {

/// Base of the methods whose forward pass is w_eff = m w.
class MaskedMethod : public Method {
public:
    void formEffective(const LayerView& layer, std::int64_t begin, std::int64_t end,
                       float* effective) const override {
        for (std::int64_t i = begin; i < end; ++i) effective[i] = layer.mask[i] != 0 ? layer.latent[i] : 0.0F;
    }

protected:
    static void zeroPruned(const LayerView& layer, std::int64_t begin, std::int64_t end, float* gradient) {
        for (std::int64_t i = begin; i < end; ++i) gradient[i] = layer.mask[i] != 0 ? gradient[i] : 0.0F;
    }
};

}  // namespace prunescope::prune
