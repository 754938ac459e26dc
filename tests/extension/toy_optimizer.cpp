// An optimizer of one's own: signSGD (Bernstein et al. 2018) with a threshold below which a weight rests.

#include "extension/extensions.h"
#include "optim/optimizer.h"

namespace prunescope::extension {
namespace {

/// w -= rate (sign(g) where |g| > threshold, else 0).
class SignSgd : public optim::Optimizer {
public:
    SignSgd(const run::OptimizerConfig& config, const std::vector<optim::FloatParameter*>& parameters)
        : Optimizer(config, parameters, 0),
          threshold_(static_cast<float>(config.options.at("threshold").get<double>())) {}

protected:
    void begin(double learningRate) override { rate_ = static_cast<float>(learningRate); }
    void move(const optim::Stretch& stretch) const override {
        const auto& w = stretch.value;
        const auto& g = stretch.gradient;
        stretch.assign(w, w - rate_ * (g.abs() > threshold_).select(g.sign(), 0.0F));
    }

private:
    float threshold_;
    float rate_ = 0;
};

optim::OptimizerEntry signSgd() {
    return {.description = {.name = "sign-sgd",
                            .title = "SignSGD",
                            .summary =
                                "Steps of one length along the sign of the gradient (Bernstein et al. 2018).",
                            .options = {{.key = "threshold",
                                         .title = "Threshold",
                                         .help = "A gradient up to this moves nothing.",
                                         .kind = run::OptionKind::real,
                                         .defaultValue = 0.0,
                                         .minimum = 0}}},
            .make = &optim::makeKind<SignSgd>};
}

}  // namespace

void addToyOptimizer() {
    optim::optimizers().add(signSgd());
}

}  // namespace prunescope::extension
