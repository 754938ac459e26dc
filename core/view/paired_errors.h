#pragma once

#include "run/image_answers.h"
#include "view/axis.h"

#include <cstdint>

namespace prunescope::view {

/// Two networks that predict the same numbers, row by row: a row's change is |error| of the second network
/// less |error| of the first.
struct PairedErrors {
    std::int64_t rows = 0;
    std::int64_t grew = 0;    ///< rows whose error is larger with the second network
    std::int64_t shrank = 0;  ///< rows whose error is smaller
    double meanChange = 0;    ///< in the target's own unit
    Range interval{};  ///< of the mean change at 95 %: mean -+ 1.96 standard errors of paired differences
    /// Two-sided, of Wilcoxon's signed-rank test; 1 with fewer than `fewestForWilcoxon` changed rows.
    double p = 1;

    /// By `p` at 5 %.
    bool toldApart() const { return p < 0.05; }
    bool isWorse() const { return toldApart() && grew + shrank > 0 && positiveRanks > negativeRanks; }
    bool isBetter() const { return toldApart() && positiveRanks < negativeRanks; }

    double positiveRanks = 0;  ///< sum of the ranks of growing errors
    double negativeRanks = 0;  ///< of shrinking ones
};

/// Of fewer rows the normal approximation of the rank sum says nothing.
inline constexpr std::int64_t fewestForWilcoxon = 10;

/// Wilcoxon 1945, Biometrics Bulletin 1, 80-83: the changes that are not 0 are ranked by their size, ties by
/// their mean rank; were growing and shrinking equally likely, the rank sum T+ of the growing ones had the
/// mean n (n + 1) / 4 and, with ties of t changes each, the variance n (n + 1) (2n + 1) / 24 - sum (t^3 - t)
/// / 48 (Conover 1999, Practical Nonparametric Statistics, section 5.7). p is that of the normal
/// distribution, with half a rank for continuity. The answers are to the same rows, and numbers.
PairedErrors comparePredictions(const run::ImageAnswers& first, const run::ImageAnswers& second);

}  // namespace prunescope::view
