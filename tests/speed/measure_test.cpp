// How a measurement goes on: progress, figures on the way, stopping. No test looks at how fast anything is.

#include "speed/measure.h"

#include "base/error.h"
#include "support/pruned_weights.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

namespace prunescope::speed {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Request tiny(std::vector<double> sparsities) {
    return {.model = "mlp:8",
            .sparsities = std::move(sparsities),
            .threads = 1,
            .batch = 2,
            .secondsPerSparsity = 0.001};
}

std::vector<double> sparsitiesIn(const Report& report) {
    std::vector<double> list;
    for (const Result& result : report.results) list.push_back(result.sparsity);
    return list;
}

TEST(Measure, TellsHowFarItIsAndShowsFiguresAsTheyCome) {
    std::vector<double> fractions;
    std::vector<std::size_t> sizes;
    const Report report = measure(tiny({0.5, 0.9}), [&](const Progress& progress) {
        fractions.push_back(progress.fraction);
        if (progress.report != nullptr) {
            sizes.push_back(progress.report->results.size());
            EXPECT_GT(progress.report->machine.fmaGflops, 0);
            EXPECT_GT(progress.report->dense.stepMs.median, 0);
        }
        return true;
    });
    ASSERT_FALSE(fractions.empty());
    EXPECT_EQ(fractions.front(), 0);
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_GT(fractions.back(), 0.5);
    EXPECT_LE(fractions.back(), 1);
    ASSERT_GE(sizes.size(), 2U);
    EXPECT_EQ(sizes[0], 1U) << "the first sparsity is shown as soon as it is measured";
    EXPECT_EQ(sizes[1], 2U);
    EXPECT_THAT(sparsitiesIn(report), ElementsAre(0.5, 0.9));
}

TEST(Measure, StoppedAtOnceItHasNoFigures) {
    const Report report = measure(tiny({0.9}), [](const Progress&) { return false; });
    EXPECT_THAT(report.results, IsEmpty());
    EXPECT_EQ(report.request.model, "mlp:8");
}

TEST(Measure, StoppedLaterItKeepsWhatIsComplete) {
    const Report report =
        measure(tiny({0.5, 0.7, 0.9}), [](const Progress& progress) { return progress.report == nullptr; });
    ASSERT_THAT(sparsitiesIn(report), ElementsAre(0.5));
    EXPECT_GT(report.results[0].exploitationMs.median, 0);
    EXPECT_GT(report.results[0].batch1.samples, 0);
}

TEST(Measure, ComesFirstToTheOwnModelAtItsOwnSparsity) {
    const test::TemporaryFolder folder;
    Request request = tiny({0.5});
    request.weights = test::writePrunedWeights(folder / "final.weights");
    const Report report = measure(request);
    ASSERT_EQ(report.results.size(), 2U);
    EXPECT_EQ(report.request.model, "mlp:20");
    EXPECT_TRUE(report.results[0].own);
    EXPECT_NEAR(report.results[0].theory.sparsity, 0.9, 1e-3);
    EXPECT_FALSE(report.results[1].own);
    EXPECT_EQ(report.telling(), &report.results[0]);
    request.sparsities.clear();
    EXPECT_EQ(measure(request).results.size(), 1U);
}

TEST(Measure, RefusesARequestWithNothingToMeasure) {
    EXPECT_THROW(measure(tiny({})), UsageError);
    Request request = tiny({0.5});
    request.weights = "/nowhere/final.weights";
    EXPECT_THROW(measure(request), Error);
}

}  // namespace
}  // namespace prunescope::speed
