// The choice between dense and sparse kernels, with made-up times.

#include "kernels/kernel_choice.h"

#include <gtest/gtest.h>

namespace prunescope::kernels {
namespace {

/// Passes whose sparse time is `overhead + kept` and whose dense time is 100; how many were sparse.
class ChoiceTest : public testing::Test {
protected:
    int run(int passes, Index kept, Index images = 128, KernelPolicy policy = KernelPolicy::measured) {
        int sparse = 0;
        for (int k = 0; k < passes; ++k) {
            const bool isSparse =
                choice_.next({.weights = 1000, .kept = kept, .images = images, .policy = policy});
            choice_.took(isSparse ? overhead_ + static_cast<double>(kept) : 100);
            sparse += isSparse ? 1 : 0;
        }
        return sparse;
    }

    KernelChoice choice_;
    double overhead_ = 20;
};

TEST_F(ChoiceTest, IsDenseWithoutATrialWhileMoreThanHalfIsKept) {
    EXPECT_EQ(run(100, 501), 0);
    EXPECT_EQ(run(100, 1000), 0);
}

TEST_F(ChoiceTest, KeepsTheFasterAfterATrialOfAFewPasses) {
    EXPECT_EQ(run(8, 50), 4) << "both in turn";
    EXPECT_TRUE(choice_.sparse());
    EXPECT_EQ(run(100, 50), 100);
    EXPECT_EQ(run(100, 10), 100) << "fewer weights need no other trial";
}

TEST_F(ChoiceTest, TriesAgainOnlyOnceFewEnoughAreKept) {
    EXPECT_EQ(run(108, 200), 4) << "220 against 100";
    EXPECT_FALSE(choice_.sparse());
    EXPECT_EQ(run(100, 95), 0) << "above 200 * 100 / 220";
    EXPECT_EQ(run(108, 90), 4) << "110 against 100";
    EXPECT_EQ(run(108, 80), 104) << "100 against 100";
    EXPECT_TRUE(choice_.sparse());
}

TEST_F(ChoiceTest, GoesBackToDenseWhenTheMaskFillsUp) {
    run(20, 50);
    ASSERT_TRUE(choice_.sparse());
    EXPECT_EQ(run(108, 300), 4);
    EXPECT_FALSE(choice_.sparse());
}

TEST_F(ChoiceTest, IsAtMostFivePercentSlowerThanDenseWhereSparseIsNeverFaster) {
    overhead_ = 200;
    double time = 0;
    for (Index kept = 500; kept > 0; kept -= 5) {
        const int sparse = run(16, kept);
        time += sparse * (overhead_ + static_cast<double>(kept)) + (16 - sparse) * 100;
    }
    EXPECT_LT(time, 1.05 * 100 * 16 * 100);
}

TEST_F(ChoiceTest, AsksAgainAfterAWhileInCaseTheTrialWasDisturbed) {
    overhead_ = 1000;
    run(8, 50);
    ASSERT_FALSE(choice_.sparse());
    overhead_ = 20;
    run(600, 50);
    EXPECT_TRUE(choice_.sparse());
}

TEST_F(ChoiceTest, ComparesOnlyPassesWithTheSameNumberOfImages) {
    run(5, 50, 128);
    EXPECT_EQ(run(8, 50, 96), 4) << "the trial begins anew";
    EXPECT_TRUE(choice_.sparse());
    EXPECT_EQ(run(3, 50, 128), 3) << "what it found holds for other numbers too";
}

TEST_F(ChoiceTest, ObeysAPolicy) {
    EXPECT_EQ(run(10, 400, 128, KernelPolicy::sparse), 10);
    EXPECT_EQ(run(10, 600, 128, KernelPolicy::sparse), 0);
    EXPECT_EQ(run(10, 10, 128, KernelPolicy::dense), 0);
}

}  // namespace
}  // namespace prunescope::kernels
