#pragma once

#include "run/quality.h"

#include <QString>
#include <cstdint>
#include <string>

/// Numbers as the window writes them, see `view/number_text.h`; durations and times in its language.
namespace prunescope::ui {

QString percentText(double share, int decimals = 2);  ///< 0.8132 -> "81.32 %", see `percentDigits`
QString percentAsGiven(double share);   ///< with the decimals it has: 0.95 -> "95 %", 0.995 -> "99.5 %"
QString countText(std::int64_t count);  ///< "431,080"
QString decimalText(double value, int decimals);
QString significantText(double value, int digits = 4);  ///< "0.01234", "1.235e-7"
QString durationText(double seconds);                   ///< "38 s", "1 min 40 s", "2 h 05 min"
QString bytesText(double bytes);                        ///< "1.72 MB" (powers of 1000)
/// A figure of quality as its unit says, see `view::qualityText`.
QString qualityText(const run::QualityMeasure& measure, double value, const std::string& unit = {});
QString timeText(std::int64_t wallMs);  ///< local date and time, "2026-11-24 09:32:14"

}  // namespace prunescope::ui
