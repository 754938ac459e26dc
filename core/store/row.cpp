#include "store/row.h"

#include <limits>

namespace prunescope::store {

TooMuch::TooMuch(const Text& what) : Error("", what, Text::of("It is damaged, or was made to mislead.")) {}

void TextBudget::spend(std::uint64_t bytes) {
    if (bytes > bytes_) {
        bytes_ = 0;
        throw TooMuch(Text::of("there is more text than the file can hold"));
    }
    bytes_ -= bytes;
}

std::int64_t Row::integer() {
    const int column = next_++;
    if (!statement_.isInteger(column)) refuse(Text::of("a whole number"));
    return statement_.integer(column);
}

std::int64_t Row::count(std::int64_t largest) {
    const std::int64_t value = integer();
    if (value < 0 || value > largest) refuse(Text::of("a whole number from 0 to {}", largest));
    return value;
}

double Row::real() {
    const int column = next_++;
    if (statement_.isNull(column)) return std::numeric_limits<double>::quiet_NaN();
    if (!statement_.isNumber(column)) refuse(Text::of("a number"));
    return statement_.real(column);
}

std::string Row::text(std::size_t longest) {
    const int column = next_++;
    if (!statement_.isText(column)) refuse(Text::of("a text"));
    const std::string_view value = statement_.text(column);
    if (value.size() > longest) refuse(Text::of("a text of at most {} bytes", longest));
    budget_.spend(value.size());
    return std::string(value);
}

void Row::refuse(const Text& expected) const {
    const int column = next_ - 1;
    const Text found = statement_.isNull(column) ? Text::of("nothing")
                                                 : Text(std::string(statement_.text(column).substr(0, 60)));
    throw Error(statement_.columnName(column), Text::of("is not {}: found {}", expected, found), {});
}

}  // namespace prunescope::store
