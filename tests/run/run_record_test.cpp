// Records on their way, and the moments that statistics belong to.

#include "run/run_record.h"

#include "run/moments.h"

#include <gtest/gtest.h>

namespace prunescope::run {
namespace {

LayerStatistic statistic(std::int64_t step, std::int32_t layer) {
    return {.step = StepIndex{step}, .layer = LayerIndex{layer}};
}

TEST(Records, PutWhatIsEarlierBeforeWhatIsThere) {
    RecordBatch later;
    later.add(MetricSample{.step = StepIndex{2}});
    later.add({statistic(2, 0)});
    later.outcome.emplace().state = RunState::stopped;
    RecordBatch earlier;
    earlier.header.emplace().totalSteps = 7;
    earlier.add(MetricSample{.step = StepIndex{1}});
    earlier.add({statistic(1, 0), statistic(1, 1)});
    earlier.outcome.emplace().state = RunState::failed;
    later.prepend(std::move(earlier));
    ASSERT_EQ(later.samples.size(), 2U);
    EXPECT_EQ(later.samples[0].step, StepIndex{1});
    EXPECT_EQ(later.samples[1].step, StepIndex{2});
    EXPECT_EQ(later.layerStatistics.size(), 3U);
    EXPECT_EQ(later.layerStatistics.back().step, StepIndex{2});
    EXPECT_EQ(later.header->totalSteps, 7);
    EXPECT_EQ(later.outcome->state, RunState::stopped) << "the later one counts";
    EXPECT_EQ(later.size(), 7U) << "with header and outcome";
}

TEST(Records, AreEmptyOnlyWithoutHeaderAndOutcome) {
    RecordBatch batch;
    EXPECT_TRUE(batch.empty());
    batch.outcome.emplace();
    EXPECT_FALSE(batch.empty());
}

TEST(Moments, AreToldApartByStepAndWithinAStepByTheFirstLayer) {
    // Masks were chosen once more after step 8.
    const std::vector<LayerStatistic> statistics{statistic(4, 0), statistic(4, 1), statistic(8, 0),
                                                 statistic(8, 1), statistic(8, 0), statistic(8, 1)};
    const auto moments = momentsOf(statistics);
    ASSERT_EQ(moments.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(moments[i].size(), 2U);
        EXPECT_EQ(moments[i].data(), statistics.data() + 2 * i);
    }
    EXPECT_TRUE(momentsOf({}).empty());
}

}  // namespace
}  // namespace prunescope::run
