#include "train/class_weights.h"

#include "base/error.h"

#include <gmock/gmock.h>

namespace prunescope::train {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;

std::vector<double> weightsFor(const std::string& option, std::vector<std::int64_t> images) {
    return classWeights(option, images);
}

std::string refusalOfWeights(const std::string& option, std::vector<std::int64_t> images) {
    try {
        classWeights(option, images);
    } catch (const UsageError& e) {
        return e.what();
    }
    return "accepted";
}

TEST(ClassWeights, AreNoneUnlessAskedFor) {
    EXPECT_TRUE(weightsFor("none", {5, 7}).empty());
}

TEST(ClassWeights, BalanceAsScikitLearnDoes) {
    // sklearn.utils.class_weight.compute_class_weight("balanced", …): 10 / (2 x 8) and 10 / (2 x 2).
    EXPECT_THAT(weightsFor("balanced", {8, 2}), ElementsAre(DoubleEq(0.625), DoubleEq(2.5)));
}

TEST(ClassWeights, BalanceTheClassesThatAreThere) {
    EXPECT_THAT(weightsFor("balanced", {8, 0, 2}), ElementsAre(DoubleEq(0.625), 0, DoubleEq(2.5)));
}

TEST(ClassWeights, ThatAreGivenAreScaledToAMeanOfOne) {
    // (6 x 1 + 2 x 5) / 8 = 2.
    EXPECT_THAT(weightsFor("1, 5", {6, 2}), ElementsAre(DoubleEq(0.5), DoubleEq(2.5)));
    EXPECT_THAT(weightsFor("[10,50]", {6, 2}), ElementsAre(DoubleEq(0.5), DoubleEq(2.5)));
}

TEST(ClassWeights, RefuseWhatTheyAreNot) {
    for (const char* option : {"", "even", "1,-2", "1,0", "1,nan", "1,,2", "[]"}) {
        EXPECT_THROW(expectClassWeights(option), UsageError) << option;
        EXPECT_THAT(refusalOfWeights(option, {1, 1}), testing::HasSubstr("class_weights")) << option;
    }
    for (const char* option : {"none", "balanced", "1,2.5"}) EXPECT_NO_THROW(expectClassWeights(option));
    EXPECT_THAT(refusalOfWeights("1,2", {1, 1, 1}),
                testing::HasSubstr("expected 3 numbers, one for each class, found 2"));
}

}  // namespace
}  // namespace prunescope::train
