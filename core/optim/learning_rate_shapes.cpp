#include "base/error.h"
#include "optim/learning_rate.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace prunescope::optim {
namespace {

LearningRateEntry constant() {
    return {.description = {.name = "constant",
                            .title = "Constant",
                            .summary = "The same rate from the warm-up to the end."},
            .make = [](const nlohmann::json& /*options*/) -> LearningRateShape {
                return [](double /*share*/) { return 1.0; };
            }};
}

/// gamma^k after k milestones.
LearningRateShape makeMultiStep(const nlohmann::json& options) {
    const auto milestones = options.at("milestones").get<std::vector<double>>();
    if (!std::is_sorted(milestones.begin(), milestones.end())) {
        throw UsageError("learning_rate.milestones", Text::of("are not rising shares of the run"),
                         Text::of("Give numbers between 0 and 1 in rising order."));
    }
    return [milestones, gamma = options.at("gamma").get<double>()](double share) {
        const auto passed = std::count_if(milestones.begin(), milestones.end(),
                                          [share](double milestone) { return share >= milestone; });
        return std::pow(gamma, static_cast<double>(passed));
    };
}

LearningRateEntry multiStep() {
    return {.description = {.name = "multi_step",
                            .title = "Multi-step",
                            .summary = "The rate falls by a factor at each of some milestones.",
                            .options = {{.key = "milestones",
                                         .title = "Milestones",
                                         .help = "Shares of the run after which the rate falls.",
                                         .kind = run::OptionKind::numbers,
                                         .defaultValue = {0.5, 0.75},
                                         .minimum = 0,
                                         .maximum = 1,
                                         .minimumExcluded = true,
                                         .maximumExcluded = true},
                                        {.key = "gamma",
                                         .title = "Gamma",
                                         .help = "Factor on the rate at each milestone.",
                                         .kind = run::OptionKind::real,
                                         .defaultValue = 0.1,
                                         .minimum = 0,
                                         .maximum = 1}}},
            .make = makeMultiStep};
}

/// f + (1 - f) (1 + cos(pi t / T)) / 2, f the final factor.
LearningRateShape makeCosine(const nlohmann::json& options) {
    return [last = options.at("final_factor").get<double>()](double share) {
        return last + (1 - last) * (1 + std::cos(std::numbers::pi * share)) / 2;
    };
}

LearningRateEntry cosine() {
    return {.description = {.name = "cosine",
                            .title = "Cosine",
                            .summary = "Half a wave of the cosine, without restarts (Loshchilov and Hutter "
                                       "2017, equation 5).",
                            .options = {{.key = "final_factor",
                                         .title = "Final factor",
                                         .help = "Share of the rate at the end of the cosine.",
                                         .kind = run::OptionKind::real,
                                         .defaultValue = 0.0,
                                         .minimum = 0,
                                         .maximum = 1}}},
            .make = makeCosine};
}

}  // namespace

/// A new course is one function and its place in this list.
Registry<LearningRateEntry>& learningRates() {
    static Registry<LearningRateEntry> all("unknown learning-rate schedule '{}'", "learning_rate.shape",
                                           {constant(), multiStep(), cosine()});
    return all;
}

}  // namespace prunescope::optim
