#include "cli/course.h"

#include "cli/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prunescope::cli {
namespace {

constexpr double sameSparsity = 1e-9;  ///< less than one weight of any network

Course::Result resultOf(const run::Evaluation& e) {
    return {.epoch = e.epoch,
            .quality = run::mainMeasure(e.task()).of(e),
            .sparsity = e.sparsity,
            .evaluation = e};
}

}  // namespace

Course::Course(const run::RunHeader& header)
    : epochs_(header.config.epochs),
      task_(header.dataset.task()),
      measure_(&run::mainMeasure(task_)),
      unit_(header.dataset.target ? header.dataset.target->unit : std::string()) {}

std::string Course::text(const run::QualityMeasure& measure, double value) const {
    return qualityText(measure, value, unit_);
}

/// Up to the last one that was taken before an evaluation at this step.
void Course::passSamples(StepIndex step, const std::vector<run::MetricSample>& samples) {
    while (nextSample_ < samples.size() && samples[nextSample_].step <= step)
        sample_ = samples[nextSample_++];
}

std::vector<std::string> Course::take(const run::Records& records, const session::Snapshot& now) {
    const std::vector<run::MetricSample>& samples = records.samples;
    std::vector<std::string> lines;
    nextSample_ = 0;
    for (const run::Evaluation& e : records.evaluations) {
        passSamples(e.step, samples);
        if (e.split != run::Split::test) {
            validation_ = resultOf(e);
            continue;
        }
        tests_.push_back(resultOf(e));
        // An epoch ends with an evaluation; there are others within one, and a second one at its end.
        const auto epoch = static_cast<std::int64_t>(e.epoch);
        if (epoch <= shown_) continue;
        shown_ = epoch;
        lines.push_back(line(e, now));
    }
    if (nextSample_ < samples.size()) sample_ = samples.back();
    return lines;
}

std::string Course::line(const run::Evaluation& test, const session::Snapshot& now) const {
    const std::string validation = validation_ ? text(*measure_, validation_->quality) : unknown;
    return fmt::format(
        "epoch {:3.0f} of {}  loss {}  validation{} {}  test {}  sparsity {} of {}  {}  {} samples/s  {} s "
        "left",
        test.epoch, epochs_, sample_ ? fmt::format("{:.4f}", sample_->loss) : unknown,
        measure_->unit == run::QualityUnit::share ? std::string() : " " + measure_->name, validation,
        text(*measure_, measure_->of(test)), percent(test.sparsity), percent(now.schedule.target),
        sample_ ? run::phaseName(sample_->phase) : unknown,
        now.imagesPerSecond > 0 ? fmt::format("{:.0f}", now.imagesPerSecond) : unknown,
        now.step.value > 0 ? fmt::format("{:.0f}", now.secondsLeft) : unknown);
}

std::optional<Course::Result> Course::test() const {
    return tests_.empty() ? std::nullopt : std::optional(tests_.back());
}

std::optional<Course::Result> Course::bestTest() const {
    std::optional<Result> best;
    for (const Result& r : tests_) {
        const bool comparable = std::abs(r.sparsity - tests_.back().sparsity) < sameSparsity;
        if (comparable && (!best || measure_->gain(best->quality, r.quality) > 0)) best = r;
    }
    return best;
}

}  // namespace prunescope::cli
