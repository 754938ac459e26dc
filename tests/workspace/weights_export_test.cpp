#include "workspace/weights_export.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "model/weight_format.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

namespace prunescope::workspace {
namespace {

class WeightsExport : public testing::Test {
protected:
    WeightsExport() {
        std::filesystem::create_directory(run.path());
        weights.metadata = {{"model", "mlp"}};
        weights.tensors = {{"fc1.weight", {2, 2}, std::vector<float>{1, 0, -2, 0.5F}},
                           {"fc1.mask", {2, 2}, std::vector<std::uint8_t>{1, 0, 1, 1}}};
    }
    void record() { model::writeWeights(run.weights(), weights); }
    static std::string bytesOf(const std::filesystem::path& file) { return readFile(file, 1 << 20); }

    test::TemporaryFolder folder;
    store::RunFolder run{folder / "run"};
    model::WeightsFile weights;
};

TEST_F(WeightsExport, ACopyHasTheBytesOfTheRunsFile) {
    record();
    const auto target = folder / "mlp.safetensors";
    exportWeights(run, target);
    EXPECT_EQ(bytesOf(target), bytesOf(run.weights()));
    EXPECT_EQ(model::readWeights(target), weights);
    const WeightsOfRun facts = weightsOfRun(run);
    EXPECT_EQ(facts.bytes, static_cast<std::int64_t>(std::filesystem::file_size(target)));
    EXPECT_EQ(facts.sha256, sha256HexOfFile(target));
}

TEST_F(WeightsExport, AnEndingThatNoFormatHasIsRefusedAndLeavesWhatIsThere) {
    record();
    const auto target = folder / "mlp.docx";
    writeFileAtomically(target, "a letter");
    EXPECT_THROW(exportWeights(run, target), UsageError);
    EXPECT_EQ(bytesOf(target), "a letter");
}

TEST_F(WeightsExport, TheRunsOwnFileIsNotWritten) {
    record();
    const std::string before = bytesOf(run.weights());
    EXPECT_THROW(exportWeights(run, run.weights()), UsageError);
    std::filesystem::create_symlink(run.weights(), folder / "link.safetensors");
    EXPECT_THROW(exportWeights(run, folder / "link.safetensors"), UsageError);
    EXPECT_EQ(bytesOf(run.weights()), before);
}

TEST_F(WeightsExport, WithoutWeightsNothingIsWritten) {
    EXPECT_THROW(exportWeights(run, folder / "mlp.safetensors"), Error);
    EXPECT_THROW(weightsOfRun(run), Error);
    EXPECT_FALSE(std::filesystem::exists(folder / "mlp.safetensors"));
}

TEST_F(WeightsExport, DamagedWeightsAreNotPassedOn) {
    record();
    std::filesystem::resize_file(run.weights(), std::filesystem::file_size(run.weights()) - 1);
    const auto target = folder / "mlp.safetensors";
    writeFileAtomically(target, "an older export");
    EXPECT_THROW(exportWeights(run, target), Error);
    EXPECT_EQ(bytesOf(target), "an older export");
}

TEST_F(WeightsExport, AFolderThatIsNotThereIsNamed) {
    record();
    try {
        exportWeights(run, folder / "nowhere" / "mlp.safetensors");
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("nowhere"));
    }
}

}  // namespace
}  // namespace prunescope::workspace
