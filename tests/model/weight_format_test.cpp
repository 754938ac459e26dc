#include "model/weight_format.h"

#include "base/error.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

namespace prunescope::model {
namespace {

WeightsFile twoTensors() {
    return {{{"model", "mlp:2"}},
            {{"fc1.weight", {2, 2}, std::vector<float>{1, -2, 0.5F, 0}},
             {"fc1.bias", {2}, std::vector<float>{3, 4}}}};
}

std::vector<std::string> namesIn(const WeightsHeader& header) {
    std::vector<std::string> names;
    for (const TensorEntry& entry : header.tensors) names.push_back(entry.name);
    return names;
}

TEST(WeightFormats, GiveBackWhatTheyWriteAndDescribeIt) {
    const test::TemporaryFolder folder;
    for (const WeightFormat& format : weightFormats()) {
        const auto file = folder / ("net" + format.suffixes.front());
        format.write(file, twoTensors());
        EXPECT_EQ(format.read(file), twoTensors()) << format.description.name;
        const WeightsHeader header = format.describe(file);
        EXPECT_THAT(namesIn(header), testing::UnorderedElementsAre("fc1.weight", "fc1.bias"));
        EXPECT_EQ(header.metadata, twoTensors().metadata);
        for (const std::string& suffix : format.suffixes)
            EXPECT_EQ(&weightFormatOf("folder/file" + suffix), &format) << suffix;
    }
}

TEST(WeightFormats, AreNamedWhenNoneHasFilesOfThatEnding) {
    try {
        weightFormatOf("model.safetensor");
        FAIL();
    } catch (const UsageError& e) {
        EXPECT_EQ(e.where().english(), "model.safetensor");
        EXPECT_THAT(std::string(e.what()), testing::HasSubstr("Did you mean '.safetensors'?"));
    }
}

}  // namespace
}  // namespace prunescope::model
