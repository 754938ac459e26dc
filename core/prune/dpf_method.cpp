// DPF, dynamic pruning with feedback (Lin et al. 2020, equation 3): the gradient is taken at m w and moves
// the dense w whole, so that a pruned weight learns at full strength until the mask is frozen.

#include "prune/masked_method.h"
#include "prune/methods.h"

namespace prunescope::prune {
namespace {

class DpfMethod : public MaskedMethod {
public:
    void formGradient(const WeightRange& range, nn::FloatArray gradient) const override {
        if (!range.layer.prunedLearn) gradient *= range.m();
    }
};

}  // namespace

MethodEntry dpfMethod() {
    return {{"dpf",
             "DPF",
             "Dynamic pruning with feedback (Lin et al. 2020): pruned weights learn at full strength.",
             {}},
            [](const MethodSetup&) -> std::unique_ptr<Method> { return std::make_unique<DpfMethod>(); }};
}

}  // namespace prunescope::prune
