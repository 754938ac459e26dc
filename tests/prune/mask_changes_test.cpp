#include "nn/models.h"
#include "prune/pruner.h"

#include <gtest/gtest.h>

#include <map>

namespace prunescope::prune {
namespace {

class MaskChangesTest : public testing::Test {
protected:
    MaskChangesTest()
        : network_(nn::buildNetwork<float>(
              {.name = "mlp:20,10", .input = {1, 6, 6}, .classes = 10, .capacity = 1})) {
        nn::initialise(network_, 1);
        config_.pruning.maskInterval = 4;
    }

    nn::Network<float> network_;
    run::RunConfig config_;
    run::SparsitySchedule schedule_{
        .target = 0.9, .start = StepIndex{0}, .end = StepIndex{40}, .freeze = StepIndex{50}};
    static constexpr LayerIndex first{0};
};

TEST_F(MaskChangesTest, NothingHasChangedBeforeTheFirstCut) {
    Pruner p(config_, network_.parameters(), schedule_);
    EXPECT_EQ(p.lastMaskUpdate(), std::nullopt);
    p.beginStep(StepIndex{0});
    EXPECT_EQ(p.lastMaskUpdate(), StepIndex{0});
    EXPECT_EQ(p.maskChanges(first, 0).count, 0U);
    EXPECT_EQ(p.maskChanges(first, 0).last, std::nullopt);
}

TEST_F(MaskChangesTest, CountsEveryCutAndRevivalAndRemembersTheLast) {
    Pruner p(config_, network_.parameters(), schedule_);
    float* weights = network_.find("fc1.weight")->value();
    const std::int64_t size = p.parameter(first).size();
    std::map<std::int64_t, std::pair<std::uint32_t, std::int64_t>> expected;
    std::vector<std::uint8_t> before = p.mask(first);
    for (std::int64_t step = 0; step < 60; ++step) {
        // Makes weights grow and shrink in turn, so that some come back.
        for (std::int64_t i = 0; i < size; i += 7) weights[i] *= (step / 8) % 2 == 0 ? 0.5F : 2.1F;
        p.beginStep(StepIndex{step});
        for (std::int64_t i = 0; i < size; ++i) {
            if (p.mask(first)[static_cast<std::size_t>(i)] == before[static_cast<std::size_t>(i)]) continue;
            ++expected[i].first;
            expected[i].second = step;
        }
        before = p.mask(first);
    }
    std::uint32_t most = 0;
    for (std::int64_t i = 0; i < size; ++i) {
        const MaskChanges changes = p.maskChanges(first, i);
        const auto known = expected.find(i);
        ASSERT_EQ(changes.count, known == expected.end() ? 0U : known->second.first) << i;
        if (changes.count > 0) {
            ASSERT_EQ(changes.last, StepIndex{known->second.second}) << i;
        }
        most = std::max(most, changes.count);
    }
    EXPECT_GT(most, 1U) << "the test must see a revival";
    EXPECT_EQ(p.lastMaskUpdate(), StepIndex{50}) << "the mask froze there";
}

TEST_F(MaskChangesTest, KeepsTheMaskOfTheUpdateBefore) {
    Pruner p(config_, network_.parameters(), schedule_);
    p.beginStep(StepIndex{20});
    const std::vector<std::uint8_t> old = p.mask(first);
    p.beginStep(StepIndex{24});
    EXPECT_EQ(p.previousMask(first), old);
    EXPECT_NE(p.mask(first), old);
}

}  // namespace
}  // namespace prunescope::prune
