// No pruning: the network that the others are compared with.

#include "prune/methods.h"

#include <algorithm>

namespace prunescope::prune {
namespace {

class DenseMethod : public Method {
public:
    bool isPlain(const LayerView&) const override { return true; }
    void formEffective(const LayerView& layer, std::int64_t begin, std::int64_t end,
                       float* effective) const override {
        std::copy(layer.latent + begin, layer.latent + end, effective + begin);
    }
    void formGradient(const LayerView&, std::int64_t, std::int64_t, float*) const override {}
};

}  // namespace

MethodEntry denseMethod() {
    return {{.name = "dense",
             .title = "Dense",
             .summary = "Plain training without pruning, to compare with.",
             .options = {},
             .prunes = false},
            [](const MethodSetup&) -> std::unique_ptr<Method> { return std::make_unique<DenseMethod>(); }};
}

}  // namespace prunescope::prune
