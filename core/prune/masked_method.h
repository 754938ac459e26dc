#pragma once

#include "prune/method.h"

namespace prunescope::prune {

/// Base of the methods whose forward pass is w_eff = m w.
class MaskedMethod : public Method {
public:
    bool isPlain(const LayerTerms&) const override { return true; }
    void formEffective(const WeightRange& range, nn::FloatArray effective) const override {
        effective = range.m() * range.latent + positiveZero;
    }
};

}  // namespace prunescope::prune
