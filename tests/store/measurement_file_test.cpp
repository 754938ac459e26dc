// measurement.json: what was measured of a run's speed comes back as it was, and a file that is no list of
// measurements is refused with what is wrong, where, and how to mend it.

#include "store/measurement_file.h"

#include "base/error.h"
#include "run/measurement_json.h"
#include "support/example_measurement.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;
using test::exampleMeasurement;
using test::TemporaryFolder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Made on a machine with so many cores.
run::Measurement measuredOn(std::int64_t cores, std::int64_t wallMs = 1) {
    run::Measurement m = exampleMeasurement();
    m.cores = cores;
    m.wallMs = wallMs;
    return m;
}

std::vector<std::int64_t> coresOf(const std::vector<run::Measurement>& measurements) {
    std::vector<std::int64_t> cores;
    for (const run::Measurement& m : measurements) cores.push_back(m.cores);
    return cores;
}

class MeasurementFile : public testing::Test {
protected:
    void write(std::string_view text) const { test::writeBytes(run.measurements(), text); }
    /// What the reader says of a file with these bytes; the file that a run is listed from is then none.
    std::string refusal(std::string_view text) const {
        write(text);
        EXPECT_FALSE(newestMeasurement(run));
        try {
            readMeasurements(run);
        } catch (const Error& error) {
            EXPECT_EQ(error.where(), Text(run.measurements().string()));
            EXPECT_FALSE(error.mend().empty());
            return error.problem().english();
        }
        return "";
    }
    /// The same of a sound file in which the value at a place is another.
    std::string refusalOf(const char* place, const nlohmann::json& value) const {
        nlohmann::json json = nlohmann::json::parse(measurementsText({exampleMeasurement()}));
        json[nlohmann::json::json_pointer(std::string("/measurements/0/") + place)] = value;
        return refusal(json.dump());
    }
    std::string refusalWithout(const char* key) const {
        nlohmann::json json = nlohmann::json::parse(measurementsText({exampleMeasurement()}));
        EXPECT_EQ(json["measurements"][0].erase(key), 1U) << key;
        return refusal(json.dump());
    }

    TemporaryFolder folder;
    RunFolder run{folder.path()};
};

TEST_F(MeasurementFile, OfARunThatWasNeverMeasuredHasNone) {
    EXPECT_THAT(readMeasurements(run), IsEmpty());
    EXPECT_FALSE(newestMeasurement(run));
}

TEST_F(MeasurementFile, ReadsBackWhatWasStored) {
    const run::Measurement stored = exampleMeasurement();
    storeMeasurement(run, stored);
    const auto measurements = readMeasurements(run);
    ASSERT_EQ(measurements.size(), 1U);
    const run::Measurement& m = measurements.front();
    EXPECT_EQ(run::measurementToJson(m), run::measurementToJson(stored));
    EXPECT_EQ(m.wallMs, 1'764'475'200'000);
    EXPECT_EQ(m.processor, "Made Up 7");
    EXPECT_EQ(m.instructionSet, "x86-64-v3");
    EXPECT_EQ(m.cores, 4);
    EXPECT_EQ(m.threads, 2);
    EXPECT_EQ(m.batch, 100);
    EXPECT_DOUBLE_EQ(m.sparsity, 0.95);
    EXPECT_DOUBLE_EQ(m.oneImage.prunedMs.lower, 0.0377);
    EXPECT_DOUBLE_EQ(m.inference.speedup.median, 4);
    EXPECT_EQ(m.exploration.speedup.rounds, 12U);
    EXPECT_DOUBLE_EQ(m.exploitation.denseMs.upper, 8.1);
    ASSERT_TRUE(m.inference.breakEven);
    EXPECT_TRUE(m.inference.breakEven->orBelow);
    EXPECT_FALSE(m.exploration.breakEven);
    EXPECT_EQ(m.doubt, run::Doubt::none);
    EXPECT_EQ(m.otherLoad, 0.03);
    ASSERT_TRUE(newestMeasurement(run));
    EXPECT_EQ(newestMeasurement(run)->batch, 100);
}

TEST_F(MeasurementFile, KeepsWhatCallersWaitAndReadsFilesWithoutThat) {
    run::Measurement measured = test::exampleMeasurement();
    const run::CallerWaits waits{
        .medianUs = 40, .p95Us = 45, .p99Us = 50, .imagesPerSecond = 50'000, .images = 9000};
    measured.callers = {{.callers = 1, .dense = waits, .pruned = waits},
                        {.callers = 4, .dense = waits, .pruned = waits}};
    const std::string text = measurementsText({measured});
    const auto read = measurementsFromText(text, "m");
    ASSERT_EQ(read.front().callers.size(), 2U);
    EXPECT_EQ(read.front().callers[1].callers, 4);
    EXPECT_EQ(read.front().callers[1].pruned.p95Us, 45);
    EXPECT_EQ(read.front().callers[1].pruned.images, 9000);
    EXPECT_EQ(measurementsText({test::exampleMeasurement()}).find("callers"), std::string::npos);
    for (const auto& [from, to] :
         std::vector<std::pair<std::string, std::string>>{{"\"callers\": 4", "\"callers\": 1"},
                                                          {"\"callers\": 4", "\"callers\": 257"},
                                                          {"\"p95_us\": 45.0", "\"p95_us\": 60.0"},
                                                          {"\"images\": 9000", "\"images\": 0"},
                                                          {"\"median_us\": 40.0", "\"median_us\": -1"}}) {
        std::string wrong = text;
        wrong.replace(wrong.rfind(from), from.size(), to);
        EXPECT_THROW(measurementsFromText(wrong, "m"), Error) << to;
    }
}

TEST_F(MeasurementFile, KeepsEveryReasonForDoubt) {
    for (const run::Doubt doubt : {run::Doubt::none, run::Doubt::fewRounds, run::Doubt::runBeside,
                                   run::Doubt::busy, run::Doubt::unsteady, run::Doubt::aboveRoof}) {
        run::Measurement m = exampleMeasurement();
        m.doubt = doubt;
        m.otherLoad.reset();
        storeMeasurement(run, m);
        EXPECT_EQ(newestMeasurement(run)->doubt, doubt) << run::doubtName(doubt);
        EXPECT_FALSE(newestMeasurement(run)->otherLoad);
    }
}

TEST_F(MeasurementFile, HasTheNewestFirstAndTouchesNothingElse) {
    test::writeBytes(folder / "final.weights", "weights");
    for (std::int64_t cores = 1; cores <= 3; ++cores) storeMeasurement(run, measuredOn(cores));
    EXPECT_THAT(coresOf(readMeasurements(run)), ElementsAre(3, 2, 1));
    EXPECT_EQ(newestMeasurement(run)->cores, 3);
    EXPECT_EQ(test::readBytes(folder / "final.weights"), "weights");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 2);
}

TEST_F(MeasurementFile, KeepsTwentyAndTheOneOfAnotherMachineAmongThem) {
    storeMeasurement(run, measuredOn(64));
    for (std::int64_t k = 1; k <= 30; ++k) storeMeasurement(run, measuredOn(2, k));
    const auto measurements = readMeasurements(run);
    ASSERT_EQ(measurements.size(), mostMeasurements);
    EXPECT_EQ(measurements.back().cores, 64);
    EXPECT_EQ(measurements.front().wallMs, 30);
    EXPECT_EQ(measurements[18].wallMs, 12) << "the oldest of this machine have gone";
}

TEST_F(MeasurementFile, OfTooManyMachinesLosesTheOldest) {
    for (std::int64_t cores = 1; cores <= 21; ++cores) storeMeasurement(run, measuredOn(cores));
    const auto cores = coresOf(readMeasurements(run));
    ASSERT_EQ(cores.size(), mostMeasurements);
    EXPECT_EQ(cores.front(), 21);
    EXPECT_EQ(cores.back(), 2);
}

TEST_F(MeasurementFile, ThatIsDamagedIsNotOverwritten) {
    write("no list");
    EXPECT_THROW(storeMeasurement(run, exampleMeasurement()), Error);
    EXPECT_EQ(test::readBytes(run.measurements()), "no list");
}

TEST_F(MeasurementFile, ThatIsALinkIsNotRead) {
    test::writeBytes(folder / "elsewhere", measurementsText({exampleMeasurement()}));
    fs::create_symlink(folder / "elsewhere", run.measurements());
    EXPECT_THROW(readMeasurements(run), Error);
    EXPECT_FALSE(newestMeasurement(run));
}

TEST_F(MeasurementFile, IsRefusedWhenItIsCutShort) {
    const std::string whole = measurementsText({exampleMeasurement(), exampleMeasurement()});
    for (std::size_t length = 0; length + 2 < whole.size(); length += 7)
        EXPECT_THAT(refusal(whole.substr(0, length)), testing::Not(IsEmpty())) << length;
}

TEST_F(MeasurementFile, IsRefusedWhenItIsNoTextOrTooLong) {
    std::string bytes = measurementsText({exampleMeasurement()});
    bytes[bytes.find("Made") + 1] = '\xff';
    EXPECT_THAT(refusal(bytes), HasSubstr("is not valid JSON"));
    EXPECT_THAT(refusal(std::string(300'000, ' ')), HasSubstr("262144"));
    EXPECT_THAT(refusal("[1]"), HasSubstr("not an object"));
}

TEST_F(MeasurementFile, OfALaterVersionIsRefused) {
    EXPECT_THAT(refusal(R"({"schema": 2, "measurements": []})"),
                HasSubstr("has version 2 of the measurements; this program knows version 1"));
    EXPECT_THAT(refusal(R"({"measurements": []})"), HasSubstr("has version 0"));
}

TEST_F(MeasurementFile, WithoutAListIsRefused) {
    EXPECT_THAT(refusal(R"({"schema": 1})"), HasSubstr("measurements is not a list of at most 20"));
    EXPECT_THAT(refusal(R"({"schema": 1, "measurements": {}})"), HasSubstr("a list of at most 20"));
    const std::string many =
        measurementsText(std::vector<run::Measurement>(mostMeasurements + 1, exampleMeasurement()));
    EXPECT_THAT(refusal(many), HasSubstr("a list of at most 20"));
}

TEST_F(MeasurementFile, SaysWhichFigureNoMeasurementCanHave) {
    EXPECT_THAT(refusalOf("one_image/dense_ms/median", -1),
                HasSubstr("measurements[0].one_image.dense_ms.median is not a number from"));
    EXPECT_THAT(refusalOf("inference/speedup/upper", "4"), HasSubstr("inference.speedup.upper"));
    EXPECT_THAT(refusalOf("inference/speedup/upper", nullptr), HasSubstr("found null"));
    EXPECT_THAT(refusalOf("inference/pruned_ms/lower", 1e300), HasSubstr("found 1e+300"));
    EXPECT_THAT(refusalOf("inference/pruned_ms/lower", 1e-300), HasSubstr("found 1e-300"));
    const std::string sound = measurementsText({exampleMeasurement()});
    for (const char* number : {"NaN", "Infinity", "-Infinity", "1e999"}) {
        std::string text = sound;
        text.replace(text.find("0.95"), 4, number);
        EXPECT_THAT(refusal(text), HasSubstr("is not valid JSON")) << number;
    }
    EXPECT_THAT(refusalOf("exploitation_step/dense_ms/lower", 9), HasSubstr("with its quartiles in order"));
    EXPECT_THAT(refusalOf("exploration_step/speedup/rounds", 0),
                HasSubstr("exploration_step.speedup.rounds is not a whole number from 1"));
    EXPECT_THAT(refusalOf("wall_ms", -5), HasSubstr("measurements[0].wall_ms"));
    EXPECT_THAT(refusalOf("threads", 2.5), HasSubstr("measurements[0].threads"));
    EXPECT_THAT(refusalOf("batch", 2'000'000), HasSubstr("measurements[0].batch"));
    EXPECT_THAT(refusalOf("sparsity_prunable", 1), HasSubstr("measurements[0].sparsity_prunable"));
    EXPECT_THAT(refusalOf("processor", 7), HasSubstr("processor is not a text"));
    EXPECT_THAT(refusalOf("processor", std::string(1000, 'x')), HasSubstr("a text of at most 256 bytes"));
    EXPECT_THAT(refusalOf("doubt", "maybe"), HasSubstr("measurements[0].doubt"));
    EXPECT_THAT(refusalOf("other_load", 1.5), HasSubstr("measurements[0].other_load"));
    EXPECT_THAT(refusalOf("one_image/break_even", 0.5), HasSubstr("break_even is not an object"));
    EXPECT_THAT(refusalOf("one_image/break_even/or_below", 1), HasSubstr("either true or false"));
    EXPECT_THAT(refusalOf("one_image/break_even/sparsity", 2), HasSubstr("break_even.sparsity"));
}

TEST_F(MeasurementFile, MustHaveAllOfAMeasurement) {
    for (const char* key : {"wall_ms", "cores", "threads", "batch", "sparsity_prunable", "one_image",
                            "inference", "exploration_step", "exploitation_step", "doubt"}) {
        EXPECT_THAT(refusalWithout(key), AllOf(HasSubstr(key), HasSubstr("found null")));
    }
    EXPECT_THAT(refusal(R"({"schema": 1, "measurements": [{}]})"), HasSubstr("measurements[0].wall_ms"));
    EXPECT_THAT(refusal(R"({"schema": 1, "measurements": [7]})"),
                HasSubstr("measurements[0] is not an object"));
}

TEST_F(MeasurementFile, WithAMemberThatThisVersionDoesNotKnowIsRead) {
    nlohmann::json json = nlohmann::json::parse(measurementsText({exampleMeasurement()}));
    json["measurements"][0]["colour"] = "blue";
    write(json.dump());
    EXPECT_EQ(readMeasurements(run).size(), 1U);
}

TEST_F(MeasurementFile, BelongsToTheRunOfItsWeights) {
    test::writeBytes(run.weights(), "weights");
    EXPECT_FALSE(runOfWeights(run.weights())) << "weights alone are no run";
    test::writeBytes(run.config(), "{}");
    ASSERT_TRUE(runOfWeights(run.weights()));
    EXPECT_EQ(runOfWeights(run.weights())->measurements(), run.measurements());
    EXPECT_FALSE(runOfWeights(folder / "other.weights"));
    EXPECT_FALSE(runOfWeights(""));
}

}  // namespace
}  // namespace prunescope::store
