#include "support/golden.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace prunescope::test {
namespace {

constexpr std::string_view samplePrefix = "initial_sample.";

/// The shape of a parameter, from the tensor that holds it after training.
std::vector<std::int64_t> shapeOf(const GoldenFile& golden, const std::string& name) {
    return golden.tensor(name).shape;
}

class GoldenValues : public testing::TestWithParam<std::string> {};

TEST_P(GoldenValues, OfEveryParameterAreThoseOfNumpy) {
    const GoldenFile golden(GetParam());
    std::size_t compared = 0;
    for (const model::NamedTensor& sample : golden.content().tensors) {
        if (!sample.name.starts_with(samplePrefix)) continue;
        const std::string name = sample.name.substr(samplePrefix.size());
        if (name.starts_with("images.") || name.starts_with("labels.")) continue;
        std::vector<float> values = golden.formula().initial(name, shapeOf(golden, name));
        values.resize(std::min<std::size_t>(values.size(), 16));
        EXPECT_EQ(values, golden.floats(sample.name)) << name;
        ++compared;
    }
    EXPECT_GE(compared, 6U);
}

TEST_P(GoldenValues, OfTheFirstBatchAreThoseOfNumpy) {
    const GoldenFile golden(GetParam());
    EXPECT_EQ(golden.formula().images("1", 16), golden.floats("initial_sample.images.1"));
    const auto labels = golden.formula().labels("1", 24);
    const std::vector<std::int64_t> wide(labels.begin(), labels.end());
    EXPECT_EQ(wide, std::get<std::vector<std::int64_t>>(golden.tensor("initial_sample.labels.1").values));
}

TEST_P(GoldenValues, ComeWithTenFiniteLosses) {
    const GoldenFile golden(GetParam());
    const auto& losses = golden.floats("loss");
    ASSERT_EQ(losses.size(), 10U);
    for (const float loss : losses) EXPECT_TRUE(loss > 0 && loss < 10) << loss;
}

TEST_P(GoldenValues, MovedInTrainingByMuchMoreThanTheToleranceOfTheComparison) {
    const GoldenFile golden(GetParam());
    for (const model::NamedTensor& sample : golden.content().tensors) {
        if (!sample.name.starts_with("gradient_norm.")) continue;
        const std::string name = sample.name.substr(std::string("gradient_norm.").size());
        const auto before = golden.formula().initial(name, shapeOf(golden, name));
        EXPECT_GT(relativeDistance(before, golden.floats(name)), 1e-3) << name;
    }
}

INSTANTIATE_TEST_SUITE_P(Networks, GoldenValues,
                         testing::Values("lenet-300-100", "lenet-5", "resnet-20", "resnet-8:projection"),
                         [](const auto& test) {
                             std::string name = test.param;
                             std::replace_if(
                                 name.begin(), name.end(), [](char c) { return c == '-' || c == ':'; }, '_');
                             return name;
                         });

// FNV-1a of "0:" with offset basis and prime of its authors, then one SplitMix64 step, by an independent
// program.
TEST(GoldenFormula, KeepsToItsDefinition) {
    EXPECT_EQ(GoldenFormula("0").bits("", 2),
              (std::vector<std::uint64_t>{0xcc334bef6ee17452ULL, 0xee1ed93c2f3c4043ULL}));
}

}  // namespace
}  // namespace prunescope::test
