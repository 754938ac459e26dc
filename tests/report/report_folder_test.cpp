#include "base/error.h"
#include "base/file.h"
#include "model/weights_file.h"
#include "report/report.h"
#include "report/tiny_record.h"
#include "report/weights_evidence.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

/// Where a report may be written, and which weights are looked at.
namespace prunescope::report {
namespace {

namespace fs = std::filesystem;
using prunescope::test::TemporaryFolder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ReportInput input(std::int64_t seed = 7) {
    ReportInput made{"tiny", test::tinyRecord()};
    made.record.header.config.seed = seed;
    return made;
}

void put(const fs::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
}

std::string problemOfWriting(const fs::path& folder, const ReportInput& of = input()) {
    try {
        writeReport(of, folder);
    } catch (const Error& error) {
        EXPECT_FALSE(error.mend().english().empty());
        return error.problem().english();
    }
    return "";
}

TEST(ReportFolder, ReplacesAnEarlierReportOfTheSameRun) {
    const TemporaryFolder folder;
    EXPECT_EQ(problemOfWriting(folder / "r"), "");
    ReportInput later = input();
    later.runId = "renamed meanwhile";
    later.problems = {std::string("something")};
    EXPECT_EQ(problemOfWriting(folder / "r", later), "");
    EXPECT_THAT(readFile(folder / "r/report.json", test::mostReportBytes), HasSubstr("renamed meanwhile"));
}

TEST(ReportFolder, LeavesTheFilesOfOthersAlone) {
    const TemporaryFolder folder;
    for (const char* name : {"index.html", "metrics.csv", "report.json", "thesis.tex"}) {
        const fs::path site = folder / (std::string("with ") + name);
        fs::create_directory(site);
        put(site / name, "mine");
        EXPECT_THAT(problemOfWriting(site), HasSubstr("nothing in it was changed")) << name;
        EXPECT_EQ(readFile(site / name, test::mostReportBytes), "mine");
        EXPECT_EQ(std::distance(fs::directory_iterator(site), fs::directory_iterator()), 1) << name;
    }
}

TEST(ReportFolder, LeavesTheReportOfAnotherRunAlone) {
    const TemporaryFolder folder;
    writeReport(input(1), folder / "r");
    const std::string before = readFile(folder / "r/report.json", test::mostReportBytes);
    EXPECT_THAT(problemOfWriting(folder / "r", input(2)), HasSubstr("not a report of this run"));
    EXPECT_EQ(readFile(folder / "r/report.json", test::mostReportBytes), before);
    put(folder / "r/notes.txt", "mine");
    EXPECT_THAT(problemOfWriting(folder / "r", input(1)), HasSubstr("notes.txt"));
}

TEST(ReportFolder, IsNeverALinkNorAreItsFiles) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "elsewhere");
    put(folder / "elsewhere/index.html", "mine");
    fs::create_directory_symlink(folder / "elsewhere", folder / "report");
    EXPECT_THAT(problemOfWriting(folder / "report"), HasSubstr("is a link"));
    fs::create_directory(folder / "r");
    fs::create_symlink(folder / "elsewhere/index.html", folder / "r/index.html");
    EXPECT_THAT(problemOfWriting(folder / "r"), HasSubstr("index.html"));
    EXPECT_EQ(readFile(folder / "elsewhere/index.html", test::mostReportBytes), "mine");
}

TEST(ReportFolder, AsksNobodyWhoCouldKeepItWaiting) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "r");
    ASSERT_EQ(::mkfifo((folder / "r/report.json").c_str(), 0600), 0);
    EXPECT_THAT(problemOfWriting(folder / "r"), HasSubstr("report.json"));
    fs::remove(folder / "r/report.json");
    put(folder / "r/report.json", std::string(1'000'000, '['));
    EXPECT_THAT(problemOfWriting(folder / "r"), HasSubstr("not a report of this run"));
}

TEST(ReportFolder, TakesSeveralReportsAtATime) {
    const TemporaryFolder folder;
    std::atomic<int> failed{0};
    {
        std::vector<std::jthread> writers;
        for (int k = 0; k < 4; ++k) {
            writers.emplace_back([&] {
                for (int i = 0; i < 10; ++i) failed += problemOfWriting(folder / "r").empty() ? 0 : 1;
            });
        }
    }
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / "r"), fs::directory_iterator()),
              static_cast<std::ptrdiff_t>(reportFormats().size()));
}

TEST(WeightsEvidence, IsOfAFileThatCanBeOne) {
    const TemporaryFolder folder;
    const run::NetworkDescription network = test::tinyRecord().header.network;
    std::vector<Text> problems;
    EXPECT_FALSE(weightsEvidence(folder / "final.weights", network, problems));
    EXPECT_THAT(problems, IsEmpty()) << "there is none";
    put(folder / "final.weights", "abc");
    const auto evidence = weightsEvidence(folder / "final.weights", network, problems);
    ASSERT_TRUE(evidence);
    EXPECT_EQ(evidence->bytes, 3);
    EXPECT_EQ(evidence->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    ASSERT_EQ(problems.size(), 1U) << "three bytes are no weights";
    EXPECT_THAT(problems[0].english(),
                HasSubstr("final.weights: expected 8 bytes with the length of the header"));
    problems.clear();
    model::writeWeights(folder / "final.weights", {{}, {{"a.weight", {2}, std::vector<float>{1, 2}}}});
    EXPECT_TRUE(weightsEvidence(folder / "final.weights", network, problems));
    EXPECT_THAT(problems, IsEmpty());
}

TEST(WeightsEvidence, ReadsNothingThatWouldTakeForEver) {
    const TemporaryFolder folder;
    run::NetworkDescription network = test::tinyRecord().header.network;
    std::vector<Text> problems;
    put(folder / "long", "");
    fs::resize_file(folder / "long", std::uintmax_t{1} << 32U);
    EXPECT_FALSE(weightsEvidence(folder / "long", network, problems));
    // A network that is made up to fit.
    network.layers.front().parameters = std::int64_t{1} << 40U;
    EXPECT_FALSE(weightsEvidence(folder / "long", network, problems));
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_FALSE(weightsEvidence(folder / "pipe", network, problems));
    fs::create_symlink("/dev/zero", folder / "link");
    EXPECT_FALSE(weightsEvidence(folder / "link", network, problems));
    ASSERT_EQ(problems.size(), 4U);
    EXPECT_THAT(problems[0].english(), HasSubstr("more than the weights of this network take"));
    EXPECT_THAT(problems[1].english(), HasSubstr("hollow"));
    EXPECT_THAT(problems[2].english(), HasSubstr("not a regular file"));
    EXPECT_THAT(problems[3].english(), HasSubstr("is a link"));
}

}  // namespace
}  // namespace prunescope::report
