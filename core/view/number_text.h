#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Numbers as the window, the report and the terminal write them: a decimal point, grouped thousands, and a
/// space that does not break before the unit. What is not finite is not known: `missing`.
namespace prunescope::view {

inline constexpr std::string_view missing = "\u2013";

/// "95.00 %" of a share in [0, 1]. A share that is not whole is never printed as "100 %" or "0 %", see
/// `percentDigits`.
std::string percentText(double share, int decimals = 2);

/// "430,500".
std::string countText(std::int64_t count);

/// With a fixed number of decimals.
std::string decimalText(double value, int decimals);

/// "0.01234", "1.235e-07".
std::string significantText(double value, int digits = 4);

/// "7" or "7.25": an epoch, with two decimals at most.
std::string epochText(double epoch);

/// "1.72 MB" (powers of 1000).
std::string bytesText(double bytes);

/// "2025-03-04 10:22:31 UTC" of milliseconds since 1970; the bare number outside the years 1970 to 9999.
std::string utcText(std::int64_t milliseconds);

/// "1 h 02 min", "4 min 05 s", "12.3 s".
std::string durationText(double milliseconds);

}  // namespace prunescope::view
