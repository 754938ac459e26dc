#include "optim/optimizers.h"

namespace prunescope::optim {
namespace {

/// Stochastic gradient descent with momentum mu, in PyTorch's form (no dampening):
///
///     g = gradient + decay w;  v = mu v + g;  w -= rate (nesterov ? g + mu v : v)
class Sgd : public Optimizer {
public:
    Sgd(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters);

protected:
    void begin(double learningRate) override;
    void move(const Stretch& stretch) const override;

private:
    float momentum_;
    bool nesterov_;
    float rate_ = 0;
};

Sgd::Sgd(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters)
    : Optimizer(config, parameters, 1),
      momentum_(static_cast<float>(config.options.at("momentum").get<double>())),
      nesterov_(config.options.at("nesterov").get<bool>()) {
    if (nesterov_ && momentum_ == 0) {
        throw UsageError("optimizer.nesterov", Text::of("Nesterov's method needs a momentum"),
                         Text::of("Set optimizer.momentum above 0 or switch nesterov off."));
    }
}

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

}  // namespace

OptimizerEntry sgd() {
    using run::OptionKind;
    return {.description = {.name = "sgd",
                            .title = "SGD",
                            .summary = "Stochastic gradient descent with momentum (Sutskever et al. 2013).",
                            .options = {{.key = "momentum",
                                         .title = "Momentum",
                                         .help = "Share of the last update kept by SGD.",
                                         .kind = OptionKind::real,
                                         .defaultValue = 0.9,
                                         .minimum = 0,
                                         .maximum = 1,
                                         .maximumExcluded = true},
                                        {.key = "nesterov",
                                         .title = "Nesterov",
                                         .help = "Look ahead along the momentum (SGD).",
                                         .kind = OptionKind::boolean,
                                         .defaultValue = false}}},
            .make = &makeKind<Sgd>};
}

}  // namespace prunescope::optim
