#include "base/error.h"
#include "run/config_io.h"
#include "run/records.h"

#include <gmock/gmock.h>

namespace prunescope::run {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string messageOf(const auto& action) {
    try {
        action();
    } catch (const UsageError& e) {
        return e.what();
    }
    return "accepted";
}

std::string refusalOf(const std::string& text) {
    return messageOf([&] { configFromText(text, "config.json"); });
}

TEST(Config, ComesBackFromItsOwnJson) {
    RunConfig config;
    config.schedule.shape = "drawn";
    config.schedule.knots = {{0, 0}, {0.3, 0.6}, {1, 0.95}};
    config.learningRate.milestones = {0.25, 0.5};
    config.method = "map";
    config.methodOptions = {{"z", 2.0}};
    config.seed = 9'000'000'000'000'000;
    const std::string text = configToJson(config).dump();
    EXPECT_EQ(configToJson(configFromText(text, "config.json")).dump(), text);
}

TEST(Config, KeepsDefaultsForWhatIsAbsent) {
    const RunConfig config = configFromText(R"({"schedule": {"target": 0.5}})", "config.json");
    EXPECT_EQ(config.schedule.target, 0.5);
    EXPECT_EQ(config.model, RunConfig{}.model);
}

TEST(Config, RefusesWhatItDoesNotUnderstandWithFileKeyAndRemedy) {
    EXPECT_THAT(refusalOf("{"), AllOf(HasSubstr("config.json"), HasSubstr("not valid JSON")));
    EXPECT_THAT(refusalOf("[]"), HasSubstr("not a JSON object"));
    EXPECT_THAT(refusalOf(R"({"epoch": 3})"),
                AllOf(HasSubstr("config.json"), HasSubstr("Did you mean 'epochs'?")));
    EXPECT_THAT(refusalOf(R"({"epochs": "three"})"),
                AllOf(HasSubstr("epochs"), HasSubstr("a whole number from 1")));
    EXPECT_THAT(refusalOf(R"({"epochs": 0})"), HasSubstr("epochs"));
    EXPECT_THAT(refusalOf(R"({"schedule": {"target": 1}})"), HasSubstr("below 1"));
    EXPECT_THAT(refusalOf(R"({"schedule": {"target": null}})"), HasSubstr("schedule.target"));
    EXPECT_THAT(refusalOf(R"({"schedule": {"shape": "cubik"}})"), HasSubstr("Did you mean 'cubic'?"));
    EXPECT_THAT(refusalOf(R"({"schedule": {"freeze": 0.2}})"), HasSubstr("before the ramp ends"));
    EXPECT_THAT(refusalOf(R"({"schedule": {"knots": 3}})"), HasSubstr("schedule.knots"));
    EXPECT_THAT(refusalOf(R"({"learning_rate": {"milestones": [0.7, 0.3]}})"), HasSubstr("rising"));
    EXPECT_THAT(refusalOf(R"({"method_options": {"z": [1]}})"), HasSubstr("method_options"));
}

TEST(Config, StandsHostileFiles) {
    EXPECT_THAT(refusalOf(std::string(100'000, '[')), AllOf(HasSubstr("config.json"), HasSubstr("deeper")));
    EXPECT_THAT(refusalOf("{\"epochs\": 1e999}"), HasSubstr("config.json"));
    EXPECT_THAT(refusalOf("{\"model\": \"\xff\xfe\"}"), HasSubstr("config.json"));
    EXPECT_THAT(refusalOf("{\"" + std::string(50'000, 'x') + "\": 1}"), HasSubstr("unknown option"));
}

TEST(SetOption, ReadsEveryKindOfValue) {
    RunConfig config;
    const std::vector<OptionDescription> options{
        {.key = "z", .title = "z", .help = "", .kind = OptionKind::real, .defaultValue = 1.0}};
    setOption(config, "epochs", "7", options);
    setOption(config, "optimizer.nesterov", "on", options);
    setOption(config, "schedule.target", "0.875", options);
    setOption(config, "schedule.shape", "linear", options);
    setOption(config, "method.z", "2.5", options);
    EXPECT_EQ(config.epochs, 7);
    EXPECT_TRUE(config.optimizer.nesterov);
    EXPECT_EQ(config.schedule.target, 0.875);
    EXPECT_EQ(config.schedule.shape, "linear");
    EXPECT_EQ(config.methodOptions["z"], 2.5);
    for (const auto& [key, value] :
         std::vector<std::pair<std::string, std::string>>{{"epochs", "7x"},
                                                          {"epochs", "7.5"},
                                                          {"epochs", ""},
                                                          {"schedule.target", "nan"},
                                                          {"schedule.target", "inf"},
                                                          {"optimizer.nesterov", "maybe"},
                                                          {"method.y", "1"},
                                                          {"", "1"}}) {
        EXPECT_NE(messageOf([&, k = key, v = value] { setOption(config, k, v, options); }), "accepted")
            << key << "=" << value;
    }
}

TEST(ResolvedSchedule, TurnsSharesOfTheRunIntoSteps) {
    ScheduleConfig config{.start = 0.1, .end = 0.5, .freeze = 0.8};
    const SparsitySchedule schedule = resolvedSchedule(config, 1000);
    EXPECT_EQ(schedule.start, StepIndex{100});
    EXPECT_EQ(schedule.end, StepIndex{500});
    EXPECT_EQ(schedule.freeze, StepIndex{800});
}

TEST(Evaluation, ComputesAccuracyRecallAndMacroF1ByHand) {
    // Rows are the truth: 8 of 10 of class 0 are right, 1 of 5 of class 1; nobody is of class 2 or called so.
    const Evaluation e{.step = {}, .classes = 3, .confusion = {8, 2, 0, 4, 1, 0, 0, 0, 0}};
    EXPECT_EQ(e.images(), 15);
    EXPECT_DOUBLE_EQ(e.accuracy(), 9.0 / 15);
    EXPECT_DOUBLE_EQ(e.recall(0), 0.8);
    EXPECT_DOUBLE_EQ(e.recall(2), 0);
    EXPECT_DOUBLE_EQ(e.macroF1(), (16.0 / 22 + 2.0 / 8 + 0) / 3);
}

}  // namespace
}  // namespace prunescope::run
