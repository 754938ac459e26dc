#include "store/run_recorder.h"

#include "base/error.h"
#include "run/config_io.h"
#include "run/record_json.h"
#include "store/example_run.h"
#include "store/run_reader.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <limits>
#include <thread>

namespace prunescope::store {
namespace {

using test::TemporaryFolder;

RunFolder emptyFolder(const TemporaryFolder& temporary) {
    return createRunFolderAt(temporary / "run", {});
}

void expectHeader(const run::RunHeader& found, const run::RunHeader& expected) {
    EXPECT_EQ(run::configToJson(found.config), run::configToJson(expected.config));
    EXPECT_EQ(run::provenanceToJson(found.provenance), run::provenanceToJson(expected.provenance));
    EXPECT_EQ(run::datasetToJson(found.dataset), run::datasetToJson(expected.dataset));
    EXPECT_EQ(run::networkToJson(found.network), run::networkToJson(expected.network));
    EXPECT_EQ(found.schedule, expected.schedule);
    EXPECT_EQ(found.totalSteps, expected.totalSteps);
}

TEST(RunRecorder, GivesBackEverythingItRecordedInItsOrder) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    test::recordExample(folder, 40);
    const auto [record, problems] = readRun(folder);
    EXPECT_TRUE(problems.empty()) << problems.front();
    expectHeader(record.header, test::exampleHeader());

    ASSERT_EQ(record.samples.size(), 40U);
    for (std::int64_t i = 0; i < 40; ++i) {
        EXPECT_EQ(test::bits(record.samples[static_cast<std::size_t>(i)]),
                  test::bits(test::exampleSample(i + 1)));
    }
    ASSERT_EQ(record.layerStatistics.size(), 4U);
    EXPECT_EQ(test::bits(record.layerStatistics[2]), test::bits(test::exampleStatistics(32)[0]));
    EXPECT_EQ(test::bits(record.layerStatistics[3]), test::bits(test::exampleStatistics(32)[1]));

    EXPECT_EQ(record.maskUpdates, (std::vector{test::exampleMaskUpdate(16), test::exampleMaskUpdate(32)}));

    ASSERT_EQ(record.evaluations.size(), 2U);
    const run::Evaluation expected = test::exampleEvaluation(40, run::Split::test);
    EXPECT_EQ(record.evaluations[0].split, run::Split::validation);
    EXPECT_EQ(record.evaluations[1].split, run::Split::test);
    EXPECT_EQ(record.evaluations[1].confusion, expected.confusion);
    EXPECT_EQ(record.evaluations[1].loss, expected.loss);
    EXPECT_EQ(record.evaluations[1].step, expected.step);
    EXPECT_EQ(record.evaluations[1].calibrationError, expected.calibrationError);
    EXPECT_EQ(record.evaluations[1].topFiveAccuracy, expected.topFiveAccuracy);

    ASSERT_EQ(record.imageAnswers.size(), 1U);
    const run::ImageAnswers answers = test::exampleImageAnswers(40);
    EXPECT_EQ(record.imageAnswers[0].truth, answers.truth);
    EXPECT_EQ(record.imageAnswers[0].answers, answers.answers);
    EXPECT_EQ(record.imageAnswers[0].groups, answers.groups);
    EXPECT_EQ(run::answersOf(record.imageAnswers, record.evaluations[1]), &record.imageAnswers[0]);
    EXPECT_EQ(run::answersOf(record.imageAnswers, record.evaluations[0]), nullptr);

    ASSERT_EQ(record.events.size(), 2U);
    const run::AuditEvent event = test::exampleEvent(2);
    EXPECT_EQ(record.events[1].sequence, 2);
    EXPECT_EQ(record.events[1].reason, event.reason);
    EXPECT_EQ(record.events[1].who, event.who);
    EXPECT_EQ(record.events[1].kind, event.kind);
    EXPECT_EQ(record.events[1].note, event.note);
    EXPECT_EQ(record.events[1].before, event.before);
    EXPECT_EQ(record.events[1].after, event.after);

    const run::RunOutcome outcome = test::exampleOutcome();
    EXPECT_EQ(record.outcome.state, outcome.state);
    EXPECT_EQ(record.outcome.message, outcome.message);
    EXPECT_EQ(record.outcome.step, outcome.step);
    EXPECT_EQ(record.outcome.epoch, outcome.epoch);
    EXPECT_EQ(record.outcome.wallMs, outcome.wallMs);
    EXPECT_EQ(record.outcome.processMs, outcome.processMs);
    EXPECT_EQ(record.outcome.trainedImages, outcome.trainedImages);
}

TEST(RunRecorder, KeepsDoublesBitByBit) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    using Limits = std::numeric_limits<double>;
    const std::vector<double> values{1.0 / 3,
                                     5.0,
                                     1e300,
                                     Limits::denorm_min(),
                                     Limits::max(),
                                     Limits::lowest(),
                                     Limits::infinity(),
                                     -Limits::infinity(),
                                     0x1.fffffffffffffp+52,
                                     -9007199254740993.0};
    {
        RunRecorder recorder(folder);
        for (const double x : values) recorder.record(run::MetricSample{.step = {}, .loss = x});
        recorder.record(run::MetricSample{.step = {}, .loss = Limits::quiet_NaN()});
        recorder.record(run::MetricSample{.step = {}, .loss = -0.0});
        recorder.finish({});
    }
    const auto samples = readRun(folder).record.samples;
    ASSERT_EQ(samples.size(), values.size() + 2);
    for (std::size_t i = 0; i < values.size(); ++i)
        EXPECT_EQ(test::bitsOf(samples[i].loss), test::bitsOf(values[i]));
    EXPECT_TRUE(std::isnan(samples[values.size()].loss));
    EXPECT_EQ(samples[values.size() + 1].loss, 0);
}

TEST(RunRecorder, RecordsAHundredThousandSamplesInSeconds) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    constexpr std::int64_t steps = 100'000;
    const auto start = std::chrono::steady_clock::now();
    test::recordExample(folder, steps);
    const auto record = readRun(folder).record;
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    EXPECT_LT(elapsed.count(), 60) << "usually below one second; far more under a sanitizer";
    ASSERT_EQ(record.samples.size(), static_cast<std::size_t>(steps));
    EXPECT_EQ(record.samples.back().step.value, steps);
}

TEST(RunRecorder, WaitsForTheDiskRatherThanFillTheMemory) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    RunRecorder recorder(folder, {.commitInterval = std::chrono::hours(1), .mostWaiting = 10});
    for (std::int64_t step = 1; step <= 1000; ++step) recorder.record(test::exampleSample(step));
    EXPECT_GE(readRun(folder).record.samples.size(), 980U)
        << "only a batch in flight and a full queue may be missing";
}

TEST(RunRecorder, CommitsByItselfAfterTheInterval) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    RunRecorder recorder(folder, {.commitInterval = std::chrono::milliseconds(5)});
    recorder.record(test::exampleSample(1));
    std::size_t seen = 0;
    for (int attempt = 0; attempt < 2000 && seen == 0; ++attempt) {
        seen = readRun(folder).record.samples.size();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_EQ(seen, 1U);
}

TEST(RunRecorder, IsReadWhileItRecords) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    RunRecorder recorder(folder, {.commitInterval = std::chrono::milliseconds(1)});
    recorder.begin(test::exampleHeader());
    std::atomic<bool> done = false;
    std::size_t reads = 0;
    std::vector<std::string> troubles;
    std::jthread reader([&] {
        while (!done || reads == 0) {
            const auto [record, problems] = readRun(folder);
            for (const Text& problem : problems) troubles.push_back(problem.english());
            for (std::size_t i = 0; i < record.samples.size(); ++i) {
                if (record.samples[i].step.index() != i + 1) troubles.push_back("a sample is missing");
            }
            ++reads;
        }
    });
    for (std::int64_t step = 1; step <= 3000; ++step) {
        recorder.record(test::exampleSample(step));
        if (step % 100 == 0) recorder.flush();
    }
    recorder.finish(test::exampleOutcome());
    done = true;
    reader.join();
    EXPECT_TRUE(troubles.empty()) << troubles.front();
    EXPECT_EQ(readRun(folder).record.samples.size(), 3000U);
}

TEST(RunRecorder, TakesRecordsFromThreadsOneAfterAnother) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    RunRecorder recorder(folder, {.commitInterval = std::chrono::milliseconds(1), .mostWaiting = 50});
    {
        std::vector<std::jthread> threads;
        for (std::int64_t t = 0; t < 4; ++t) {
            threads.emplace_back([&recorder, t] {
                for (std::int64_t i = 0; i < 500; ++i) {
                    recorder.record(test::exampleSample(1 + t * 500 + i));
                    if (i % 50 == 0) recorder.flush();
                }
            });
        }
    }
    recorder.finish(test::exampleOutcome());
    EXPECT_EQ(readRun(folder).record.samples.size(), 2000U);
}

TEST(RunRecorder, LeavesADatabaseThatIsCompleteWithoutItsLog) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    RunRecorder recorder(folder);
    recorder.begin(test::exampleHeader());
    recorder.record(test::exampleSample(1));
    EXPECT_TRUE(std::filesystem::exists(folder.databaseLog()));
    recorder.finish(test::exampleOutcome());
    EXPECT_FALSE(std::filesystem::exists(folder.databaseLog()));
    std::filesystem::create_directory(temporary / "copy");
    std::filesystem::copy(folder.database(), temporary / "copy/run.db");
    EXPECT_EQ(readRun(RunFolder(temporary / "copy")).record.samples.size(), 1U);
}

TEST(RunRecorder, FinishesWhileAnotherProgramReads) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    {
        RunRecorder recorder(folder);
        recorder.begin(test::exampleHeader());
        Database reader(folder.database(), OpenMode::modify);
        Statement statement(reader, "SELECT id FROM run_header");
        EXPECT_TRUE(statement.step());
        recorder.record(test::exampleSample(1));
        recorder.finish(test::exampleOutcome());
    }
    EXPECT_EQ(readRun(folder).record.outcome.state, run::RunState::stopped);
    EXPECT_FALSE(std::filesystem::exists(folder.databaseLog()));
}

TEST(RunRecorder, CommitsWhatWaitsWhenItIsDestroyed) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    {
        RunRecorder recorder(folder, {.commitInterval = std::chrono::hours(1)});
        recorder.begin(test::exampleHeader());
        recorder.record(test::exampleSample(1));
    }
    const auto [record, problems] = readRun(folder);
    EXPECT_EQ(record.samples.size(), 1U);
    EXPECT_EQ(record.outcome.state, run::RunState::running) << "it never finished";
    EXPECT_FALSE(std::filesystem::exists(folder.databaseLog()));
}

TEST(RunRecorder, RefusesAFolderThatAnotherOneRecordsInto) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    const RunRecorder recorder(folder);
    try {
        const RunRecorder second(folder);
        ADD_FAILURE() << "two recorders share a folder";
    } catch (const Error& error) {
        EXPECT_NE(error.problem().english().find("another program is recording"), std::string::npos)
            << error.what();
    }
}

TEST(RunRecorder, RefusesAFolderThatHoldsARun) {
    const TemporaryFolder temporary;
    const RunFolder folder = emptyFolder(temporary);
    test::recordExample(folder, 3);
    EXPECT_THROW(RunRecorder{folder}, Error);
    EXPECT_EQ(readRun(folder).record.samples.size(), 3U);
}

TEST(RunRecorder, RefusesAFolderThatIsNotThere) {
    const TemporaryFolder temporary;
    EXPECT_THROW(RunRecorder{RunFolder(temporary / "none")}, Error);
    test::writeBytes(temporary / "file", "");
    EXPECT_THROW(RunRecorder{RunFolder(temporary / "file/below")}, Error);
    EXPECT_THROW(RunRecorder{RunFolder(temporary / "file")}, Error);
}

}  // namespace
}  // namespace prunescope::store
