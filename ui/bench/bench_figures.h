#pragma once

#include "speed/report.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace prunescope::ui {

enum class Evidence : std::uint8_t { measured, theoretical };

/// One figure that is known of every sparsity and of the network without pruning.
struct BenchFigure {
    enum class Unit : std::uint8_t { milliseconds, share, perSecond, factor, microseconds, gflops, bytes };

    const char* title;   ///< for `benchText`
    const char* help;    ///< the same: one sentence, then the formula
    const char* column;  ///< of a file of numbers
    Unit unit;
    Evidence evidence;
    double (*pruned)(const speed::Report&, const speed::Result&);
    double (*dense)(const speed::Report&);
    /// The same figure, or one that is proportional to it, over all rounds; null: it has no spread.
    const speed::Quartiles& (*prunedRounds)(const speed::Result&) = nullptr;
    const speed::Quartiles& (*denseRounds)(const speed::Report&) = nullptr;

    /// Half of the interquartile range over the median; nothing where it is not known. `result` null: of the
    /// network without pruning.
    std::optional<double> plusMinus(const speed::Report& report, const speed::Result* result) const;
};

/// In the order of the table.
const std::vector<BenchFigure>& benchFigures();

/// Titles and helps in the window's language.
QString benchText(const char* english);
QString evidenceText(Evidence evidence);
/// With the decimals of its unit, and how much it changes where that is known; the title says the unit. What
/// is not known is a dash. `result` null: of the network without pruning.
QString figureText(const BenchFigure& figure, const speed::Report& report, const speed::Result* result);

/// "95 %", or "your model, 95.02 %".
QString sparsityName(const speed::Result& result);

/// One line for the network without pruning and one for each sparsity, with every figure and its unit.
QString benchCsv(const speed::Report& report);

}  // namespace prunescope::ui
