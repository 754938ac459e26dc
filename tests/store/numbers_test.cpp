// The record of a network that predicts a number: all of it comes back, and what cannot be does not.

#include "run/record_json.h"
#include "store/example_run.h"
#include "store/run_list.h"
#include "store/run_reader.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace prunescope::store {
namespace {

run::RunHeader headerOfNumbers() {
    run::RunHeader header = test::exampleHeader();
    header.dataset.classNames.clear();
    header.dataset.target = run::TargetDescription{
        .name = "load", .unit = "kWh", .mean = 0.1 + 0.2, .standardDeviation = 7.0 / 3};
    header.dataset.groupNames = {"Bonn", "Ulm"};
    return header;
}

/// Among the predictions are numbers whose shortest decimal form is long, and what is no number.
run::ImageAnswers answersOfNumbers() {
    return {.step = StepIndex{3},
            .sparsity = 0.1 + 0.2,
            .groups = {1, 0, 1, 0},
            .wanted = {0.1F, -0.0F, 3.4028235e38F, 1.0F / 3},
            .predicted = {1e-45F, 16777216.0F, -std::numeric_limits<float>::infinity(),
                          std::numeric_limits<float>::quiet_NaN()}};
}

run::Evaluation evaluationOfNumbers(run::Split split) {
    return {.step = StepIndex{3},
            .epoch = 1.5,
            .split = split,
            .sparsity = 0.1 + 0.2,
            .loss = 0.7,
            .numbers = run::NumberErrors{4, 1.0 / 3, 1.0 / 7, 1.0 / 11, 1.0 / 13, 1.0 / 17}};
}

/// That counts the answers.
run::Evaluation testOfNumbers() {
    run::Evaluation e = evaluationOfNumbers(run::Split::test);
    e.numbers = run::numberErrorsOf(answersOfNumbers().wanted, answersOfNumbers().predicted);
    return e;
}

class RecordOfNumbers : public ::testing::Test {
protected:
    RecordOfNumbers() : folder_(createRunFolderAt(temporary_ / "run", headerOfNumbers().config)) {
        RunRecorder recorder(folder_);
        recorder.begin(headerOfNumbers());
        for (std::int64_t step = 1; step <= 3; ++step) {
            run::MetricSample sample = test::exampleSample(step);
            sample.rmse = 1.0 / static_cast<double>(step + 2);
            sample.accuracy = std::numeric_limits<double>::quiet_NaN();
            recorder.record(sample);
        }
        recorder.record(evaluationOfNumbers(run::Split::validation));
        recorder.record(testOfNumbers());
        recorder.record(answersOfNumbers());
        recorder.finish(test::exampleOutcome());
    }

    test::TemporaryFolder temporary_;
    RunFolder folder_;
};

TEST_F(RecordOfNumbers, ComesBackWhole) {
    const auto [record, problems] = readRun(folder_);
    EXPECT_TRUE(problems.empty()) << problems.front();
    EXPECT_EQ(record.header.dataset.task(), run::Task::regression);
    EXPECT_EQ(run::datasetToJson(record.header.dataset), run::datasetToJson(headerOfNumbers().dataset));
    ASSERT_EQ(record.samples.size(), 3U);
    EXPECT_EQ(record.samples[1].rmse, 0.25);
    EXPECT_TRUE(std::isnan(record.samples[1].accuracy));
    ASSERT_EQ(record.evaluations.size(), 2U);
    EXPECT_EQ(record.evaluations[0].numbers, evaluationOfNumbers(run::Split::validation).numbers);
    EXPECT_TRUE(std::isnan(record.evaluations[1].numbers.value().meanSquared)) << "of no number";
    EXPECT_EQ(record.evaluations[1].task(), run::Task::regression);
    EXPECT_TRUE(record.evaluations[1].confusion.empty());
    EXPECT_TRUE(std::isnan(record.evaluations[1].accuracy()));
}

TEST_F(RecordOfNumbers, KeepsEveryPredictionBitByBit) {
    const run::RunRecord record = readRun(folder_).record;
    ASSERT_EQ(record.imageAnswers.size(), 1U);
    const run::ImageAnswers& found = record.imageAnswers[0];
    const run::ImageAnswers expected = answersOfNumbers();
    EXPECT_EQ(found.task(), run::Task::regression);
    EXPECT_EQ(found.groups, expected.groups);
    ASSERT_EQ(found.wanted.size(), expected.wanted.size());
    ASSERT_EQ(found.predicted.size(), expected.predicted.size());
    for (std::size_t i = 0; i < found.wanted.size(); ++i) {
        EXPECT_EQ(std::bit_cast<std::uint32_t>(found.wanted[i]),
                  std::bit_cast<std::uint32_t>(expected.wanted[i]));
        if (std::isnan(expected.predicted[i])) {
            EXPECT_TRUE(std::isnan(found.predicted[i]));
        } else {
            EXPECT_EQ(found.predicted[i], expected.predicted[i]);
        }
    }
    EXPECT_EQ(run::answersOf(record.imageAnswers, record.evaluations[1]), &record.imageAnswers[0])
        << "though no error is known";
}

TEST_F(RecordOfNumbers, IsListedWithItsErrors) {
    const RunSummary listed = summarizeRun(folder_);
    ASSERT_TRUE(listed.testErrors);
    EXPECT_EQ(listed.testErrors->rows, 4);
    EXPECT_EQ(listed.testErrors->targetVariance, testOfNumbers().numbers.value().targetVariance);
    EXPECT_FALSE(listed.testAccuracy) << "a share of right answers is not known of numbers";
}

TEST_F(RecordOfNumbers, LeavesOutRowsThatCannotBe) {
    const std::string sound = test::readBytes(folder_.database());
    const std::vector<std::pair<std::string, std::string>> cases{
        {"UPDATE evaluations SET mean_squared_error = -1 WHERE id = 1",
         "mean_squared_error is not 0 or more"},
        {"UPDATE evaluations SET mean_absolute_error = -1e-300 WHERE id = 2", "mean_absolute_error"},
        {"UPDATE evaluations SET rows = -1 WHERE id = 1", "rows"},
        {"UPDATE evaluations SET rows = 9223372036854775807 WHERE id = 1", "rows"},
        {"UPDATE evaluations SET classes = 1, confusion = '[4]' WHERE id = 1", "both classes and numbers"},
        {"UPDATE evaluations SET rows = 0, classes = 1, confusion = '[4]' WHERE id = 1",
         "the data set has 0 classes"},
        {"UPDATE image_answers SET predicted = '[1,2]'", "answers holds 2 answers to 4"},
        {"UPDATE image_answers SET wanted = '[]', predicted = '[]'", "sample_groups holds 4 groups of 0"},
        {"UPDATE image_answers SET predicted = '[1,2,3,x]'", "predicted is not a list of numbers"},
        {"UPDATE image_answers SET predicted = '[1,2,3,1e999]'", "predicted is not a list of numbers"},
        {"UPDATE image_answers SET wanted = '[1,2,3,4'", "wanted is not a list of numbers"},
        {"UPDATE image_answers SET sample_groups = '[0,1,0]'", "sample_groups holds 3 groups of 4 samples"},
        {"UPDATE image_answers SET classes = 2, truth = '[0]', answers = '[1]', wanted = '[]', predicted = "
         "'[]', sample_groups = '[]'",
         "the data set has 0 classes"},
    };
    for (const auto& [sql, mentioned] : cases) {
        test::writeBytes(folder_.database(), sound);
        test::tamper(folder_.database(), sql);
        const auto read = readRun(folder_);
        ASSERT_EQ(read.problems.size(), 1U) << sql;
        EXPECT_NE(read.problems[0].english().find(mentioned), std::string::npos)
            << sql << ": " << read.problems[0];
        EXPECT_EQ(read.record.samples.size(), 3U);
        summarizeRun(folder_);
    }
}

}  // namespace
}  // namespace prunescope::store
