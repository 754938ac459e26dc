#include "optim/optimizers.h"

#include <cmath>
#include <limits>

namespace prunescope::optim {
namespace {

/// AdamW (Loshchilov & Hutter 2019, algorithm 2), with the decay scaled by the learning rate as in PyTorch:
///
///     w -= rate decay w;  m = b1 m + (1-b1) g;  s = b2 s + (1-b2) g^2
///     w -= rate (m / (1 - b1^t)) / (sqrt(s / (1 - b2^t)) + epsilon)
class AdamW : public Optimizer {
public:
    AdamW(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters);

    void visit(StateVisitor& visitor) override {
        Optimizer::visit(visitor);
        visitor.number("updates", updates_, 0, std::numeric_limits<std::int64_t>::max() - 1);
    }

protected:
    void begin(double learningRate) override;
    void move(const Stretch& stretch) const override;

private:
    double beta1_;
    double beta2_;
    float epsilon_;
    std::int64_t updates_ = 0;
    double rate_ = 0;
    float stepSize_ = 0;     ///< rate / (1 - b1^t)
    float squareScale_ = 0;  ///< 1 / sqrt(1 - b2^t)
};

AdamW::AdamW(const run::OptimizerConfig& config, const std::vector<FloatParameter*>& parameters)
    : Optimizer(config, parameters, 2),
      beta1_(config.options.at("beta1").get<double>()),
      beta2_(config.options.at("beta2").get<double>()),
      epsilon_(static_cast<float>(config.options.at("epsilon").get<double>())) {}

void AdamW::begin(double learningRate) {
    ++updates_;
    const auto t = static_cast<double>(updates_);
    rate_ = learningRate;
    stepSize_ = static_cast<float>(learningRate / (1 - std::pow(beta1_, t)));
    squareScale_ = static_cast<float>(1 / std::sqrt(1 - std::pow(beta2_, t)));
}

/// m <- (1 - b1) g + b1 m;  s <- (1 - b2) g^2 + b2 s;  w <- (1 - eta lambda) w - eta' m / (sqrt(s) c +
/// epsilon), with the corrections of both means for their zero start in eta' and c.
void AdamW::move(const Stretch& stretch) const {
    const auto b1 = static_cast<float>(beta1_);
    const auto b2 = static_cast<float>(beta2_);
    const auto keep = static_cast<float>(1 - rate_ * stretch.weightDecay);
    const auto& w = stretch.value;
    const auto& g = stretch.gradient;
    const nn::FloatArray mean = stretch.array(0);
    const nn::FloatArray square = stretch.array(1);
    stretch.assign(mean, (1 - b1) * g + b1 * mean);
    stretch.assign(square, (1 - b2) * g * g + b2 * square);
    stretch.assign(w, keep * w - stepSize_ * mean / (square.sqrt() * squareScale_ + epsilon_));
}

run::OptionDescription decay(std::string key, std::string title, std::string help, double usual) {
    return {.key = std::move(key),
            .title = std::move(title),
            .help = std::move(help),
            .kind = run::OptionKind::real,
            .defaultValue = usual,
            .minimum = 0,
            .maximum = 1,
            .maximumExcluded = true};
}

}  // namespace

OptimizerEntry adamw() {
    return {
        .description = {.name = "adamw",
                        .title = "AdamW",
                        .summary = "Steps scaled by each weight's own mean gradient, with the decay apart "
                                   "from them (Loshchilov and Hutter 2019).",
                        .options = {decay("beta1", "Beta 1", "Decay of AdamW's mean of the gradient.", 0.9),
                                    decay("beta2", "Beta 2", "Decay of AdamW's mean of the squared gradient.",
                                          0.999),
                                    {.key = "epsilon",
                                     .title = "Epsilon",
                                     .help = "Keeps AdamW from dividing by zero.",
                                     .kind = run::OptionKind::real,
                                     .defaultValue = 1e-8,
                                     .minimum = 0,
                                     .maximum = 1,
                                     .minimumExcluded = true}}},
        .make = &makeKind<AdamW>};
}

}  // namespace prunescope::optim
