// GMP, gradual magnitude pruning (Zhu & Gupta 2017): w_eff = m w, and a pruned weight does not learn.
//
// As in GraNet's code (VITA-Group/GraNet, sparselearning/core.py), a weight that is cut is set to zero with
// its momentum: it ranks below every other and stays cut while the sparsity rises. keep_pruned_values gives
// the rule of the TensorFlow original instead, as far as we know it: the value stands still, and comes back
// when decay has made the kept weights smaller than it.

#include "prune/masked_method.h"
#include "prune/methods.h"

namespace prunescope::prune {
namespace {

class GmpMethod : public MaskedMethod {
public:
    explicit GmpMethod(const MethodSetup& setup)
        : keepsValues_(setup.options["keep_pruned_values"].get<bool>()) {}

    MethodTraits traits() const override {
        return {.pruned = keepsValues_ ? PrunedWeights::rest : PrunedWeights::zeroed};
    }
    void formGradient(const WeightRange& range, nn::FloatArray gradient) const override {
        gradient *= range.m();
    }

private:
    bool keepsValues_;
};

std::vector<run::OptionDescription> gmpOptions() {
    return {{.key = "keep_pruned_values",
             .title = "Keep values of cut weights",
             .help =
                 "A cut weight keeps its value and can come back as the kept ones shrink; off: it is set to "
                 "zero and stays cut, as published.",
             .kind = run::OptionKind::boolean,
             .defaultValue = false}};
}

}  // namespace

MethodEntry gmpMethod() {
    return {
        {"gmp", "GMP",
         "Gradual magnitude pruning (Zhu & Gupta 2017): a weight that is cut is set to zero and stays cut.",
         gmpOptions()},
        [](const MethodSetup& setup) -> std::unique_ptr<Method> {
            return std::make_unique<GmpMethod>(setup);
        }};
}

}  // namespace prunescope::prune
