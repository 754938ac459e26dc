#pragma once

#include "run/measurement.h"

namespace prunescope::test {

/// A figure of twelve rounds.
inline run::Quartiles twelveRounds(double lower, double median, double upper) {
    return {.lower = lower, .median = median, .upper = upper, .rounds = 12};
}

/// Of a network of which 95 % are pruned: twice as fast for one image, four times in a batch.
inline run::Measurement exampleMeasurement() {
    return {.wallMs = 1'764'475'200'000,  // 2025-11-30 04:00:00 UTC
            .processor = "Made Up 7",
            .instructionSet = "x86-64-v3",
            .cores = 4,
            .threads = 2,
            .batch = 100,
            .sparsity = 0.95,
            .oneImage = {.denseMs = twelveRounds(0.0758, 0.0768, 0.0774),
                         .prunedMs = twelveRounds(0.0377, 0.0384, 0.0391),
                         .speedup = twelveRounds(1.95, 2, 2.05),
                         .breakEven = run::BreakEven{.sparsity = 0.524}},
            .inference = {.denseMs = twelveRounds(3.9, 4, 4.1),
                          .prunedMs = twelveRounds(0.98, 1, 1.02),
                          .speedup = twelveRounds(3.9, 4, 4.1),
                          .breakEven = run::BreakEven{.sparsity = 0.5, .orBelow = true}},
            .exploration = {.denseMs = twelveRounds(7.9, 8, 8.1),
                            .prunedMs = twelveRounds(6.3, 6.4, 6.5),
                            .speedup = twelveRounds(1.2, 1.25, 1.28)},
            .exploitation = {.denseMs = twelveRounds(7.9, 8, 8.1),
                             .prunedMs = twelveRounds(3.9, 4, 4.1),
                             .speedup = twelveRounds(1.9, 2, 2.1)},
            .otherLoad = 0.03};
}

}  // namespace prunescope::test
