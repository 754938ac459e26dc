#include "workspace/network_export.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "data/idx_fixtures.h"
#include "model/network_format.h"
#include "support/pruned_weights.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"
#include "workspace/recorded_run.h"
#include "workspace/run_model.h"

#include <gmock/gmock.h>

namespace prunescope::workspace {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

/// A folder with weights and no record, as a run leaves it that somebody has copied in part.
class ExportOfWeights : public testing::Test {
protected:
    ExportOfWeights() { fs::create_directory(run.path()); }
    void record() const { test::writePrunedWeights(run.weights()); }
    static std::string bytesOf(const fs::path& file) { return readFile(file, 1 << 20); }

    test::TemporaryFolder folder;
    store::RunFolder run{folder / "run"};
};

TEST_F(ExportOfWeights, TheRunsOwnFormatHasTheBytesOfTheRunsFile) {
    record();
    const auto target = folder / "mlp.weights";
    const NetworkExport result = exportNetwork(run, {.target = target});
    EXPECT_EQ(bytesOf(target), bytesOf(run.weights()));
    ASSERT_EQ(result.files.size(), 1U);
    EXPECT_EQ(result.files.front().path, target);
    EXPECT_EQ(result.files.front().sha256, sha256HexOfFile(target));
    EXPECT_EQ(result.files.front().bytes, static_cast<std::int64_t>(fs::file_size(target)));
    const WeightsOfRun facts = weightsOfRun(run);
    EXPECT_EQ(facts.sha256, result.files.front().sha256);
    EXPECT_EQ(facts.bytes, result.files.front().bytes);
}

TEST_F(ExportOfWeights, WithoutDataItIsCheckedOnRandomInputs) {
    record();
    const NetworkExport result = exportNetwork(run, {.target = folder / "mlp.onnx"});
    EXPECT_TRUE(result.checked);
    ASSERT_EQ(result.remarks.size(), 2U);
    EXPECT_THAT(result.remarks.front().english(), HasSubstr("run.db")) << "what was missing";
    EXPECT_EQ(result.remarks.back().english(), "read back, it answers 256 random inputs as the run does");
}

TEST_F(ExportOfWeights, AnEndingThatNoFormatHasIsRefusedAndLeavesWhatIsThere) {
    record();
    const auto target = folder / "mlp.docx";
    writeFileAtomically(target, "a letter");
    EXPECT_THROW(exportNetwork(run, {.target = target}), UsageError);
    EXPECT_THROW(exportNetwork(run, {.target = target, .format = "docx"}), UsageError);
    EXPECT_EQ(bytesOf(target), "a letter");
    exportNetwork(run, {.target = target, .format = "npz"});
    EXPECT_EQ(bytesOf(target).substr(0, 2), "PK") << "a format that is named needs no ending";
}

TEST_F(ExportOfWeights, FilesOfTheRunAreNotWritten) {
    record();
    const std::string before = bytesOf(run.weights());
    EXPECT_THROW(exportNetwork(run, {.target = run.weights()}), UsageError);
    fs::create_symlink(run.weights(), folder / "link.safetensors");
    EXPECT_THROW(exportNetwork(run, {.target = folder / "link.safetensors"}), UsageError);
    writeFileAtomically(run.database(), "records");
    EXPECT_THROW(exportNetwork(run, {.target = run.database(), .format = "onnx"}), UsageError);
    EXPECT_EQ(bytesOf(run.weights()), before);
}

TEST_F(ExportOfWeights, WithoutWeightsNothingIsWritten) {
    EXPECT_THROW(exportNetwork(run, {.target = folder / "mlp.safetensors"}), Error);
    EXPECT_THROW(weightsOfRun(run), Error);
    EXPECT_FALSE(fs::exists(folder / "mlp.safetensors"));
}

TEST_F(ExportOfWeights, DamagedWeightsAreNotPassedOn) {
    record();
    fs::resize_file(run.weights(), fs::file_size(run.weights()) - 1);
    const auto target = folder / "mlp.safetensors";
    writeFileAtomically(target, "an older export");
    EXPECT_THROW(exportNetwork(run, {.target = target}), Error);
    EXPECT_EQ(bytesOf(target), "an older export");
}

TEST_F(ExportOfWeights, WeightsThatTheirMaskCutsMustBeZero) {
    model::WeightsFile file = test::prunedWeights();
    std::get<std::vector<float>>(file.tensors[0].values)[1] = 0.5F;
    model::writeWeights(run.weights(), file);
    try {
        exportNetwork(run, {.target = folder / "mlp.safetensors"});
        FAIL();
    } catch (const Error& e) {
        EXPECT_THAT(e.what(), HasSubstr("'fc1.weight' has 0.5 at place 1, where its mask is 0"));
    }
}

TEST_F(ExportOfWeights, AFolderThatIsNotThereIsNamed) {
    record();
    try {
        exportNetwork(run, {.target = folder / "nowhere" / "mlp.safetensors"});
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("nowhere"));
    }
}

/// A format whose files answer otherwise than the network.
model::NetworkFormat wrongFormat() {
    return {.description = {.name = "wrong", .title = "Wrong", .summary = "Answers as it likes."},
            .suffixes = {".wrong"},
            .make =
                [](const model::TrainedModel&, const nlohmann::json&, const std::string& file) {
                    return std::vector<model::ExportedFile>{{file, "wrong"}};
                },
            .readBack =
                [](const std::vector<model::ExportedFile>&, const model::TrainedModel& model,
                   const nlohmann::json&) {
                    return nn::inferenceGraph(model.graph, [&](const std::string& name) {
                        std::vector<float> values = model.values(name);
                        // The last class is always the answer.
                        if (name == "fc2.bias") values.back() = 1e6F;
                        return values;
                    });
                }};
}

TEST_F(ExportOfWeights, WhatAnswersOtherwiseThanTheRunIsNotWritten) {
    record();
    model::networkFormats().add(wrongFormat());
    const auto target = folder / "mlp.wrong";
    try {
        exportNetwork(run, {.target = target});
        FAIL();
    } catch (const Error& e) {
        EXPECT_THAT(e.what(), HasSubstr("of 256 inputs otherwise than the run"));
    }
    EXPECT_FALSE(fs::exists(target));
}

/// A run with its record and its data.
class ExportOfRun : public testing::Test {
protected:
    ExportOfRun() {
        test::writeTinyMnist(folder.path());
        const run::RunConfig config = test::smallRun(folder.path(), "mlp:16", 2);
        RecordedRun live(prepareRun(train::ResolvedConfig(config)),
                         {.workspace = {}, .exactly = folder / "run"}, clock, false);
        live.session().wait();
    }

    test::TemporaryFolder folder;
    session::SystemClock clock;
    store::RunFolder run{folder / "run"};
};

TEST_F(ExportOfRun, IsCheckedOnTheTestImagesAndSaysWhereItComesFrom) {
    const auto target = folder / "net.safetensors";
    const NetworkExport result = exportNetwork(run, {.target = target});
    EXPECT_TRUE(result.checked);
    ASSERT_EQ(result.remarks.size(), 1U);
    EXPECT_THAT(result.remarks.front().english(), HasSubstr("test samples as the run does"));
    const auto metadata = model::readWeights(target).metadata;
    EXPECT_EQ(metadata.at("run"), "run");
    EXPECT_EQ(metadata.at("dataset"), "mnist");
    EXPECT_EQ(metadata.at("unit"), "255");
    EXPECT_EQ(metadata.at("data_sha256").size(), sha256Digits);
    EXPECT_THAT(metadata.at("program"), HasSubstr("prunescope"));
}

TEST_F(ExportOfRun, IsCheckedOnRandomInputsOnceTheDataAreGone) {
    for (const auto& entry : fs::directory_iterator(folder.path()))
        if (entry.is_regular_file()) fs::remove(entry.path());
    const NetworkExport result = exportNetwork(run, {.target = folder / "net.npz"});
    EXPECT_TRUE(result.checked);
    ASSERT_EQ(result.remarks.size(), 2U);
    EXPECT_THAT(result.remarks.front().english(), HasSubstr("the data set of the run cannot be read"));
    EXPECT_THAT(result.remarks.back().english(), HasSubstr("random inputs"));
}

TEST_F(ExportOfRun, WeightsOfAnotherRunAreFoundOut) {
    model::WeightsFile file = model::readWeights(run.weights());
    for (model::NamedTensor& tensor : file.tensors) {
        auto* values = std::get_if<std::vector<float>>(&tensor.values);
        for (std::size_t i = 0; values != nullptr && i < values->size(); ++i) (*values)[i] = -(*values)[i];
    }
    model::writeWeights(run.weights(), file);
    try {
        exportNetwork(run, {.target = folder / "net.npz"});
        FAIL();
    } catch (const Error& e) {
        EXPECT_THAT(e.what(), HasSubstr("where the run has recorded an accuracy of"));
    }
}

}  // namespace
}  // namespace prunescope::workspace
