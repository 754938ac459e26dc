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

std::vector<std::string> namesIn(const TensorReader& reader) {
    std::vector<std::string> names;
    for (const TensorEntry& entry : reader.entries()) names.push_back(entry.name);
    return names;
}

TEST(WeightFormats, GiveBackWhatTheyWriteAndDescribeIt) {
    const test::TemporaryFolder folder;
    for (const WeightFormat& format : weightFormats()) {
        const auto file = folder / ("net" + format.suffixes.front());
        format.write(file, twoTensors());
        const auto reader = format.open(file);
        EXPECT_EQ(reader->readAll(), twoTensors()) << format.description.name;
        EXPECT_THAT(namesIn(*reader), testing::UnorderedElementsAre("fc1.weight", "fc1.bias"));
        EXPECT_EQ(reader->find("fc1.bias")->values(), 2U);
        EXPECT_EQ(reader->find("fc1"), nullptr);
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
