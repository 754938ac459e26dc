#pragma once

#include "run/run_sink.h"
#include "store/run_folder.h"
#include "store/run_recorder.h"
#include "support/file_bytes.h"

#include <sqlite3.h>

#include <bit>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

/// A small run whose every value is different, and ways to compare it bit by bit and to tamper with its
/// database.
namespace prunescope::test {

/// Of SQLite, unless it is told otherwise.
inline constexpr std::size_t pageBytes = 4096;

inline constexpr std::int64_t exampleStartMs = 1'795'493'730'000;  // 2026-11-24 04:15:30 UTC

inline run::LayerDescription exampleLayer(const std::string& name, std::int64_t weights, std::int32_t index) {
    return {name,    "dense", {weights / 2, 2},    weights + 2,
            weights, weights, {weights / 2, 1, 1}, LayerIndex{index}};
}

inline run::RunHeader exampleHeader() {
    run::RunHeader header;
    header.config.model = "mlp:300,100";
    header.config.seed = 77;
    header.config.schedule.target = 0.975;
    header.config.methodOptions = {{"z", 0.5}};
    header.provenance = {"0.1.0", "GCC 12", "x86-64-v4", "a processor", "a system", "host",
                         2,       1 << 30,  2,           exampleStartMs};
    header.dataset.name = "fashion-mnist";
    header.dataset.title = "Fashion-MNIST \xe3\x83\x95";
    header.dataset.classNames = {"shirt", "coat", "boot"};
    header.dataset.files = {{"train-images.gz", 26421880, std::string(64, 'a')}};
    header.dataset.imageShape = {1, 28, 28};
    header.dataset.trainImages = 55000;
    header.dataset.validationImages = 5000;
    header.dataset.testImages = 10000;
    header.dataset.mean = {0.2860406};
    header.dataset.standardDeviation = {0.1 + 0.2};
    header.dataset.augmentation = "shift 2, flip";
    header.measures = run::attentionMeasures();
    header.network = {"mlp:300,100",
                      {exampleLayer("fc1", 600, 0),
                       {"relu", "relu", {}, 0, 0, 0, {300, 1, 1}, {}},
                       exampleLayer("fc2", 200, 1)}};
    header.schedule = {
        run::ScheduleShape::drawn,         0.1, 0.975, StepIndex{10}, StepIndex{4000}, run::neverFrozen,
        {{0, 0.1}, {0.3, 0.8}, {1, 0.975}}};
    header.totalSteps = 6450;
    return header;
}

inline run::MetricSample exampleSample(std::int64_t step) {
    const double x = 1.0 / (static_cast<double>(step) + 2);
    return {StepIndex{step},
            x,
            exampleStartMs + step,
            x * 3,
            x * 5,
            x * 7,
            x * 11,
            x * 13,
            x * 17,
            step % 2 == 0 ? run::Phase::exploration : run::Phase::exploitation};
}

inline std::vector<run::LayerStatistic> exampleStatistics(std::int64_t step) {
    const double x = 1.0 / (static_cast<double>(step) + 2);
    return {{StepIndex{step},
             LayerIndex{0},
             600,
             60,
             x * 5,
             4,
             3,
             x * 13,
             {x, x * 3, x * 7, x * 11, x * 19, x * 23}},
            {StepIndex{step}, LayerIndex{1}, 200, 20, -x * 5, 2, 1, -x * 13, {-x, -x * 3, -x * 7, -x * 11}}};
}

inline run::MaskUpdateRecord exampleMaskUpdate(std::int64_t step) {
    const double x = 1.0 / (static_cast<double>(step) + 2);
    return {StepIndex{step}, x, x * 3};
}

inline run::Evaluation exampleEvaluation(std::int64_t step, run::Split split) {
    return {StepIndex{step}, 1.5, split, 0.3, 0.7, 3, {50, 2, 3, 4, 51, 6, 7, 8, 52}, 0.1 + 0.2, 0.9};
}

/// Of the same network as `exampleEvaluation` where that is of the test split: the answers that it counts.
inline run::ImageAnswers exampleImageAnswers(std::int64_t step) {
    run::ImageAnswers answers{.step = StepIndex{step}, .sparsity = 0.3, .classes = 3};
    const run::Evaluation counted = exampleEvaluation(step, run::Split::test);
    for (std::size_t cell = 0; cell < counted.confusion.size(); ++cell) {
        const auto images = static_cast<std::size_t>(counted.confusion[cell]);
        answers.truth.insert(answers.truth.end(), images, static_cast<std::uint16_t>(cell / 3));
        answers.answers.insert(answers.answers.end(), images, static_cast<std::uint16_t>(cell % 3));
    }
    for (std::size_t i = 0; i < answers.images(); ++i)
        answers.groups.push_back(static_cast<std::uint16_t>(i % 2));
    return answers;
}

inline run::AuditEvent exampleEvent(std::int64_t sequence) {
    return {sequence,
            StepIndex{5},
            0.1,
            exampleStartMs + 9,
            "schedule_edited",
            "user",
            "because it's \"quick\"\n\xe6\x97\xa5",
            Text::of("undo: {}", Text::of("freeze")),
            run::AttentionStrengths{{1, 0.1 + 0.2}},
            exampleHeader().schedule};
}

inline run::RunOutcome exampleOutcome() {
    return {run::RunState::stopped,
            Text::of("stopped at step {}", 40),
            StepIndex{40},
            0.1 + 0.2,
            exampleStartMs + 60000,
            12345.678,
            5120};
}

/// Records a whole run of so many steps.
inline void recordExample(const store::RunFolder& folder, std::int64_t steps) {
    store::RunRecorder recorder(folder);
    recorder.begin(exampleHeader());
    recorder.record(exampleEvent(1));
    for (std::int64_t step = 1; step <= steps; ++step) {
        recorder.record(exampleSample(step));
        if (step % 16 == 0) {
            recorder.record(exampleMaskUpdate(step));
            recorder.record(exampleStatistics(step));
        }
    }
    recorder.record(exampleEvaluation(steps, run::Split::validation));
    recorder.record(exampleEvaluation(steps, run::Split::test));
    recorder.record(exampleImageAnswers(steps));
    recorder.record(exampleEvent(2));
    recorder.finish(exampleOutcome());
}

using Bits = std::vector<std::uint64_t>;

inline std::uint64_t bitsOf(double x) {
    return std::bit_cast<std::uint64_t>(x);
}
inline std::uint64_t bitsOf(std::int64_t x) {
    return std::bit_cast<std::uint64_t>(x);
}

template <class... Values>
Bits allBits(const Values&... values) {
    return {bitsOf(values)...};
}

inline Bits bits(const run::MetricSample& s) {
    return allBits(s.step.value, s.epoch, s.wallMs, s.processMs, s.loss, s.accuracy, s.learningRate,
                   s.targetSparsity, s.sparsity, static_cast<std::int64_t>(s.phase));
}

inline Bits bits(const run::LayerStatistic& s) {
    Bits all = allBits(s.step.value, std::int64_t{s.layer.value}, s.weights, s.kept, s.threshold, s.cut,
                       s.revived, s.updateRatio);
    for (const double measure : s.ofMethod) all.push_back(bitsOf(measure));
    return all;
}

/// Runs SQL on a database without any of the store's protection, as another program would.
inline void tamper(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* database = nullptr;
    char* message = nullptr;
    sqlite3_open(file.c_str(), &database);
    sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
    const std::string problem = message == nullptr ? "" : message;
    sqlite3_free(message);
    sqlite3_close(database);
    if (!problem.empty()) throw std::runtime_error(problem);
}

}  // namespace prunescope::test
