#pragma once

#include "base/clean_text.h"
#include "base/text.h"
#include "view/number_text.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace prunescope::report {

using prunescope::cleanText;
using view::bytesText;
using view::countText;
using view::durationText;
using view::epochText;
using view::percentText;
using view::utcText;

/// `cleanText`, then escaped for HTML text and for a quoted attribute.
std::string escaped(std::string_view text);

/// "+0.42", the difference of two shares in percentage points; "–" when it is not known.
std::string signedPoints(double difference, int decimals = 2);

/// "(−1.20, +0.30)": an interval of such a difference, which is never broken.
std::string pointsInterval(double low, double high);

/// "+0.42 points", the difference of two shares in percentage points; "–" when it is not known.
Text points(double difference, int decimals = 2);

/// The shortest text that reads back as the same number; "not a number" and "infinite" for those.
std::string plain(double value);

/// With a fixed number of decimals.
std::string fixedText(double value, int decimals);

}  // namespace prunescope::report
