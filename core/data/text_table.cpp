#include "data/text_table.h"

#include <algorithm>
#include <cstring>

namespace prunescope::data {
namespace {

Text closeTheQuote() {
    return Text::of("Close the quote where the value ends, and double every quote within it.");
}

/// The character behind the quote that closes a value whose text begins at `from`; null when there is none.
/// `doubled` is set when the value has quotes in it.
const char* afterClosingQuote(const char* from, const char* end, bool& doubled) {
    while (true) {
        const void* found = std::memchr(from, '"', static_cast<std::size_t>(end - from));
        if (found == nullptr) return nullptr;
        const char* behind = static_cast<const char*>(found) + 1;
        if (behind == end || *behind != '"') return behind;
        doubled = true;
        from = behind + 1;
    }
}

}  // namespace

TextRecords::TextRecords(const TableText& text, char separator, std::size_t begin, std::size_t end)
    : text_(text),
      separator_(separator),
      otherBlank_(separator == '\t' ? ' ' : '\t'),
      at_(text.at(begin)),
      end_(text.at(end)) {}

const char* TextRecords::skipBlanks(const char* from) const {
    while (from != end_ && isBlank(*from)) ++from;
    return from;
}

void TextRecords::passLineEnd() {
    if (at_ == end_) return;
    const bool two = *at_ == '\r' && at_ + 1 != end_ && at_[1] == '\n';
    at_ += two ? 2 : 1;
}

bool TextRecords::findRecord() {
    while (at_ != end_) {
        const char* const first = skipBlanks(at_);
        if (first != end_ && *first != '\n' && *first != '\r') return true;
        at_ = first;
        passLineEnd();
    }
    return false;
}

bool TextRecords::next(Record& record) {
    record.fields.clear();
    record.count = 0;
    if (!findRecord()) return false;
    record.begin = text_.offsetOf(at_);
    while (true) {
        // What no table has room for is counted, and written over one another.
        if (record.count < mostTableColumns) record.fields.emplace_back();
        readField(record.fields.back(), record.count++);
        if (text_.offsetOf(at_) - record.begin > mostRecordBytes) {
            throw text_.fault(
                record.begin,
                Text::of("the record that begins here is longer than {} bytes", mostRecordBytes),
                Text::of("A quote may be missing, or the file is no table with a record on each line."));
        }
        if (at_ == end_ || *at_ != separator_) break;
        ++at_;
    }
    passLineEnd();
    return true;
}

void TextRecords::readField(Field& field, std::size_t column) {
    const char* const from = skipBlanks(at_);
    if (from != end_ && *from == '"') return readQuoted(from, field, column);
    const char* to = from;
    while (to != end_ && !endsValue(*to)) ++to;
    at_ = to;
    while (to != from && isBlank(to[-1])) --to;
    field.text = {from, static_cast<std::size_t>(to - from)};
}

void TextRecords::readQuoted(const char* open, Field& field, std::size_t column) {
    bool doubled = false;
    const char* const behind = afterClosingQuote(open + 1, end_, doubled);
    if (behind == nullptr) {
        throw text_.fault(text_.offsetOf(open), column, Text::of("the quote that opens here is not closed"),
                          closeTheQuote());
    }
    at_ = skipBlanks(behind);
    if (at_ != end_ && !endsValue(*at_)) throw textBehindQuote(open, column);
    field = {.text = {open + 1, static_cast<std::size_t>(behind - open - 2)},
             .quoted = true,
             .escapes = doubled ? Escapes::doubledQuotes : Escapes::none};
}

Error TextRecords::textBehindQuote(const char* open, std::size_t column) const {
    constexpr std::ptrdiff_t mostShown = 20;
    const std::string_view found(at_, static_cast<std::size_t>(std::min(end_ - at_, mostShown)));
    return text_.fault(text_.offsetOf(at_), column,
                       Text::of("expected {} or the end of the line after the quote that closes the value "
                                "begun in line {}, found {}",
                                quotedText({&separator_, 1}), text_.lineAt(text_.offsetOf(open)),
                                quotedText(found.substr(0, found.find_first_of("\r\n")))),
                       closeTheQuote());
}

namespace {

/// Finds where the text may be cut.
class PieceFinder {
public:
    PieceFinder(std::string_view bytes, char separator, std::size_t begin, std::size_t pieceBytes)
        : bytes_(bytes),
          separator_(separator),
          lineEnd_(bytes.find('\n', begin) == std::string_view::npos ? '\r' : '\n'),
          pieceBytes_(pieceBytes),
          cuts_{begin} {}

    std::vector<std::size_t> find() {
        std::size_t at = cuts_.front();
        while (at < bytes_.size()) {
            const std::size_t quote = std::min(bytes_.find('"', at), bytes_.size());
            cutBetween(at, quote);
            if (quote == bytes_.size()) break;
            at = opensValue(quote) ? afterValue(quote) : quote + 1;
        }
        if (cuts_.back() < bytes_.size()) cuts_.push_back(bytes_.size());
        return std::move(cuts_);
    }

private:
    /// Line ends there stand in no quotes.
    void cutBetween(std::size_t from, std::size_t to) {
        while (true) {
            const std::size_t start = std::max(from, cuts_.back() + pieceBytes_);
            if (start >= to) return;
            const std::size_t end = bytes_.substr(start, to - start).find(lineEnd_);
            if (end == std::string_view::npos) return;
            cuts_.push_back(start + end + 1);
        }
    }

    bool opensValue(std::size_t quote) const {
        const auto isBlank = [&](char c) { return c == ' ' || (c == '\t' && separator_ != '\t'); };
        std::size_t before = quote;
        while (before > cuts_.front() && isBlank(bytes_[before - 1])) --before;
        if (before == cuts_.front()) return true;
        const char last = bytes_[before - 1];
        return last == separator_ || last == '\n' || last == '\r';
    }

    std::size_t afterValue(std::size_t quote) const {
        bool doubled = false;
        const char* const end = bytes_.data() + bytes_.size();
        const char* const behind = afterClosingQuote(bytes_.data() + quote + 1, end, doubled);
        return behind == nullptr ? bytes_.size() : static_cast<std::size_t>(behind - bytes_.data());
    }

    std::string_view bytes_;
    char separator_;
    char lineEnd_;
    std::size_t pieceBytes_;
    std::vector<std::size_t> cuts_;
};

}  // namespace

std::vector<std::size_t> piecesOfRecords(const TableText& text, char separator, std::size_t begin,
                                         std::size_t pieceBytes) {
    return PieceFinder(text.bytes(), separator, begin, pieceBytes).find();
}

}  // namespace prunescope::data
