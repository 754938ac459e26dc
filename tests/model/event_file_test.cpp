#include "model/event_file.h"

#include "base/error.h"
#include "base/file.h"
#include "model/network_format.h"
#include "support/trained_model.h"

#include <gmock/gmock.h>

namespace prunescope::model {
namespace {

TEST(EventFile, HasTheChecksumsOfTheStandard) {
    // RFC 3720, appendix B.4
    EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8A9136AAU);
    EXPECT_EQ(crc32c(std::string(32, '\xFF')), 0x62A8AB43U);
    EXPECT_EQ(crc32c("123456789"), 0xE3069283U);
}

TEST(EventFile, HasTheBytesThatTheFormatsAskFor) {
    EventFile file(1'700'000'000'000);
    file.add("train/loss", 1, 1'700'000'000'500, 2.25);
    file.add("test/accuracy", 300, 1'700'000'001'000, 0.5);
    file.add("layer_sparsity/fc1", 70'000, 1'700'000'002'000, -1e-3);
    const auto golden = std::filesystem::path(PRUNESCOPE_TEST_DATA) / "golden" / "three_scalars.tfevents";
    EXPECT_EQ(file.bytes(), readFile(golden, 1 << 16)) << "make_tfevents.py made it";
}

TEST(TensorboardFormat, HasEveryCurveOfTheRun) {
    TrainedModel model = test::trainedModel("mlp:3", {1, 2, 2});
    model.record.header.network = model.graph.describe();
    model.record.samples = {{.step = StepIndex{1}, .wallMs = 5000}, {.step = StepIndex{2}, .wallMs = 6000}};
    model.record.evaluations = {
        {.step = StepIndex{2}, .split = run::Split::test, .classes = 1, .confusion = {7}}};
    model.record.layerStatistics = {
        {.step = StepIndex{2}, .layer = LayerIndex{1}, .weights = 30, .kept = 3, .cut = 2}};
    const NetworkFormat& format = networkFormats().get("tensorboard");
    const std::string bytes = format.make(model, nlohmann::json::object(), "run.tfevents").front().bytes;
    EventFile expected(0);
    for (const std::int64_t step : {1, 2}) {
        const std::int64_t when = 4000 + step * 1000;
        for (const char* tag :
             {"train/loss", "train/accuracy", "learning_rate", "sparsity/requested", "sparsity/achieved"})
            expected.add(tag, step, when, 0);
    }
    expected.add("test/loss", 2, 6000, 0);
    expected.add("test/accuracy", 2, 6000, 1);
    expected.add("layer_sparsity/fc2", 2, 6000, 0.9);
    expected.add("layer_cut/fc2", 2, 6000, 2);
    expected.add("layer_revived/fc2", 2, 6000, 0);
    EXPECT_EQ(bytes, expected.bytes());
}

TEST(TensorboardFormat, NeedsTheRecordOfTheRun) {
    const TrainedModel model = test::trainedModel("mlp:3", {1, 2, 2});
    EXPECT_THROW(networkFormats().get("tensorboard").make(model, nlohmann::json::object(), "run.tfevents"),
                 UsageError);
}

}  // namespace
}  // namespace prunescope::model
