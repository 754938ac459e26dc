// The report on the terminal when the record, or the report itself, fails.

#include "cli/cli_fixture.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <map>

namespace prunescope {
namespace {

using test::Answer;
using test::CliProcess;
using test::runCli;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CliReport : public test::CliFixture {
protected:
    std::map<std::string, std::string> contentsOf(const std::string& name) const {
        std::map<std::string, std::string> contents;
        for (const auto& entry : std::filesystem::directory_iterator(folder_ / name))
            contents[entry.path().filename()] = read(name + "/" + entry.path().filename().string());
        return contents;
    }
    /// Overwrites the database from `share` of it to its end.
    void damage(const std::string& run, double share) const {
        std::string bytes = read(run + "/run.db");
        const auto from = static_cast<std::size_t>(share * static_cast<double>(bytes.size()));
        std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.end(), 'x');
        write(run + "/run.db", bytes);
    }
};

TEST_F(CliReport, OfADamagedRunNeverTakesThePlaceOfAWholeOne) {
    for (const double share : {0.05, 0.2, 0.5, 0.8}) {
        ASSERT_EQ(runCli(training("run", {"--sparsity", "0.9", "--epochs", "20"})).status, 0);
        const auto whole = contentsOf("run/report");
        damage("run", share);
        const Answer answer = runCli({"report", path("run")});
        EXPECT_EQ(answer.status, 1) << share;
        EXPECT_EQ(contentsOf("run/report"), whole) << share;
        if (exists("run/report-incomplete")) {
            EXPECT_THAT(answer.output, HasSubstr("report-incomplete/index.html"));
            EXPECT_THAT(answer.error, AllOf(HasSubstr("incomplete"), HasSubstr("damaged")));
            EXPECT_EQ(runCli({"report", path("run")}).status, 1);
            EXPECT_TRUE(exists("run/report-incomplete-2/index.html")) << "nor of another incomplete one";
        } else {
            EXPECT_THAT(answer.output, testing::IsEmpty()) << "nothing could be read";
        }
        std::filesystem::remove_all(folder_ / "run");
    }
}

TEST_F(CliReport, ThatIsIncompleteFollowsNoLinkOfTheFolder) {
    ASSERT_EQ(runCli(training("run", {"--sparsity", "0.9", "--epochs", "20"})).status, 0);
    damage("run", 0.5);
    std::filesystem::create_directory(folder_ / "outside");
    std::filesystem::create_symlink("nowhere", folder_ / "run/report-incomplete");
    std::filesystem::create_directory_symlink(folder_ / "outside", folder_ / "run/report-incomplete-2");
    const Answer answer = runCli({"report", path("run")});
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.output, HasSubstr("report-incomplete-3/index.html")) << answer.error;
    EXPECT_TRUE(std::filesystem::is_empty(folder_ / "outside"));
    EXPECT_FALSE(exists("nowhere"));
}

TEST_F(CliReport, WithADamagedReferenceSaysSo) {
    ASSERT_EQ(runCli(training("dense", {"--method", "dense"})).status, 0);
    ASSERT_EQ(runCli(training("run")).status, 0);
    EXPECT_EQ(runCli({"report", path("run"), "--reference", path("dense"), "--out", path("good")}).status, 0);
    damage("dense", 0.5);
    const Answer answer = runCli({"report", path("run"), "--reference", path("dense"), "--out", path("bad")});
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, Not(testing::IsEmpty()));
}

TEST_F(CliReport, NeverReadsAWeightsFileThatCannotBeOneOfItsNetwork) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    std::filesystem::remove(folder_ / "run/final.weights");
    const std::string weights = path("run/final.weights");
    const auto expectLeftOut = [&](const char* what) {
        const Answer answer = runCli({"report", path("run"), "--out", path(what)});
        EXPECT_EQ(answer.status, 1) << what;
        EXPECT_THAT(answer.error, HasSubstr("final.weights")) << what;
        std::filesystem::remove(weights);
    };
    ASSERT_EQ(::mkfifo(weights.c_str(), 0600), 0);
    expectLeftOut("fifo");
    write("run/final.weights", "x");
    std::filesystem::resize_file(weights, std::uintmax_t{1} << 40U);
    expectLeftOut("sparse");
    std::filesystem::create_symlink("/dev/zero", weights);
    expectLeftOut("link");
}

TEST_F(CliReport, IsWhereTheFolderOfTheRunHasGone) {
    const Answer answer = ofARunThatMoves("run", "elsewhere");
    EXPECT_EQ(answer.status, 128 + SIGTERM) << answer.error;
    const auto json = nlohmann::json::parse(answer.output);
    EXPECT_EQ(json["run"], path("elsewhere"));
    EXPECT_EQ(json["report"], path("elsewhere/report/index.html"));
    EXPECT_TRUE(exists("elsewhere/report/index.html"));
    EXPECT_TRUE(exists("elsewhere/final.weights"));
    EXPECT_FALSE(exists("run"));
}

TEST_F(CliReport, ThatFailsLosesNeitherTheResultNorTheRun) {
    CliProcess process(longTraining("run", {"--json"}));
    ASSERT_TRUE(process.waitForMessage("epoch"));
    write("run/report", "a file where the report should be");
    process.signal(SIGTERM);
    const Answer answer = process.wait();
    EXPECT_EQ(answer.status, 1);
    const auto json = nlohmann::json::parse(answer.output);
    EXPECT_EQ(json["state"], "stopped");
    EXPECT_EQ(json["run"], path("run"));
    EXPECT_TRUE(json["report"].is_null());
    EXPECT_TRUE(json["test_accuracy"].is_number());
    EXPECT_THAT(answer.error, AllOf(HasSubstr("the run itself is safe in"), HasSubstr(path("run"))));
    EXPECT_EQ(read("run/report"), "a file where the report should be");
    EXPECT_TRUE(exists("run/final.weights"));
}

TEST_F(CliReport, OnPaperWithoutTheWindowSaysHowToGetIt) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    // Alone in its folder, as where it was built without the window.
    std::filesystem::copy_file(PRUNESCOPE_CLI, folder_ / "prunescope-cli");
    for (const std::vector<std::string>& wish :
         {std::vector<std::string>{"--pdf", path("run.pdf")}, {"--language", "ja"}}) {
        std::vector<std::string> words{"report", path("run"), "--out", path("elsewhere")};
        words.insert(words.end(), wish.begin(), wish.end());
        const Answer answer = CliProcess({.arguments = words, .program = path("prunescope-cli")}).wait();
        EXPECT_EQ(answer.status, 1);
        EXPECT_THAT(answer.error, AllOf(HasSubstr("prunescope-report"), HasSubstr("PRUNESCOPE_WINDOW=ON")));
        EXPECT_FALSE(exists("elsewhere") || exists("run.pdf"));
    }
}

#ifdef PRUNESCOPE_HAS_WINDOW

TEST_F(CliReport, OnPaperComesWithThePageAndItsNumbers) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    const Answer answer = runCli({"report", path("run"), "--out", path("report"), "--pdf", path("run.pdf")});
    EXPECT_EQ(answer.status, 0) << answer.error;
    EXPECT_EQ(answer.output, path("report/index.html") + "\n" + path("run.pdf") + "\n");
    EXPECT_EQ(read("run.pdf").substr(0, 5), "%PDF-");
    EXPECT_THAT(read("report/index.html"), HasSubstr("lang=\"en\""));
}

TEST_F(CliReport, SpeaksJapaneseAndHasTheSameNumbers) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    ASSERT_EQ(runCli({"report", path("run"), "--out", path("english")}).status, 0);
    const Answer answer = runCli({"report", path("run"), "--out", path("japanese"), "--language", "ja"});
    EXPECT_EQ(answer.status, 0) << answer.error;
    const std::string page = read("japanese/index.html");
    EXPECT_THAT(page, AllOf(HasSubstr("lang=\"ja\""), HasSubstr("混同行列"), HasSubstr("スケジュール")));
    for (const char* file : {"report.json", "metrics.csv", "layers.csv", "events.csv"})
        EXPECT_EQ(read(std::string("japanese/") + file), read(std::string("english/") + file)) << file;
}

TEST_F(CliReport, InALanguageThatNobodyTaughtItIsAWrongRequest) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    const Answer answer = runCli({"report", path("run"), "--language", "jp"});
    EXPECT_EQ(answer.status, 2);
    EXPECT_THAT(answer.error, AllOf(HasSubstr("unknown language 'jp'"), HasSubstr("ja")));
}

TEST_F(CliReport, OnPaperReplacesNothingThatIsNotItsOwn) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    write("run.pdf", "a letter");
    const Answer answer = runCli({"report", path("run"), "--out", path("report"), "--pdf", path("run.pdf")});
    EXPECT_EQ(answer.status, 1);
    EXPECT_THAT(answer.error, HasSubstr("not a report of this run"));
    EXPECT_EQ(read("run.pdf"), "a letter");
    EXPECT_FALSE(exists("report"));
}

#endif

}  // namespace
}  // namespace prunescope
