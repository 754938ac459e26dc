#include "data/arff_line.h"

#include <algorithm>

namespace prunescope::data {
namespace {

bool isArffBlank(char c) {
    return c == ' ' || c == '\t';
}

}  // namespace

bool sameKeyword(std::string_view word, std::string_view lower) {
    return std::equal(word.begin(), word.end(), lower.begin(), lower.end(), [](char a, char b) {
        return a == b || (a >= 'A' && a <= 'Z' && static_cast<char>(a - 'A' + 'a') == b);
    });
}

ArffLine::ArffLine(const TableText& text, std::size_t begin) : text_(text), at_(text.at(begin)) {
    const char* const last = text.at(text.bytes().size());
    end_ = std::find_if(at_, last, [](char c) { return c == '\n' || c == '\r'; });
    const bool two = last - end_ > 1 && end_[0] == '\r' && end_[1] == '\n';
    next_ = text.offsetOf(end_ == last ? last : end_ + (two ? 2 : 1));
    if (static_cast<std::size_t>(end_ - at_) > mostRecordBytes) {
        throw text.fault(begin, Text::of("the line is longer than {} bytes", mostRecordBytes),
                         Text::of("Check that it is the right file."));
    }
}

void ArffLine::skipBlanks() {
    while (at_ != end_ && isArffBlank(*at_)) ++at_;
}

std::string_view ArffLine::rest() {
    skipBlanks();
    return {at_, static_cast<std::size_t>(end_ - at_)};
}

bool ArffLine::atEnd() {
    const std::string_view left = rest();
    return left.empty() || left.front() == '%';
}

bool ArffLine::take(char c) {
    if (!rest().starts_with(c)) return false;
    ++at_;
    return true;
}

Field ArffLine::value(std::size_t column, bool inBraces) {
    skipBlanks();
    if (at_ != end_ && (*at_ == '\'' || *at_ == '"')) return quoted(column);
    const char* const from = at_;
    const auto ends = [&](char c) {
        return isArffBlank(c) || c == ',' || (inBraces && (c == '{' || c == '}'));
    };
    while (at_ != end_ && !ends(*at_)) ++at_;
    if (from != at_) return {.text = {from, static_cast<std::size_t>(at_ - from)}};
    throw fault(column, Text::of("expected a value, found none"),
                Text::of("Write ? for a value that is not known."));
}

Field ArffLine::quoted(std::size_t column) {
    const char quote = *at_;
    const char* to = at_ + 1;
    bool escaped = false;
    while (to != end_ && *to != quote) {
        const bool escape = *to == '\\' && to + 1 != end_;
        escaped = escaped || escape;
        to += escape ? 2 : 1;
    }
    if (to == end_) {
        throw fault(column, Text::of("the quote that opens here is not closed in its line"),
                    Text::of("Close the quote where the value ends; a quote within it follows a backslash."));
    }
    const Field field{.text = {at_ + 1, static_cast<std::size_t>(to - at_ - 1)},
                      .quoted = true,
                      .escapes = escaped ? Escapes::backslashes : Escapes::none};
    at_ = to + 1;
    return field;
}

std::string_view ArffLine::word() {
    const std::string_view left = rest();
    const std::size_t length = std::min(left.find_first_of(" \t{"), left.size());
    at_ += length;
    return left.substr(0, length);
}

}  // namespace prunescope::data
