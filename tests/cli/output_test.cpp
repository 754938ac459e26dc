// What the terminal program prints: whole or with an error, and never what a run's text makes of the
// terminal.

#include "cli/cli_fixture.h"
#include "store/example_run.h"
#include "support/write_record.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace prunescope {
namespace {

using test::Answer;
using test::CliProcess;
using test::Launch;
using test::runCli;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class CliOutput : public test::CliFixture {
protected:
    /// One request of each command, on a workspace with a run.
    std::vector<std::vector<std::string>> everyCommand() const {
        return {
            {"--help"},
            {"--version"},
            {"datasets"},
            {"models"},
            {"methods"},
            {"list", path("runs")},
            {"show", path("runs/a")},
            {"report", path("runs/a")},
            {"train", "--help"},
            {"bench", "--seconds", "0.001", "--batch", "1", "--model", "mlp:4", "--sparsity", "0.5"},
            {"bench", "--json", "--seconds", "0.001", "--batch", "1", "--model", "mlp:4", "--sparsity", "0"},
            training("runs/b"),
            training("runs/c", {"--json"})};
    }
    void recordARun() const {
        std::filesystem::create_directory(folder_ / "runs");
        ASSERT_EQ(runCli(training("runs/a")).status, 0);
    }
};

TEST_F(CliOutput, ThatCannotBeWrittenIsAnErrorOfEveryCommand) {
    recordARun();
    for (const char* nowhere : {"/dev/full", "closed"}) {
        for (const auto& arguments : everyCommand()) {
            const Answer answer = runCli(Launch{.arguments = arguments, .out = nowhere});
            EXPECT_EQ(answer.status, 1) << arguments.front() << " to " << nowhere;
            EXPECT_THAT(answer.error, HasSubstr("standard output: cannot be written")) << arguments.front();
        }
        EXPECT_TRUE(exists("runs/b/report/index.html")) << "the run is saved all the same";
        EXPECT_THAT(runCli({"show", path("runs/c")}).output, HasSubstr("finished"));
        std::filesystem::remove_all(folder_ / "runs/b");
        std::filesystem::remove_all(folder_ / "runs/c");
    }
}

TEST_F(CliOutput, MessagesThatCannotBeWrittenEndNoRun) {
    for (const char* nowhere : {"/dev/full", "closed"}) {
        const Answer answer = runCli(Launch{.arguments = training("run", {"--json"}), .err = nowhere});
        EXPECT_EQ(answer.status, 0) << nowhere;
        EXPECT_EQ(nlohmann::json::parse(answer.output)["state"], "finished");
        // A file of the run that took the place of the closed stream would hold the messages.
        const Answer shown = runCli({"show", path("run")});
        EXPECT_EQ(shown.status, 0) << shown.error;
        EXPECT_THAT(shown.output, HasSubstr("finished"));
        std::filesystem::remove_all(folder_ / "run");
    }
}

TEST_F(CliOutput, AReaderThatWentAwayEndsNoRun) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    const std::string pipe = "/proc/self/fd/" + std::to_string(ends[1]);
    CliProcess process(Launch{.arguments = training("run", {"--epochs", "200"}), .err = pipe});
    ::close(ends[0]);
    ::close(ends[1]);
    EXPECT_EQ(process.wait().status, 0);
    EXPECT_TRUE(exists("run/report/index.html"));
}

/// ESC, the end of an OSC, CR, BS, NEL, a turned reading direction, line breaks of three kinds, broken UTF-8.
const std::string nasty = "x\x1b[2J\x1b]52;c;eA==\x07\r\b\xc2\x85\xe2\x80\xae\xe2\x80\xa8\nrun of nobody\xff";

void expectHarmless(const std::string& text, const std::string& what) {
    for (const char c : text) {
        EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << what << ": " << text;
    }
    for (const char* sequence : {"\x7f", "\xc2\x85", "\xe2\x80\xae", "\xe2\x80\xa8", "\xff"})
        EXPECT_THAT(text, Not(HasSubstr(sequence))) << what;
    EXPECT_THAT(text, Not(HasSubstr("\nrun of nobody"))) << what << " takes a name for a line";
}

/// A run whose every text is hostile.
run::RunRecord nastyRecord() {
    run::RunRecord record;
    record.header = test::exampleHeader();
    record.header.dataset.title = nasty;
    record.header.network.name = nasty;
    record.header.network.layers[0].name = nasty;
    record.samples.push_back(test::exampleSample(1));
    record.events.push_back(test::exampleEvent(1));
    record.events.back().kind = record.events.back().who = record.events.back().reason = nasty;
    record.outcome = test::exampleOutcome();
    record.outcome.message = nasty;
    record.events.back().note = Text::of("found {}", nasty);
    return record;
}

TEST_F(CliOutput, TurnsNoTextOfARunIntoCommandsOfTheTerminal) {
    const std::string name = "runs/" + nasty;
    std::filesystem::create_directory(folder_ / "runs");
    // Nothing records into a folder of such a name, but anybody can rename one.
    std::filesystem::create_directory(folder_ / "runs/plain");
    test::writeRecord(folder_ / "runs/plain", nastyRecord());
    std::filesystem::rename(folder_ / "runs/plain", folder_ / name);
    // Its configuration is read where there is no database.
    std::filesystem::create_directory(folder_ / "runs/config only");
    write("runs/config only/config.json",
          R"({"model": "x\u001b[2J\u009b\r\b\u202e\nrun of nobody", "method": "\u007f\u2028"})");
    std::filesystem::create_directory(folder_ / "runs/damaged");
    write("runs/damaged/run.db", nasty);
    const std::vector<std::vector<std::string>> requests{{"list", path("runs")},
                                                         {"show", path(name)},
                                                         {"report", path(name)},
                                                         {"report", path(name), "--reference", path(name)},
                                                         {"show", path("runs/damaged")},
                                                         {"show", path("runs/config only")},
                                                         {"list", path(name)},
                                                         {"list", path(nasty)},
                                                         {"show", path(nasty)},
                                                         {nasty},
                                                         {"train", "--model", nasty},
                                                         {"train", "--set", nasty + "=1"},
                                                         {"train", "--set", nasty},
                                                         {"train", "--config", path(nasty)},
                                                         {"train", "--" + nasty},
                                                         training("file/" + nasty, {"--json"}),
                                                         training("out" + nasty, {"--json"})};
    for (const auto& request : requests) {
        const Answer answer = runCli(request);
        expectHarmless(answer.output, request.front() + " to standard output");
        expectHarmless(answer.error, request.front() + " to standard error");
        EXPECT_LT(answer.status, 128) << request.front();
    }
    EXPECT_THAT(runCli({"show", path(name)}).output, HasSubstr("\uFFFD[2J")) << "shown, but dead";
}

TEST_F(CliOutput, ANameThatIsNoTextIsRefusedVisiblyBeforeAnythingIsTrained) {
    const Answer answer = runCli(training("r\xe4um", {"--json"}));
    EXPECT_EQ(answer.status, 2) << answer.error;
    EXPECT_THAT(answer.error, HasSubstr("r\\xE4um is not text in UTF-8"));
    EXPECT_FALSE(exists("r\xe4um/run.db"));
}

TEST_F(CliOutput, JsonIsValidWhateverTheFolderHasBeenRenamedTo) {
    const Answer answer = ofARunThatMoves("run", "r\xe4um");
    EXPECT_THAT(nlohmann::json::parse(answer.output)["run"].get<std::string>(), HasSubstr("r\uFFFDum"));
    EXPECT_TRUE(exists("r\xe4um/final.weights"));
}

TEST_F(CliOutput, HasALineForEachEpochHoweverShort) {
    const Answer answer = runCli(training("run", {"--epochs", "40"}));
    ASSERT_EQ(answer.status, 0);
    std::vector<std::string> lines;
    std::istringstream stream(answer.error);
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("epoch")) lines.push_back(line);
    }
    ASSERT_EQ(lines.size(), 40U) << answer.error;
    for (std::size_t k = 0; k < 40; ++k)
        EXPECT_THAT(lines[k], HasSubstr(fmt::format("epoch {:3} of 40 ", k + 1)));
}

/// The test accuracies by sparsity, as the program shows them.
std::vector<std::pair<double, double>> testEvaluations(const std::string& shown) {
    std::vector<std::pair<double, double>> found;
    std::istringstream stream(shown);
    for (std::string line; std::getline(stream, line);) {
        double epoch = 0;
        double accuracy = 0;
        double sparsity = 0;
        double loss = 0;
        if (std::sscanf(line.c_str(), "epoch %lf test accuracy %lf %% loss %lf sparsity %lf %%", &epoch,
                        &accuracy, &loss, &sparsity) == 4)
            found.emplace_back(sparsity, accuracy);
    }
    return found;
}

TEST_F(CliOutput, TheBestEpochIsOneOfTheNetworkThatCameOut) {
    const Answer answer = runCli(training("run", {"--sparsity", "0.95", "--epochs", "30", "--json"}));
    ASSERT_EQ(answer.status, 0) << answer.error;
    const auto json = nlohmann::json::parse(answer.output);
    EXPECT_EQ(json["test_accuracy_best_sparsity"], json["sparsity_prunable"]);
    const auto measured = testEvaluations(runCli({"show", path("run")}).output);
    ASSERT_GT(measured.size(), 25U);
    double best = 0;
    for (const auto& [sparsity, accuracy] : measured) {
        if (sparsity == measured.back().first) best = std::max(best, accuracy);
    }
    EXPECT_NEAR(100 * json["test_accuracy_best"].get<double>(), best, 0.005);
    const Answer text = runCli(training("again", {"--sparsity", "0.95", "--epochs", "30"}));
    EXPECT_THAT(text.output, AllOf(HasSubstr("best epoch"), HasSubstr("at sparsity 9")));
}

TEST_F(CliOutput, TellsRunsApartByTheirSeeds) {
    for (const char* seed : {"3", "4"})
        ASSERT_EQ(runCli(training(std::string("ws/run") + seed, {"--seed", seed})).status, 0);
    const std::string list = runCli({"list", path("ws")}).output;
    EXPECT_THAT(list, AllOf(HasSubstr("seed 3"), HasSubstr("seed 4")));
}

TEST_F(CliOutput, ShowsADashForWhatItCannotRead) {
    ASSERT_EQ(runCli(training("ws/newer")).status, 0);
    test::tamper(folder_ / "ws/newer/run.db", "pragma user_version = 99");
    std::filesystem::create_directory(folder_ / "ws/nothing");
    write("ws/nothing/run.db", "this is no database");
    const std::string list = runCli({"list", path("ws")}).output;
    EXPECT_THAT(list, AllOf(HasSubstr("newer  unreadable"), HasSubstr("nothing  unreadable")));
    EXPECT_THAT(list, HasSubstr("-  -  seed -  epoch - of -  sparsity - of -  test -"));
    EXPECT_THAT(list, AllOf(Not(HasSubstr("cut off")), Not(HasSubstr(" 0.00 %"))));
    ASSERT_EQ(runCli(training("half")).status, 0);
    test::tamper(folder_ / "half/run.db",
                 "update run_header set network = 'x', dataset = 'x', total_steps = -1");
    const Answer shown = runCli({"show", path("half")});
    EXPECT_EQ(shown.status, 1) << "a part of it is lost";
    EXPECT_THAT(shown.output, AllOf(HasSubstr("network  -"), HasSubstr("data     -"),
                                    ContainsRegex("steps    [0-9]+ of -")));
}

TEST_F(CliOutput, NeverRoundsASparsityToAllOrNothing) {
    const Answer answer =
        runCli(training("ws/run", {"--sparsity", "0.99996", "--set", "pruning.min_keep=0"}));
    ASSERT_EQ(answer.status, 0) << answer.error;
    for (const std::string& text : {answer.output, answer.error, runCli({"list", path("ws")}).output,
                                    runCli({"show", path("ws/run")}).output})
        EXPECT_THAT(text, Not(HasSubstr("sparsity 100.00 %"))) << text;
    EXPECT_THAT(runCli({"list", path("ws")}).output, HasSubstr("of 99.996 %"));
}

}  // namespace
}  // namespace prunescope
