#pragma once

#include "store/run_list.h"
#include "support/example_measurement.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

/// Summaries of runs, as a list of a workspace has them.
namespace prunescope::test {

struct MadeRun {
    std::string id;
    std::string method = "map";
    double target = 0.9;
    std::int64_t seed = 1;
    double accuracy = 0.9;
};

inline store::RunSummary madeRun(const MadeRun& wanted) {
    store::RunSummary run;
    run.id = wanted.id;
    run.folder = "/runs/" + wanted.id;
    run.config.emplace();
    run.config->method = wanted.method;
    run.config->schedule.target = wanted.target;
    run.config->seed = wanted.seed;
    run.dataset = run.config->dataset;
    run.model = run.config->model;
    run.method = wanted.method;
    run.targetSparsity = wanted.target;
    run.epochs = run.config->epochs;
    run.sparsity = wanted.target;
    run.testAccuracy = wanted.accuracy;
    run.testImages = 10'000;
    run.state = run::RunState::finished;
    return run;
}

/// A run of numbers: as many rows with the same error have an RMSE and an MAE of so much. The variance of
/// the target is 4, so that R² is 1 - RMSE² / 4.
inline store::RunSummary madeNumberRun(const MadeRun& wanted, double rmse) {
    store::RunSummary run = madeRun(wanted);
    run.config->dataset = run.dataset = "table";
    run.config->dataOptions = {{"label", "price"}, {"unit", "kEUR"}};
    run.testAccuracy.reset();
    run.testImages = 400;
    run.targetUnit = "kEUR";
    run.testErrors = run::NumberErrors{.rows = 400,
                                       .meanSquared = rmse * rmse,
                                       .squaredDeviation = rmse * rmse,
                                       .meanAbsolute = rmse,
                                       .absoluteDeviation = rmse,
                                       .targetVariance = 4};
    return run;
}

/// MAP and GMP at 90 % with two seeds each, and MAP at 95 % with one.
inline std::vector<store::RunSummary> fiveNumberRuns() {
    return {
        madeNumberRun({"map-90-1", "map", 0.90, 1}, 0.5), madeNumberRun({"map-90-2", "map", 0.90, 2}, 0.6),
        madeNumberRun({"gmp-90-1", "gmp", 0.90, 1}, 1.0), madeNumberRun({"gmp-90-2", "gmp", 0.90, 2}, 1.2),
        madeNumberRun({"map-95-1", "map", 0.95, 1}, 0.8)};
}

/// As if one image took so long, and so many times as long with all weights.
inline void measure(store::RunSummary& run, double ms, double speedup) {
    run::Measurement m = exampleMeasurement();
    m.oneImage.prunedMs = twelveRounds(0.9 * ms, ms, 1.1 * ms);
    m.oneImage.denseMs = twelveRounds(0.9 * ms * speedup, ms * speedup, 1.1 * ms * speedup);
    m.oneImage.speedup = twelveRounds(0.9 * speedup, speedup, 1.1 * speedup);
    run.measurement = std::make_shared<const run::Measurement>(m);
}

/// MAP and GMP at 90 % with two seeds each, and MAP at 95 % with one.
inline std::vector<store::RunSummary> fiveRuns() {
    return {madeRun({"map-90-1", "map", 0.90, 1, 0.90}), madeRun({"map-90-2", "map", 0.90, 2, 0.92}),
            madeRun({"gmp-90-1", "gmp", 0.90, 1, 0.86}), madeRun({"gmp-90-2", "gmp", 0.90, 2, 0.88}),
            madeRun({"map-95-1", "map", 0.95, 1, 0.85})};
}

/// So many runs, of ten methods' settings at ten sparsities with ten seeds.
inline std::vector<store::RunSummary> manyRuns(int count) {
    std::vector<store::RunSummary> runs;
    for (int i = 0; i < count; ++i) {
        const int seed = i % 10;
        const int target = i / 10 % 10;
        const int setting = i / 100 % 10;
        runs.push_back(madeRun({"run-" + std::to_string(i), "map", 0.5 + 0.05 * target, seed,
                                0.9 - 0.01 * target - 0.002 * seed - 0.003 * setting}));
        runs.back().config->methodOptions = {{"z", 0.5 + setting}};
    }
    return runs;
}

}  // namespace prunescope::test
