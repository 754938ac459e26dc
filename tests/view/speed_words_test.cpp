#include "view/speed_words.h"

#include "support/example_measurement.h"

#include <gtest/gtest.h>

namespace prunescope::view {
namespace {

using test::exampleMeasurement;

TEST(SpeedWords, SayHowLongOneImageTakes) {
    EXPECT_EQ(oneImageWords(exampleMeasurement()).english(),
              "One sample takes 0.077 ms dense and 0.038 ms pruned (\u00D72.00, median of 12 rounds, spread "
              "1.95 to 2.05).");
}

TEST(SpeedWords, SayHowManyImagesASecond) {
    EXPECT_EQ(
        batchWords(exampleMeasurement()).english(),
        "In batches of 100: 25,000 samples/s dense and 100,000 pruned (\u00D74.00, spread 3.90 to 4.10).");
}

TEST(SpeedWords, SayWhatAStepTakesOfADenseOne) {
    // 1 / 1.25, from 1 / 1.28 to 1 / 1.2; 1 / 2, from 1 / 2.1 to 1 / 1.9.
    EXPECT_EQ(
        stepWords(exampleMeasurement()).english(),
        "A training step takes 0.80 of a dense one while masks move (spread 0.78 to 0.83) and 0.50 with "
        "frozen masks (spread 0.48 to 0.53).");
}

TEST(SpeedWords, NameTheSparsityThatPays) {
    EXPECT_EQ(breakEvenWords(exampleMeasurement()).english(),
              "Pays from a sparsity of: about 52\u00A0% for one sample; 50\u00A0% or less for a batch "
              "(estimated between the sparsities measured).");
    run::Measurement bare = exampleMeasurement();
    bare.oneImage.breakEven.reset();
    bare.inference.breakEven.reset();
    EXPECT_TRUE(breakEvenWords(bare).empty());
}

TEST(SpeedWords, OfADenseRunSpeakOfNothingPruned) {
    run::Measurement dense = exampleMeasurement();
    dense.sparsity = 0;
    EXPECT_EQ(oneImageWords(dense).english(),
              "One sample takes 0.077 ms (median of 12 rounds); no weight is pruned.");
    EXPECT_EQ(batchWords(dense).english(), "In batches of 100: 25,000 samples/s.");
    EXPECT_TRUE(stepWords(dense).empty());
}

TEST(SpeedWords, SayWhyNothingIsConcluded) {
    run::Measurement m = exampleMeasurement();
    EXPECT_TRUE(doubtWords(m).empty());
    m.oneImage.speedup = test::twelveRounds(1.8, 2, 2.5);
    m.otherLoad = 0.2;
    const auto words = [&](run::Doubt doubt) {
        m.doubt = doubt;
        return doubtWords(m).english();
    };
    EXPECT_EQ(words(run::Doubt::busy),
              "Machine busy, other programs took 20\u00A0% of the processors' time: spread 35\u00A0%, not "
              "conclusive.");
    EXPECT_EQ(words(run::Doubt::unsteady), "Machine unsteady: spread 35\u00A0%, not conclusive.");
    EXPECT_EQ(words(run::Doubt::runBeside), "A run trained meanwhile: spread 35\u00A0%, not conclusive.");
    EXPECT_EQ(words(run::Doubt::fewRounds), "Measured in too few rounds (12), not conclusive.");
    EXPECT_EQ(words(run::Doubt::aboveRoof),
              "Faster than this machine's own limits, measured beside it: disturbed, not conclusive.");
}

TEST(SpeedWords, SayWhenAndOnWhat) {
    run::Measurement m = exampleMeasurement();
    EXPECT_EQ(measuredOnWords(m, "today").english(), "Measured today on Made Up 7, threads: 2, batch 100.");
    m.processor.clear();
    EXPECT_EQ(measuredOnWords(m, "today").english(),
              "Measured today on an unknown processor, threads: 2, batch 100.");
}

TEST(SpeedWords, GiveEveryTimeTwoDigitsThatCount) {
    const auto text = [](double ms) {
        const run::TimedWork work{.denseMs = test::twelveRounds(ms, ms, ms),
                                  .prunedMs = test::twelveRounds(ms, ms, ms)};
        return millisecondText(ms, work);
    };
    EXPECT_EQ(text(0.00213), "0.0021");
    EXPECT_EQ(text(0.0384), "0.038");
    EXPECT_EQ(text(4), "4.0");
    EXPECT_EQ(text(123.45), "123.5");
    EXPECT_EQ(text(0), "0.0");
}

}  // namespace
}  // namespace prunescope::view
