// No pruning: the network that the others are compared with.

#include "prune/methods.h"

namespace prunescope::prune {
namespace {

class DenseMethod : public Method {
public:
    bool isPlain(const LayerTerms&) const override { return true; }
    void formEffective(const WeightRange& range, nn::FloatArray effective) const override {
        effective = range.latent;
    }
    void formGradient(const WeightRange& /*range*/, nn::FloatArray /*gradient*/) const override {}
};

}  // namespace

MethodEntry denseMethod() {
    return {{.name = "dense",
             .title = "Dense",
             .summary = "Plain training without pruning, to compare with.",
             .options = {}},
            [](const MethodSetup&) -> std::unique_ptr<Method> { return std::make_unique<DenseMethod>(); },
            false};
}

}  // namespace prunescope::prune
