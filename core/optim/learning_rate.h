#pragma once

#include "base/registry.h"
#include "run/description.h"
#include "run/run_config.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace prunescope::optim {

/// The factor on the base rate where `share`, from 0 to 1, of the run is done.
using LearningRateShape = std::function<double(double share)>;

/// A course of the learning rate that can be asked for by name.
struct LearningRateEntry {
    run::Description description;
    /// `options` are complete. Throws `UsageError` for options that do not fit together.
    LearningRateShape (*make)(const nlohmann::json& options);
};

/// All courses, those that a program has brought itself among them.
Registry<LearningRateEntry>& learningRates();

/// The learning rate at every step of a run: the base rate times the factor of its shape. The warm-up
/// multiplies by (t + 1) / warm-up steps until it is over.
class LearningRate {
public:
    /// Throws `UsageError` for an unknown shape and for options that are not its own or not allowed.
    LearningRate(const run::LearningRateConfig& config, double base, std::int64_t stepsPerEpoch,
                 std::int64_t totalSteps);

    /// The run is to be of `totalSteps` from the step `from` on: there the rate is that of a run that was
    /// asked for them from its start. The same curve over the new span, since a curve that had come to its
    /// end would go on at a rate of nothing. What was trained before keeps its rates. Call in the order of
    /// `from`.
    void extend(std::int64_t from, std::int64_t totalSteps);

    /// `step` counts from 0 for the first update.
    double at(std::int64_t step) const;

private:
    /// From a step on, until the next one begins.
    struct Span {
        std::int64_t from;
        double totalSteps;
    };

    LearningRateShape shape_;
    double base_;
    double warmupSteps_;
    std::vector<Span> spans_;
};

}  // namespace prunescope::optim
