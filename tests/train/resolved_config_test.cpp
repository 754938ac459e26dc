#include "train/resolved_config.h"

#include "base/error.h"

#include <gtest/gtest.h>

namespace prunescope::train {
namespace {

std::string blamedBy(const run::RunConfig& config) {
    try {
        const ResolvedConfig resolved(config);
    } catch (const UsageError& error) {
        return error.where().english();
    }
    return "";
}

TEST(ResolvedConfig, HasAValueForEachOptionOfItsMethod) {
    run::RunConfig config;
    config.methodOptions = {{"z", 2}};
    const ResolvedConfig resolved(config);
    EXPECT_EQ(resolved->methodOptions.at("z"), 2);
    EXPECT_TRUE(resolved->methodOptions.contains("pruned_gradient"));
    EXPECT_EQ(ResolvedConfig(*resolved)->methodOptions, resolved->methodOptions) << "once is enough";
}

TEST(ResolvedConfig, OfAMethodThatPrunesNothingAsksForNoSparsity) {
    run::RunConfig config;
    config.method = "dense";
    config.schedule = {.shape = "drawn", .target = 0.9};
    const ResolvedConfig resolved(config);
    EXPECT_EQ(resolved->schedule.target, 0);
    EXPECT_EQ(resolved->schedule.shape, "constant");
}

TEST(ResolvedConfig, NamesTheOptionThatIsToBlame) {
    run::RunConfig config;
    EXPECT_EQ(blamedBy(config), "");
    config.method = "mop";
    EXPECT_EQ(blamedBy(config), "method");
    config = {};
    config.optimizer.nesterov = true;
    config.optimizer.momentum = 0;
    EXPECT_EQ(blamedBy(config), "optimizer.nesterov");
}

}  // namespace
}  // namespace prunescope::train
