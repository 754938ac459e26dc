#include "optim/sgd.h"

namespace prunescope::optim {

Sgd::Sgd(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters)
    : Optimizer(config, parameters, 1),
      momentum_(static_cast<float>(config.momentum)),
      nesterov_(config.nesterov) {}

void Sgd::begin(double learningRate) {
    rate_ = static_cast<float>(learningRate);
}

/// v <- mu v + g + lambda w;  w <- w - eta v, or with Nesterov's look ahead w - eta (g + lambda w + mu v).
void Sgd::move(const Stretch& stretch) const {
    const auto& w = stretch.value;
    const nn::FloatArray v = stretch.array(0);
    const auto g = stretch.gradient + static_cast<float>(stretch.weightDecay) * w;
    stretch.assign(v, momentum_ * v + g);
    if (nesterov_) {
        stretch.assign(w, w - rate_ * (g + momentum_ * v));
    } else {
        stretch.assign(w, w - rate_ * v);
    }
}

}  // namespace prunescope::optim
