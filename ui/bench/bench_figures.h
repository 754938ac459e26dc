#pragma once

#include "bench/report.h"

#include <QString>
#include <cstdint>
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
    double (*pruned)(const bench::Report&, const bench::Result&);
    double (*dense)(const bench::Report&);
};

/// In the order of the table.
const std::vector<BenchFigure>& benchFigures();

/// Titles and helps in the window's language.
QString benchText(const char* english);
QString evidenceText(Evidence evidence);
/// With the decimals of its unit; the title says the unit.
QString figureText(const BenchFigure& figure, double value);

/// "95 %", or "your model, 95.02 %".
QString sparsityName(const bench::Result& result);

/// One line for the network without pruning and one for each sparsity, with every figure and its unit.
QString benchCsv(const bench::Report& report);

}  // namespace prunescope::ui
