// The window's program from outside: what it answers without a display, and how it ends when the system asks
// for it.

#include "cli/cli_process.h"
#include "data/idx_fixtures.h"
#include "store/run_list.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <QSettings>
#include <algorithm>

namespace prunescope::ui {
namespace {

using test::Answer;
using test::CliProcess;
using test::Launch;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ProgramStart : public testing::Test {
protected:
    ProgramStart() { test::writeTinyMnist(folder_.path()); }

    /// The program with folders of its own, drawing to nowhere unless `more` says otherwise.
    Launch launch(const std::vector<std::string>& arguments,
                  const std::vector<std::pair<std::string, std::optional<std::string>>>& more = {}) const {
        Launch launch{.arguments = arguments,
                      .program = PRUNESCOPE_PROGRAM,
                      .environment = {{"HOME", folder_.path().string()},
                                      {"XDG_CONFIG_HOME", path("config")},
                                      {"XDG_DATA_HOME", path("data")},
                                      {"XDG_CACHE_HOME", path("cache")},
                                      {"XDG_RUNTIME_DIR", folder_.path().string()},
                                      {"QT_QPA_PLATFORM", "offscreen"},
                                      {"DISPLAY", std::nullopt},
                                      {"WAYLAND_DISPLAY", std::nullopt}}};
        launch.environment.insert(launch.environment.end(), more.begin(), more.end());
        return launch;
    }
    Answer ending(const std::vector<std::string>& arguments,
                  const std::vector<std::pair<std::string, std::optional<std::string>>>& more = {}) const {
        return CliProcess(launch(arguments, more)).wait();
    }

    /// A run that goes on until it is told to stop.
    void rememberALongRun() const {
        QSettings settings(QString::fromStdString(path("config/prunescope/prunescope.conf")),
                           QSettings::IniFormat);
        const nlohmann::json config{{"dataset", "mnist"}, {"data_dir", folder_.path().string()},
                                    {"model", "mlp:16"},  {"validation_fraction", 0.25},
                                    {"batch", 8},         {"optimizer", {{"learning_rate", 0.001}}},
                                    {"epochs", 100000}};
        settings.setValue(QStringLiteral("experiment/config"), QString::fromStdString(config.dump()));
    }
    /// The only run of the workspace, once it has come to its third epoch.
    store::RunSummary onItsWay() const {
        for (int k = 0; k < 6000; ++k) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            if (!std::filesystem::exists(path("ws"))) continue;
            const auto runs = store::listRuns(path("ws"));
            if (runs.size() == 1 && runs.front().testAccuracy) return runs.front();
        }
        ADD_FAILURE() << "the run does not start";
        return {};
    }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }

    test::TemporaryFolder folder_;
};

const std::vector<std::pair<std::string, std::optional<std::string>>> noScreen{
    {"QT_QPA_PLATFORM", std::nullopt}};

TEST_F(ProgramStart, AnswersInTextWithoutADisplay) {
    const Answer version = ending({"--version"}, noScreen);
    EXPECT_EQ(version.status, 0) << version.error;
    EXPECT_THAT(version.output, HasSubstr("prunescope 0."));
    for (const char* help : {"--help", "-h"}) {
        const Answer answer = ending({help}, noScreen);
        EXPECT_EQ(answer.status, 0) << answer.error;
        EXPECT_THAT(answer.output, AllOf(HasSubstr("--workspace"), HasSubstr("Exit status")));
    }
    Launch lost = launch({"--help"}, noScreen);
    lost.out = "/dev/full";
    EXPECT_EQ(CliProcess(lost).wait().status, 1) << "an answer that nobody got";
}

TEST_F(ProgramStart, SaysInOneSentenceThatThereIsNoDisplay) {
    for (const std::optional<std::string>& display :
         {std::optional<std::string>(), std::optional<std::string>(":9999")}) {
        auto environment = noScreen;
        environment.emplace_back("DISPLAY", display);
        const Answer answer = ending({}, environment);
        EXPECT_EQ(answer.status, 1);
        EXPECT_THAT(answer.error, AllOf(HasSubstr("prunescope-cli"), Not(HasSubstr("einstalling"))));
        EXPECT_EQ(std::count(answer.error.begin(), answer.error.end(), '\n'), 1) << answer.error;
    }
}

TEST_F(ProgramStart, RefusesAWrongRequestWithStatusTwo) {
    for (const std::vector<std::string>& wrong :
         {std::vector<std::string>{"--fly"}, {"--workspace", ""}, {""}, {"one", "two"}}) {
        const Answer answer = ending(wrong);
        EXPECT_EQ(answer.status, 2) << answer.error;
        EXPECT_THAT(answer.error, testing::StartsWith("prunescope: "));
    }
}

TEST_F(ProgramStart, TakesNoFileForAHome) {
    const Answer answer = ending({}, {{"HOME", "/dev/null"}, {"XDG_CONFIG_HOME", "relative"}});
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, AllOf(HasSubstr("HOME"), HasSubstr("/dev/null")));
}

TEST_F(ProgramStart, StopsAndSavesItsRunWhenTheSystemEndsIt) {
    rememberALongRun();
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        CliProcess process(launch({"--workspace", path("ws"), "--start"}));
        onItsWay();
        process.signal(number);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        process.signal(number);
        const Answer answer = process.wait();
        EXPECT_EQ(answer.status, 128 + number) << answer.error;
        const auto runs = store::listRuns(path("ws"));
        ASSERT_EQ(runs.size(), 1U);
        EXPECT_EQ(runs.front().state, run::RunState::stopped);
        EXPECT_TRUE(runs.front().error.empty());
        EXPECT_TRUE(std::filesystem::exists(store::RunFolder(runs.front().folder).weights()));
        std::filesystem::remove_all(path("ws"));
    }
}

}  // namespace
}  // namespace prunescope::ui
