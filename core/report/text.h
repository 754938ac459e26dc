#pragma once

#include "base/clean_text.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace prunescope::report {

using prunescope::cleanText;

/// `cleanText`, then escaped for HTML text and for a quoted attribute.
std::string escaped(std::string_view text);

/// "95.00 %" of a share in [0, 1]. A share that is not whole is never printed as "100 %" or "0 %", see
/// `percentDigits`.
/// What is no number is not known: "–". So for points, epochs and durations.
std::string percent(double share, int decimals = 2);

/// "+0.42 points", the difference of two shares in percentage points.
std::string points(double difference, int decimals = 2);

/// "430,500".
std::string grouped(std::int64_t value);

/// "1 problem", "1,200 problems": `noun` takes an s for every count but one.
std::string counted(std::int64_t count, std::string_view noun);

/// The shortest text that reads back as the same number; "not a number" and "infinite" for those.
std::string plain(double value);

/// With a fixed number of decimals.
std::string fixedText(double value, int decimals);

/// "7" or "7.25": an epoch, with two decimals at most.
std::string epochText(double epoch);

/// "1.72 MB" (powers of 1000).
std::string bytesText(double bytes);

/// "2025-03-04 10:22:31 UTC" of milliseconds since 1970; the bare number outside the years 1970 to 9999.
std::string utcText(std::int64_t milliseconds);

/// "1 h 02 min", "4 min 05 s", "12.3 s".
std::string durationText(double milliseconds);

}  // namespace prunescope::report
