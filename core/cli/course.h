#pragma once

#include "run/quality.h"
#include "run/run_record.h"
#include "session/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::cli {

/// The results of a run, in the order in which they were measured: every one of them, however fast the run
/// is.
class Course {
public:
    explicit Course(const run::RunHeader& header);

    run::Task task() const { return task_; }
    /// By which the run is judged.
    const run::QualityMeasure& measure() const { return *measure_; }
    /// A figure of a measure of the task, with its unit.
    std::string text(const run::QualityMeasure& measure, double value) const;

    /// Takes what was recorded since the last call and returns a line for each epoch that has ended since.
    /// `now` tells the speed and what is left.
    std::vector<std::string> take(const run::Records& records, const session::Snapshot& now);

    struct Result {
        double epoch = 0;
        double quality = 0;  ///< by the measure that the task is judged by
        double sparsity = 0;
        run::Evaluation evaluation{};
    };
    /// Of the last evaluation.
    const std::optional<Result>& validation() const { return validation_; }
    std::optional<Result> test() const;
    /// The best of the test by that measure among the evaluations at the sparsity of the last one: what was
    /// measured on a denser network says nothing about this one.
    std::optional<Result> bestTest() const;

private:
    std::string line(const run::Evaluation& test, const session::Snapshot& now) const;
    void passSamples(StepIndex step, const std::vector<run::MetricSample>& samples);

    std::int64_t epochs_;
    run::Task task_;
    const run::QualityMeasure* measure_;
    std::string unit_;
    std::int64_t shown_ = 0;      ///< the last epoch that has its line
    std::size_t nextSample_ = 0;  ///< in the samples of this call
    std::optional<run::MetricSample> sample_;
    std::optional<Result> validation_;
    std::vector<Result> tests_;
};

}  // namespace prunescope::cli
