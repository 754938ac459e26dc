// GMP, gradual magnitude pruning (Zhu & Gupta 2017): w_eff = m w, and a pruned weight stands still.

#include "prune/masked_method.h"
#include "prune/methods.h"

namespace prunescope::prune {
namespace {

class GmpMethod : public MaskedMethod {
public:
    bool prunedWeightsLearn() const override { return false; }
    void formGradient(const LayerView& layer, std::int64_t begin, std::int64_t end,
                      float* gradient) const override {
        zeroPruned(layer, begin, end, gradient);
    }
};

}  // namespace

MethodEntry gmpMethod() {
    return {{"gmp",
             "GMP",
             "Gradual magnitude pruning (Zhu & Gupta 2017): a weight that is cut stands still.",
             {}},
            [](const MethodSetup&) -> std::unique_ptr<Method> { return std::make_unique<GmpMethod>(); }};
}

}  // namespace prunescope::prune
