#pragma once

#include "store/example_run.h"
#include "support/temporary_folder.h"

#include <filesystem>
#include <string>

/// Run folders on the disk, made by the recorder as a training program makes them.
namespace prunescope::test {

struct RecordedRun {
    std::string name;
    std::string model = "lenet-5";
    std::int64_t startedMs = exampleStartMs;
    double sparsity = 0.5;
    double target = 0.95;
    run::RunState state = run::RunState::finished;
    std::int64_t seed = 1;
};

/// Two steps and one evaluation of the test images, whose accuracy is 153 / 183. The sparsity is that of the
/// last step.
inline std::filesystem::path recordRun(const std::filesystem::path& workspace, const RecordedRun& wanted) {
    const std::filesystem::path path = workspace / wanted.name;
    std::filesystem::create_directories(path);
    run::RunHeader header = exampleHeader();
    header.config.model = wanted.model;
    header.config.schedule.target = wanted.target;
    header.config.seed = wanted.seed;
    header.provenance.startedMs = wanted.startedMs;
    store::RunRecorder recorder{store::RunFolder(path)};
    recorder.begin(header);
    for (const std::int64_t step : {1, 2}) {
        run::MetricSample sample = exampleSample(step);
        sample.epoch = 0.5 * static_cast<double>(step);
        sample.sparsity = wanted.sparsity;
        recorder.record(sample);
    }
    run::Evaluation evaluation = exampleEvaluation(2, run::Split::test);
    evaluation.sparsity = wanted.sparsity;
    recorder.record(evaluation);
    if (wanted.state == run::RunState::running) return path;
    run::RunOutcome outcome = exampleOutcome();
    outcome.state = wanted.state;
    recorder.finish(outcome);
    return path;
}

}  // namespace prunescope::test
