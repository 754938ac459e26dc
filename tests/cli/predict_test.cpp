// `prunescope-cli predict` as a process: it answers what the run has recorded of its test images, whatever
// kind of file they lie in and whatever form the network was taken away in.

#include "cli/cli_fixture.h"
#include "data/image_fixtures.h"
#include "data/npy_fixtures.h"
#include "store/run_reader.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <numeric>
#include <sstream>

namespace prunescope::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class PredictCommand : public CliFixture {
protected:
    static std::vector<nlohmann::json> linesOf(const Answer& answer) {
        std::vector<nlohmann::json> lines;
        std::istringstream stream(answer.output);
        for (std::string line; std::getline(stream, line);) lines.push_back(nlohmann::json::parse(line));
        return lines;
    }
    std::vector<nlohmann::json> predicted(const std::string& model,
                                          const std::vector<std::string>& files) const {
        std::vector<std::string> words{"predict", model, "--json", "--probabilities"};
        words.insert(words.end(), files.begin(), files.end());
        const Answer answer = runCli(words);
        EXPECT_EQ(answer.status, 0) << answer.error;
        return linesOf(answer);
    }
    /// The class of each test image that the run ended with.
    std::vector<int> recorded(const std::string& run) const {
        const auto kept = store::readRun(store::RunFolder(folder_ / run)).record.imageAnswers;
        EXPECT_FALSE(kept.empty());
        if (kept.empty()) return {};
        return {kept.back().answers.begin(), kept.back().answers.end()};
    }
    static std::vector<int> classesIn(const std::vector<nlohmann::json>& lines) {
        std::vector<int> classes;
        for (const auto& line : lines) classes.push_back(line.at("index"));
        return classes;
    }
    std::string trainedOn(const std::string& dataset, const std::string& place,
                          const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{"train",
                                       "--dataset",
                                       dataset,
                                       "--data-dir",
                                       place,
                                       "--model",
                                       "mlp:16",
                                       "--batch",
                                       "8",
                                       "--epochs",
                                       "4",
                                       "--lr",
                                       "0.01",
                                       "--sparsity",
                                       "0.5",
                                       "--set",
                                       "validation_fraction=0.25",
                                       "--out",
                                       path("run")};
        words.insert(words.end(), more.begin(), more.end());
        const Answer answer = runCli(words);
        EXPECT_EQ(answer.status, 0) << answer.error;
        return answer.error;
    }
};

TEST_F(PredictCommand, AnswersIdxImagesAsTheRunHasRecorded) {
    ASSERT_EQ(runCli(training("run")).status, 0);
    const auto lines = predicted(path("run"), {path("t10k-images-idx3-ubyte")});
    EXPECT_EQ(classesIn(lines), recorded("run"));
    ASSERT_EQ(lines.size(), 20U);
    EXPECT_EQ(lines[2].at("row"), 3);
    EXPECT_EQ(lines[2].at("next").size(), 4U);
    const auto shares = lines[2].at("probabilities").get<std::vector<double>>();
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1, 1e-12);
    EXPECT_EQ(lines[2].at("probability"), *std::max_element(shares.begin(), shares.end()));
}

TEST_F(PredictCommand, AnswersTheSameFromEveryFormTheNetworkIsTakenAwayIn) {
    ASSERT_EQ(runCli(training("run", {"--sparsity", "0.8"})).status, 0);
    const std::string images = path("t10k-images-idx3-ubyte");
    const auto answers = recorded("run");
    EXPECT_EQ(classesIn(predicted(path("run/final.weights"), {images})), answers);
    const std::vector<std::vector<std::string>> forms{{"a.safetensors"},
                                                      {"b.safetensors", "masks=true"},
                                                      {"c.npz"},
                                                      {"d.npz", "masks=true"},
                                                      {"e.onnx"},
                                                      {"f.onnx", "drop_dead=true"},
                                                      {"g.onnx", "sparse_initializers=true"}};
    for (const auto& form : forms) {
        std::vector<std::string> words{"export", path("run"), "--out", path(form.front())};
        if (form.size() > 1) words.insert(words.end(), {"--set", form.back()});
        ASSERT_EQ(runCli(words).status, 0) << form.front();
        EXPECT_EQ(classesIn(predicted(path(form.front()), {images})), answers) << form.front();
    }
}

TEST_F(PredictCommand, AnswersPicturesAsTrainingScaledThem) {
    std::vector<std::string> files;
    for (const auto* part : {"train", "test"}) {
        for (const auto* label : {"cat", "dog"}) {
            std::filesystem::create_directories(folder_ / "pictures" / part / label);
            for (unsigned i = 0; i < 8; ++i) {
                const unsigned salt = i * 7 + (label[0] == 'c' ? 0 : 90) + (part[1] == 'e' ? 3 : 0);
                const auto raster = chequered(20 + i, 14, 3, salt);
                const std::string name =
                    fmt::format("pictures/{}/{}/{}.{}", part, label, i, i % 2 ? "jpg" : "png");
                write(name, i % 2 ? jpegOf(raster) : pngOf(raster));
                if (part[1] == 'e') files.push_back(path(name));
            }
        }
    }
    trainedOn("images", path("pictures"), {"--set", "data.size=12"});
    const auto lines = predicted(path("run"), files);
    EXPECT_EQ(classesIn(lines), recorded("run"));
    EXPECT_EQ(lines.front().at("file"), files.front());
    EXPECT_FALSE(lines.front().contains("row"));
}

TEST_F(PredictCommand, AnswersArraysAsTheRunHasRecorded) {
    const TinyDigits train{.images = 40};
    const TinyDigits test{.images = 20, .salt = 5};
    write("data.npz", zipped({{"x_train.npy", npy("|u1", "(40, 28, 28)", train.pixels())},
                              {"y_train.npy", npy("|u1", "(40,)", train.labels())},
                              {"x_test.npy", npy("|u1", "(20, 28, 28)", test.pixels())},
                              {"y_test.npy", npy("|u1", "(20,)", test.labels())}}));
    write("x.npy", npy("|u1", "(20, 28, 28)", test.pixels()));
    trainedOn("npz", path("data.npz"));
    EXPECT_EQ(classesIn(predicted(path("run"), {path("data.npz")})), recorded("run"));
    EXPECT_EQ(classesIn(predicted(path("run"), {path("x.npy")})), recorded("run"));
    write("floats.npy", npy("<f4", "(1, 28, 28)", littleEndian(std::vector<float>(28 * 28, 0.5F))));
    const Answer floats = runCli({"predict", path("run"), path("floats.npy")});
    EXPECT_EQ(floats.status, 1);
    EXPECT_THAT(floats.error, AllOf(HasSubstr("floats.npy"), HasSubstr("pixels of one byte")));
}

class PredictTable : public PredictCommand {
protected:
    /// Rows of a number, a category and a class that the number decides.
    static std::string rows(int first, int count, bool labels) {
        std::string text;
        for (int i = first; i < first + count; ++i) {
            const char* colour = i % 3 == 0 ? "red" : i % 3 == 1 ? "blue" : "";
            text += fmt::format("{},{},{}", i * 37 % 50, colour, i * 11 % 7);
            text += labels ? fmt::format(",{}\n", i * 37 % 50 > 24 ? "high" : "low") : "\n";
        }
        return text;
    }
    std::string train() {
        std::filesystem::create_directory(folder_ / "table");
        write("table/train.csv", "size,colour,noise,class\n" + rows(0, 60, true));
        write("table/test.csv", "size,colour,noise,class\n" + rows(60, 21, true));
        return trainedOn("table", path("table"), {"--set", "data.missing=fill"});
    }
};

TEST_F(PredictTable, AnswersRowsAsTheRunHasRecordedWithOrWithoutTheirLabels) {
    const std::string told = train();
    EXPECT_THAT(told,
                AllOf(HasSubstr("column  'size': a number"), HasSubstr("one of 2 categories (blue, red)"),
                      HasSubstr("filled with 'blue'"), HasSubstr("the label")));
    EXPECT_EQ(classesIn(predicted(path("run"), {path("table/test.csv")})), recorded("run"));
    write("new.csv", "size,colour,noise\n" + rows(60, 21, false));
    EXPECT_EQ(classesIn(predicted(path("run"), {path("new.csv")})), recorded("run"));
    ASSERT_EQ(runCli({"export", path("run"), "--out", path("net.onnx")}).status, 0);
    EXPECT_EQ(classesIn(predicted(path("net.onnx"), {path("new.csv")})), recorded("run"));
    write("one.csv", "noise;size;colour;more\n3;41;green;x\n");
    const auto one = predicted(path("run"), {path("one.csv")});
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one[0].at("row"), 1);
}

TEST_F(PredictTable, NamesRowsAndFilesThatItCannotAnswerAndGoesOn) {
    train();
    write("gap.csv", "size,colour,noise\n41,red,3\n,red,3\n7,blue,1\n");
    write("text.csv", "size,colour,noise\nlarge,red,3\n7,red,3\n");
    write("other.csv", "height,colour,noise\n41,red,3\n7,red,3\n");
    write("picture.png", "\x89PNG\r\n\x1a\n");
    write("cut.npz", "PK\x03\x04");
    const Answer answer =
        runCli({"predict", path("run"), path("gap.csv"), path("text.csv"), path("other.csv"),
                path("picture.png"), path("cut.npz"), path("none.csv"), path("table/test.csv")});
    EXPECT_EQ(answer.status, 1);
    EXPECT_EQ(std::count(answer.output.begin(), answer.output.end(), '\n'), 2 + 21);
    for (const char* why : {"gap.csv:2: column 'size' (1): no value", "text.csv",
                            "expected the column 'size' once", "picture.png", "cut.npz", "none.csv"})
        EXPECT_THAT(answer.error, HasSubstr(why));
    EXPECT_THAT(answer.output,
                AllOf(HasSubstr("gap.csv:1  "), HasSubstr("gap.csv:3  "), HasSubstr("  next: ")));
}

TEST_F(PredictCommand, RefusesNetworksThatAreNone) {
    write("net.onnx", "no model");
    write("net.npz", "PK no archive");
    write("net.weights", "short");
    for (const char* file : {"net.onnx", "net.npz", "net.weights"}) {
        const Answer answer = runCli({"predict", path(file), path("t10k-images-idx3-ubyte")});
        EXPECT_EQ(answer.status, 1) << file;
        EXPECT_THAT(answer.error, HasSubstr(file));
    }
    const Answer other = runCli({"predict", path("net.c"), path("t10k-images-idx3-ubyte")});
    EXPECT_EQ(other.status, 2);
    EXPECT_THAT(other.error, HasSubstr(".onnx"));
    // The weights alone do not say how inputs are scaled.
    ASSERT_EQ(runCli(training("run")).status, 0);
    std::filesystem::copy_file(folder_ / "run/final.weights", folder_ / "alone.weights");
    const Answer alone = runCli({"predict", path("alone.weights"), path("t10k-images-idx3-ubyte")});
    EXPECT_EQ(alone.status, 1);
    EXPECT_THAT(alone.error, HasSubstr("scaled its inputs"));
}

}  // namespace
}  // namespace prunescope::test
