#pragma once

#include "data/table_records.h"
#include "data/table_text.h"

#include <cstddef>
#include <string_view>

namespace prunescope::data {

/// Takes one line of an ARFF file apart. Values stand between commas or blanks, in single or double quotes
/// where they hold any of these; a backslash takes the meaning from the character behind it. A percent sign
/// in front of a value begins a comment.
class ArffLine {
public:
    /// The line that begins at `begin`. `text` must outlive it.
    ArffLine(const TableText& text, std::size_t begin);

    /// Behind the line and its end.
    std::size_t next() const { return next_; }
    std::size_t position() const { return text_.offsetOf(at_); }
    /// What is left, without blanks in front.
    std::string_view rest();
    /// Whether only blanks and a comment are left.
    bool atEnd();
    /// Takes that character, and blanks in front of it. False when another one stands there.
    bool take(char c);
    /// The next value, `column` for messages. A brace ends one where `inBraces`. Throws `Error` for a quote
    /// that is not closed, and where there is no value.
    Field value(std::size_t column, bool inBraces);
    /// Letters up to a blank or a brace, empty at the end of the line.
    std::string_view word();

    Error fault(const Text& problem, Text mend) const {
        return text_.fault(position(), problem, std::move(mend));
    }
    Error fault(std::size_t column, const Text& problem, Text mend) const {
        return text_.fault(position(), column, problem, std::move(mend));
    }

private:
    Field quoted(std::size_t column);
    void skipBlanks();

    const TableText& text_;
    const char* at_;
    const char* end_;
    std::size_t next_;
};

/// Whether two words are the same but for capitals.
bool sameKeyword(std::string_view word, std::string_view lower);

}  // namespace prunescope::data
