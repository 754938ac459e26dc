#include "base/error.h"
#include "base/file.h"
#include "run/config_io.h"
#include "run/records.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

#include <map>
#include <string>

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
    config.learningRate.options = {{"milestones", {0.25, 0.5}}};
    config.optimizer.options = {{"momentum", 0.8}, {"beta1", 0.95}};
    config.dataOptions = {{"target", "species"}};
    config.method = "map";
    config.methodOptions = {{"z", 2.0}};
    config.seed = 9'000'000'000'000'000;
    const std::string text = configToJson(config).dump();
    EXPECT_EQ(configToJson(configFromText(text, "config.json")).dump(), text);
}

TEST(Config, ReadsTheOptionsOfDataAndLossAndKeepsOldOnesAsTheyWere) {
    const RunConfig old = configFromText(
        R"({"augment": {"flip": "auto", "shift": -1}, "label_smoothing": 0.1})", "config.json");
    EXPECT_EQ(old.dataShare, 1);
    EXPECT_EQ(old.classWeights, "none");
    EXPECT_EQ(old.augment.rotation, 0);
    EXPECT_EQ(old.augment.cutout, 0);
    RunConfig config;
    setOption(config, "data.share", "10 %", {});
    setOption(config, "class_weights", "1,2.5", {});
    setOption(config, "augment.rotation", "15", {});
    setOption(config, "augment.brightness", "0.2", {});
    setOption(config, "augment.contrast", "0.3", {});
    setOption(config, "augment.cutout", "8", {});
    const RunConfig read = configFromText(configToJson(config).dump(), "config.json");
    EXPECT_EQ(read.dataShare, 0.1);
    EXPECT_EQ(read.classWeights, "1,2.5");
    EXPECT_EQ(read.augment.rotation, 15);
    EXPECT_EQ(read.augment.brightness, 0.2);
    EXPECT_EQ(read.augment.contrast, 0.3);
    EXPECT_EQ(read.augment.cutout, 8);
    EXPECT_THAT(refusalOf(R"({"data": {"share": 0}})"), HasSubstr("data.share: 0 is not allowed"));
    EXPECT_THAT(refusalOf(R"({"augment": {"brightness": 1}})"), HasSubstr("augment.brightness"));
}

TEST(LayerBudgets, ComeBackFromTheirOwnJson) {
    RunConfig config;
    config.pruning.layers = {{"conv1", 0}, {"fc1", 0.9}, {"stage1.block1.conv1", 1}};
    const std::string text = configToJson(config).dump();
    const RunConfig read = configFromText(text, "config.json");
    EXPECT_EQ(read.pruning.layers, config.pruning.layers);
    EXPECT_EQ(configToJson(read).dump(), text);
    EXPECT_EQ(read.pruning.budgetOf("fc1"), 0.9);
    EXPECT_EQ(read.pruning.budgetOf("fc2"), std::nullopt);
}

TEST(LayerBudgets, LeaveAConfigurationWithoutThemAsItWasWrittenBefore) {
    EXPECT_FALSE(configToJson({})["pruning"].contains("layers"));
    EXPECT_TRUE(configFromText("{}", "config.json").pruning.layers.empty());
    EXPECT_TRUE(configFromText(R"({"pruning": {"layers": {}}})", "config.json").pruning.layers.empty());
}

TEST(LayerBudgets, AreReadInsideTheirGroupAndByTheirKey) {
    for (const char* text : {R"({"pruning": {"layers": {"conv1": 0, "fc1": 0.9}}})",
                             R"({"pruning.layers": {"conv1": 0, "fc1": 0.9}})"}) {
        const RunConfig config = configFromText(text, "config.json");
        EXPECT_EQ(config.pruning.layers, (std::map<std::string, double>{{"conv1", 0}, {"fc1", 0.9}})) << text;
    }
}

TEST(LayerBudgets, InADamagedFileAreRefusedWithTheirKey) {
    std::string many = R"({"pruning": {"layers": {)";
    for (int i = 0; i <= 1000; ++i) many += (i == 0 ? "\"l" : ",\"l") + std::to_string(i) + "\": 0";
    many += "}}}";
    for (const std::string& text :
         {std::string(R"({"pruning": {"layers": 0.5}})"), std::string(R"({"pruning": {"layers": null}})"),
          std::string(R"({"pruning": {"layers": "conv1=0"}})"),
          std::string(R"({"pruning": {"layers": ["conv1", 0]}})"),
          std::string(R"({"pruning": {"layers": {"conv1": "0"}}})"),
          std::string(R"({"pruning": {"layers": {"conv1": null}}})"),
          std::string(R"({"pruning": {"layers": {"conv1": true}}})"),
          std::string(R"({"pruning": {"layers": {"conv1": {"most": 0}}}})"),
          std::string(R"({"pruning": {"layers": {"conv1": 1.5}}})"),
          std::string(R"({"pruning": {"layers": {"conv1": -0.1}}})"),
          std::string(R"({"pruning": {"layers": {"conv1": 18446744073709551615}}})"),
          std::string(R"({"pruning": {"layers": {"conv1": -9223372036854775808}}})"), many}) {
        EXPECT_THAT(refusalOf(text),
                    AllOf(HasSubstr("config.json: pruning.layers: "), HasSubstr("is not allowed"),
                          HasSubstr("a share is a number from 0 up to 1")))
            << text.substr(0, 80);
    }
    EXPECT_THAT(refusalOf(R"({"pruning": {"layers": {"conv1": 1e999}}})"), HasSubstr("config.json"));
    EXPECT_THAT(refusalOf(R"({"pruning": {"layers": {"conv1": NaN}}})"), HasSubstr("config.json"));
    EXPECT_THAT(refusalOf(R"({"pruning": {"layers": {"conv1": 0, "conv1": 1}}})"),
                HasSubstr("'conv1' twice"));
    EXPECT_THAT(refusalOf("{\"pruning\": {\"layers\": {\"\xff\": 0}}}"), HasSubstr("config.json"));
    EXPECT_THAT(refusalOf(R"({"pruning": {"layer": {"conv1": 0}}})"), HasSubstr("'pruning.layers'"));
    EXPECT_THAT(refusalOf(R"({"pruning": {"layers": {"c": 0}}, "pruning.layers": {"c": 1}})"),
                HasSubstr("pruning.layers: is set twice"));
}

TEST(LayerBudgets, AreTypedAsLayersWithTheirShares) {
    const auto typed = [](const std::string& text) {
        RunConfig config;
        config.pruning.layers = {{"before", 0.5}};
        setOption(config, "pruning.layers", text, {});
        return config.pruning.layers;
    };
    using Budgets = std::map<std::string, double>;
    EXPECT_EQ(typed("conv1=0,fc1=90%"), (Budgets{{"conv1", 0}, {"fc1", 0.9}}));
    EXPECT_EQ(typed(" fc1 = 99.9 % , conv1=1 "), (Budgets{{"conv1", 1}, {"fc1", 0.999}}));
    EXPECT_EQ(typed("{stage1.block1.conv1=0.25}"), (Budgets{{"stage1.block1.conv1", 0.25}}));
    EXPECT_EQ(typed(""), Budgets{}) << "every layer is automatic again";
    EXPECT_EQ(typed("{}"), Budgets{});
}

TEST(LayerBudgets, ThatAreTypedWrongAreRefusedWithTheirKey) {
    RunConfig config;
    for (const char* text :
         {"conv1", "conv1=", "=0.5", "conv1=half", "conv1=0.5,", ",conv1=0.5", "conv1=0.5,,fc1=0",
          "conv1=0,5", "conv1=1.5", "conv1=-0.1", "conv1=98", "conv1=nan", "conv1=inf", "conv1=1e999",
          "conv1=0.5=1", "conv1=101 %", "{\"conv1\": 0}"}) {
        EXPECT_THAT(messageOf([&] { setOption(config, "pruning.layers", text, {}); }),
                    AllOf(HasSubstr("pruning.layers: "), HasSubstr("is not allowed")))
            << text;
    }
    EXPECT_THAT(
        messageOf([&] { setOption(config, "pruning.layers", "fc1=0.5, fc1=0.6", {}); }),
        AllOf(HasSubstr("pruning.layers: layer 'fc1' is given twice"), HasSubstr("Give each layer once.")));
    EXPECT_THAT(messageOf([&] { setOption(config, "pruning.layers.conv1", "0", {}); }),
                HasSubstr("Did you mean 'pruning.layers'?"));
    EXPECT_TRUE(config.pruning.layers.empty()) << "a refusal changes nothing";
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
    EXPECT_THAT(refusalOf(R"({"learning_rate": {"milestones": [0.7, "x"]}})"),
                HasSubstr("learning_rate.milestones: is not a plain value"));
    EXPECT_THAT(refusalOf(R"({"method_options": {"z": ["x"]}})"), HasSubstr("method_options"));
    EXPECT_THAT(refusalOf(R"({"data_options": [1]})"), HasSubstr("data_options"));
}

TEST(Config, NamesTheOptionToChange) {
    EXPECT_THAT(
        refusalOf(R"({"schedule": {"start": 0.9, "end": 0.1}})"),
        AllOf(HasSubstr("schedule.end"), HasSubstr("ends at 0.1 of the run, before it starts at 0.9")));
    EXPECT_THAT(refusalOf(R"({"schedule": {"initial": 0.9, "target": 0.5}})"),
                AllOf(HasSubstr("schedule.target"), HasSubstr("below the initial sparsity 0.9"),
                      HasSubstr("lower schedule.initial")));
    EXPECT_THAT(
        refusalOf(R"({"schedule": {"shape": "drawn"}})"),
        AllOf(HasSubstr("schedule.knots"), HasSubstr("two knots"), HasSubstr("Change schedule.knots")));
    EXPECT_THAT(refusalOf(R"({"schedule": 5})"), AllOf(HasSubstr("schedule: is a group of options, found 5"),
                                                       HasSubstr("Give its options in braces")));
    EXPECT_THAT(refusalOf(R"({"optimizer": [1]})"), HasSubstr("optimizer: is a group of options"));
}

TEST(Config, RefusesAnOptionThatIsSetTwice) {
    EXPECT_THAT(refusalOf("{\"epochs\": 1,\n\"epochs\": 2}"),
                AllOf(HasSubstr("config.json: names 'epochs' twice"), HasSubstr("line 2")));
    EXPECT_THAT(refusalOf(R"({"schedule": {"target": 0.5}, "schedule.target": 0.9})"),
                HasSubstr("schedule.target: is set twice"));
    EXPECT_THAT(refusalOf(R"({"method_options": {"z": 1, "z": 2}})"), HasSubstr("'z' twice"));
}

TEST(Config, TellsLineAndColumn) {
    EXPECT_THAT(refusalOf("{\n \"epochs\": 3\n \"seed\": 4}"),
                AllOf(HasSubstr("config.json: is not valid JSON"), HasSubstr("line 3, column 7"),
                      HasSubstr("Mend the file at that position."), testing::Not(HasSubstr("exception"))));
}

TEST(ConfigFromFile, TakesADataFolderFromTheFilesOwnFolder) {
    const test::TemporaryFolder folder;
    const auto dataDirOf = [&](const std::string& written) {
        writeFileAtomically(folder / "config.json", nlohmann::json{{"data_dir", written}}.dump());
        return configFromFile(folder / "config.json").dataDir;
    };
    EXPECT_EQ(dataDirOf("data"), (folder / "data").string());
    EXPECT_EQ(dataDirOf("../data"), (folder.path().parent_path() / "data").string());
    EXPECT_EQ(dataDirOf("/somewhere/data"), "/somewhere/data");
    EXPECT_EQ(dataDirOf(""), "");
}

TEST(ConfigFromFile, NamesTheFileInWhatIsCheckedElsewhere) {
    const test::TemporaryFolder folder;
    writeFileAtomically(folder / "config.json", R"({"method_options": {"z": ""}})");
    const auto refuse = [](const RunConfig& config) {
        if (config.methodOptions.contains("z"))
            throw UsageError("method.z", Text::of("is wrong"), Text::of("Mend it."));
    };
    EXPECT_THAT(messageOf([&] { configFromFile(folder / "config.json", refuse); }),
                AllOf(HasSubstr("config.json: method.z: is wrong")));
    writeFileAtomically(folder / "config.json", std::string(largestConfig + 1, ' '));
    EXPECT_THROW(configFromFile(folder / "config.json"), Error);
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
        {.key = "method.z", .title = "z", .help = "", .kind = OptionKind::real, .defaultValue = 1.0},
        {.key = "optimizer.nesterov",
         .title = "n",
         .help = "",
         .kind = OptionKind::boolean,
         .defaultValue = false},
        {.key = "learning_rate.milestones",
         .title = "m",
         .help = "",
         .kind = OptionKind::numbers,
         .defaultValue = nlohmann::json::array(),
         .minimum = 0,
         .maximum = 1}};
    setOption(config, "epochs", "7", options);
    setOption(config, "optimizer.nesterov", "on", options);
    setOption(config, "learning_rate.milestones", "0.25, 0.5", options);
    setOption(config, "pruning.recalibrate_batch_norm", "on", options);
    setOption(config, "schedule.target", "0.875", options);
    setOption(config, "schedule.shape", "linear", options);
    setOption(config, "method.z", "2.5", options);
    EXPECT_EQ(config.epochs, 7);
    EXPECT_EQ(config.optimizer.options, (nlohmann::json{{"nesterov", true}}));
    EXPECT_EQ(config.learningRate.options, (nlohmann::json{{"milestones", {0.25, 0.5}}}));
    EXPECT_TRUE(config.pruning.recalibrateBatchNorm);
    EXPECT_EQ(config.schedule.target, 0.875);
    EXPECT_EQ(config.schedule.shape, "linear");
    EXPECT_EQ(config.methodOptions["z"], 2.5);
    for (const auto& [key, value] :
         std::vector<std::pair<std::string, std::string>>{{"epochs", "7x"},
                                                          {"epochs", "7.5"},
                                                          {"epochs", ""},
                                                          {"schedule.target", "nan"},
                                                          {"schedule.target", "inf"},
                                                          {"method.z", ""},
                                                          {"optimizer.nesterov", "maybe"},
                                                          {"optimizer.beta1", "0.9"},
                                                          {"learning_rate.milestones", "0.5,,0.7"},
                                                          {"learning_rate.milestones", "0.5,"},
                                                          {"learning_rate.milestones", "0.5,2"},
                                                          {"method.y", "1"},
                                                          {"", "1"}}) {
        EXPECT_NE(messageOf([&, k = key, v = value] { setOption(config, k, v, options); }), "accepted")
            << key << "=" << value;
    }
}

TEST(SetOption, NamesTheOptionAsItIsTyped) {
    RunConfig config;
    const std::vector<OptionDescription> options{
        {.key = "method.z", .title = "z", .help = "", .kind = OptionKind::real, .defaultValue = 1.0}};
    EXPECT_THAT(messageOf([&] { setOption(config, "method.z", "", options); }),
                HasSubstr("method.z: '' is not allowed"));
}

/// As files were written before an optimizer and a learning-rate schedule had options of their own.
TEST(Config, KeepsTheOptionsOfOptimizerAndLearningRateUnderTheirKeys) {
    const RunConfig config = configFromText(R"({"optimizer": {"name": "sgd", "momentum": 0.8, "beta1": 0.9,
        "weight_decay": 0.1}, "learning_rate.gamma": 0.2, "learning_rate": {"milestones": [0.5]}})",
                                            "config.json");
    EXPECT_EQ(config.optimizer.options, (nlohmann::json{{"beta1", 0.9}, {"momentum", 0.8}}));
    EXPECT_EQ(config.optimizer.weightDecay, 0.1);
    EXPECT_EQ(config.learningRate.options, (nlohmann::json{{"gamma", 0.2}, {"milestones", {0.5}}}));
    const nlohmann::json written = configToJson(config);
    EXPECT_EQ(written["optimizer"]["momentum"], 0.8);
    EXPECT_EQ(written["learning_rate"]["gamma"], 0.2);
}

TEST(ResolvedSchedule, TurnsSharesOfTheRunIntoSteps) {
    ScheduleConfig config{.start = 0.1, .end = 0.5, .freeze = 0.8};
    const SparsitySchedule schedule = resolvedSchedule(config, 1000);
    EXPECT_EQ(schedule.start, StepIndex{100});
    EXPECT_EQ(schedule.end, StepIndex{500});
    EXPECT_EQ(schedule.freeze, StepIndex{800});
}

}  // namespace
}  // namespace prunescope::run
