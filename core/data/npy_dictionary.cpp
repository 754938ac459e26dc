#include "data/npy_dictionary.h"

#include "base/quoted.h"

#include <charconv>
#include <functional>
#include <optional>
#include <set>
#include <system_error>

namespace prunescope::data {
namespace {

constexpr std::string_view pythonBlanks = " \t\r\n";
constexpr std::size_t mostNpyDimensions = 32;  ///< NumPy's own limit

Text dictionaryMend() {
    return Text::of("The file is damaged or was not written by NumPy: save the array anew with numpy.save.");
}

/// What to do about an array of that element type, of which this program reads no array.
Text npyTypeMend(std::string_view type) {
    if (type.find('O') != std::string_view::npos) {
        return Text::of(
            "Python objects are not unpickled, since that can run any program: save plain arrays of numbers, "
            "without allow_pickle.");
    }
    if (type.find('U') != std::string_view::npos || type.find('S') != std::string_view::npos) {
        return Text::of("Save numbers instead of texts, such as numpy.unique(y, return_inverse=True)[1].");
    }
    return Text::of("Save it as whole numbers or as float32, such as x.astype(numpy.float32).");
}

std::optional<NpyKind> npyKindOf(char letter) {
    switch (letter) {
        case 'b':
            return NpyKind::boolean;
        case 'i':
            return NpyKind::signedInteger;
        case 'u':
            return NpyKind::unsignedInteger;
        case 'f':
            return NpyKind::real;
        default:
            return std::nullopt;
    }
}

bool isNpyType(NpyKind kind, std::string_view bytes) {
    if (kind == NpyKind::boolean) return bytes == "1";
    if (kind == NpyKind::real) return bytes == "2" || bytes == "4" || bytes == "8";
    return bytes == "1" || bytes == "2" || bytes == "4" || bytes == "8";
}

/// "<f4": byte order, kind, bytes. Nothing for a type that is not read.
std::optional<NpyType> npyTypeOf(std::string_view text) {
    if (text.size() != 3 || std::string_view("<>|=").find(text[0]) == std::string_view::npos)
        return std::nullopt;
    const auto kind = npyKindOf(text[1]);
    if (!kind || !isNpyType(*kind, text.substr(2))) return std::nullopt;
    return NpyType{
        .kind = *kind, .bytes = text[2] - '0', .bigEndian = text[0] == '>', .text = std::string(text)};
}

/// Walks through the text of a dictionary such as {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4),
/// }.
class NpyDictionary {
public:
    NpyDictionary(std::string_view text, std::uint64_t start, const ContentCursor& cursor)
        : text_(text), start_(start), cursor_(cursor) {}

    NpyHeader parse() {
        expect('{');
        while (!accept('}')) {
            readEntry();
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        skipBlanks();
        if (at_ < text_.size()) refuse(Text::of("the end of the header"));
        for (const char* key : {"descr", "fortran_order", "shape"}) {
            if (!keys_.contains(key)) refuse(Text::of("the key '{}'", key));
        }
        return std::move(header_);
    }

private:
    void readEntry() {
        const std::size_t place = at_;
        const std::string_view key = readText();
        expect(':');
        if (key == "descr") {
            readType();
        } else if (key == "fortran_order") {
            header_.columnsFirst = readFlag();
        } else if (key == "shape") {
            readShape();
        } else {
            at_ = place;
            refuse(Text::of("one of the keys descr, fortran_order and shape"));
        }
        if (keys_.emplace(key).second) return;
        at_ = place;
        refuse(Text::of("each key once"));
    }

    std::string_view readText() {
        skipBlanks();
        const char quote = at_ < text_.size() ? text_[at_] : '\0';
        const std::size_t end =
            quote == '\'' || quote == '"' ? text_.find(quote, at_ + 1) : std::string_view::npos;
        if (end == std::string_view::npos) refuse(Text::of("a text in quotes"));
        const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return inside;
    }

    void readType() {
        skipBlanks();
        const std::size_t place = at_;
        if (text_.substr(at_).starts_with('[')) {
            cursor_.refuse(start_ + place,
                           Text::of("expected an array of numbers, found records with fields of their own"),
                           Text::of("Save each field as an array of its own."));
        }
        const std::string_view text = readText();
        const auto type = npyTypeOf(text);
        if (!type) {
            cursor_.refuse(
                start_ + place,
                Text::of("expected whole numbers or numbers of 16, 32 or 64 bits, found element type {}",
                         inQuotes(text)),
                npyTypeMend(text));
        }
        header_.type = *type;
    }

    bool readFlag() {
        skipBlanks();
        for (const std::string_view word : {"True", "False"}) {
            if (!text_.substr(at_).starts_with(word)) continue;
            at_ += word.size();
            return word == "True";
        }
        refuse(Text::of("True or False"));
    }

    void readShape() {
        expect('(');
        while (!accept(')')) {
            if (header_.shape.size() == mostNpyDimensions)
                refuse(Text::of("at most {} dimensions", mostNpyDimensions));
            header_.shape.push_back(readDimension());
            if (!accept(',')) {
                expect(')');
                break;
            }
        }
    }

    std::int64_t readDimension() {
        skipBlanks();
        std::int64_t value = 0;
        const char* const begin = text_.data() + at_;
        const auto [end, code] = std::from_chars(begin, text_.data() + text_.size(), value);
        if (code != std::errc{} || value < 0) refuse(Text::of("a whole number from 0"));
        at_ += static_cast<std::size_t>(end - begin);
        accept('L');  // as Python 2 wrote long numbers
        return value;
    }

    void skipBlanks() { at_ = std::min(text_.find_first_not_of(pythonBlanks, at_), text_.size()); }

    bool accept(char letter) {
        skipBlanks();
        if (at_ == text_.size() || text_[at_] != letter) return false;
        ++at_;
        return true;
    }

    void expect(char letter) {
        if (!accept(letter)) refuse(Text(std::string(1, letter)));
    }

    [[noreturn]] void refuse(const Text& expected) const {
        cursor_.refuse(start_ + at_,
                       Text::of("the header of the array is damaged: expected {}, found {}", expected,
                                inQuotes(text_.substr(at_))),
                       dictionaryMend());
    }

    std::string_view text_;
    std::uint64_t start_;
    const ContentCursor& cursor_;
    std::size_t at_ = 0;
    std::set<std::string, std::less<>> keys_{};
    NpyHeader header_{};
};

}  // namespace

NpyHeader parseNpyDictionary(std::string_view text, std::uint64_t start, const ContentCursor& cursor) {
    return NpyDictionary(text, start, cursor).parse();
}

}  // namespace prunescope::data
