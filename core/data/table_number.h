#pragma once

#include <cstdint>
#include <string_view>

namespace prunescope::data {

/// The text without spaces and tabs around it.
std::string_view withoutBlanks(std::string_view text);

/// Whether that stands for a value that is not there: nothing at all, "?", "-", and, in letters of any size,
/// NA, N/A, NaN and null.
bool standsForMissing(std::string_view text);

/// A decimal number such as -1.5, +3, .5 or 2e-3 with that decimal sign, all of the text and no blanks around
/// it. NaN for what is none; infinity for what a double cannot hold. (An optional of it took a fifth of the
/// time of reading a table.)
double decimalNumber(std::string_view text, char decimalSign);

/// What a text that is no number with the decimal sign looks like.
enum class NumberLook : std::uint8_t {
    none,
    notFinite,      ///< "inf", or a number that is larger than a 32-bit float or smaller than a double holds
    otherSign,      ///< a number with the other decimal sign: "1,5" where the point is
    eitherMeaning,  ///< "1,234": with the other decimal sign, or in groups of thousands
    grouped         ///< in groups of thousands: "1,234,567", "1.234,5"
};
NumberLook numberLook(std::string_view text, char decimalSign);

}  // namespace prunescope::data
