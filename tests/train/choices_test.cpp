#include "train/choices.h"

#include "base/error.h"

#include <gmock/gmock.h>

namespace prunescope::train {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

std::vector<std::string> keysOf(const auto& options) {
    std::vector<std::string> keys;
    for (const auto& option : options) keys.push_back(option.key);
    return keys;
}

TEST(Choices, EveryGroupOfOptionsIsChosenFromARegistry) {
    const run::RunConfig usual;
    for (const run::ConfigGroup& group : run::configGroups()) {
        EXPECT_FALSE(choicesOf(group.choice).empty()) << group.choice;
        EXPECT_NE(chosenBy(usual, group.choice), nullptr) << group.choice;
    }
    EXPECT_TRUE(choicesOf("epochs").empty());
}

TEST(Choices, AreNamedInFullWhenOneIsUnknown) {
    run::RunConfig config;
    config.learningRate.shape = "cosin";
    EXPECT_EQ(chosenBy(config, "learning_rate.shape"), nullptr);
    try {
        expectKnown(config, "learning_rate.shape");
        FAIL();
    } catch (const UsageError& e) {
        EXPECT_THAT(std::string(e.what()), testing::HasSubstr("Did you mean 'cosine'?"));
    }
}

TEST(OwnOptions, AreThoseOfWhatIsChosenUnderTheirTypedKeys) {
    run::RunConfig config;
    config.method = "dense";
    EXPECT_THAT(keysOf(ownOptions(config)),
                ElementsAre("optimizer.momentum", "optimizer.nesterov", "learning_rate.final_factor"));
    config.optimizer.name = "adamw";
    EXPECT_THAT(keysOf(ownOptions(config)), Contains("optimizer.beta1"));
    EXPECT_THAT(keysOf(ownOptions(config)), Not(Contains("optimizer.momentum")));
}

TEST(RecordedOptions, LeaveOutThoseOfOtherChoicesAndKeepWhatNobodyKnows) {
    run::RunConfig config;
    config.method = "dense";
    config.optimizer.options = {{"momentum", 0.8}, {"beta1", 0.95}, {"warp", 9}};
    const auto recorded = recordedOptions(config);
    ASSERT_THAT(keysOf(recorded), ElementsAre("optimizer.momentum", "optimizer.warp"));
    EXPECT_EQ(recorded[0].known->title, "Momentum");
    EXPECT_EQ(recorded[0].value, 0.8);
    EXPECT_EQ(recorded[1].known, nullptr);
    for (const OwnOption& option : recorded) {
        ASSERT_NE(recordedOption(config, option.key), nullptr) << option.key;
        EXPECT_EQ(*recordedOption(config, option.key), option.value);
    }
    for (const char* none :
         {"optimizer.beta1", "optimizer.nesterov", "optimizer.name", "method.z", "epochs", ""})
        EXPECT_EQ(recordedOption(config, none), nullptr) << none;
    config.methodOptions = "damaged";
    EXPECT_EQ(recordedOption(config, "method.z"), nullptr);
}

}  // namespace
}  // namespace prunescope::train
