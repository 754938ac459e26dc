#include "data/idx_reader.h"

#include "data/content_cursor.h"
#include "data/content_reader.h"

#include <array>
#include <cstddef>
#include <span>

namespace prunescope::data {
namespace {

constexpr std::uint32_t imagesMagic = 0x00000803;
constexpr std::uint32_t labelsMagic = 0x00000801;
constexpr std::uint64_t fieldBytes = 4;

enum ElementType : std::uint32_t { unsignedByte = 0x08, signedByte = 0x09, bits16 = 0x0b, bits32 = 0x0c };

Text wrongFile() {
    return Text::of("Check that it is the right file under the right name.");
}

std::uint32_t elementType(std::uint32_t magic) {
    return magic >> 8U & 0xffU;
}
std::uint32_t dimensions(std::uint32_t magic) {
    return magic & 0xffU;
}

/// Bytes of a whole number of that type; 0 for a type of anything else.
std::int64_t wholeNumberBytes(std::uint32_t type) {
    switch (type) {
        case unsignedByte:
        case signedByte:
            return 1;
        case bits16:
            return 2;
        case bits32:
            return 4;
        default:
            return 0;
    }
}

Text kindOf(std::uint32_t magic) {
    if (magic == imagesMagic) return Text::of("images");
    if (dimensions(magic) == 1 && magic >> 16U == 0 && wholeNumberBytes(elementType(magic)) > 0)
        return Text::of("labels");
    return {};
}

/// The header of one file.
class IdxHeader {
public:
    explicit IdxHeader(ContentCursor& cursor) : cursor_(cursor) {}

    /// Its element type, when it is of the kind of `expected`: labels may be of another type of whole
    /// numbers.
    std::uint32_t expectMagic(std::uint32_t expected) {
        const std::uint32_t found = readField(Text::of("magic number"));
        if (kindOf(found) == kindOf(expected)) return elementType(found);
        refuseMagic(expected, found);
    }

    /// A dimension from 1 to `most`.
    std::int64_t readDimension(const Text& what, std::uint64_t most) {
        const std::uint64_t start = cursor_.offset();
        const std::uint32_t value = readField(what);
        if (value == 0 || value > most) {
            cursor_.refuse(start, Text::of("expected from 1 to {} {}, found {}", most, what, value),
                           Text::of("The file is empty, damaged or no data set that this program reads."));
        }
        return value;
    }

private:
    std::uint32_t readField(const Text& what) {
        std::array<std::uint8_t, fieldBytes> field{};
        cursor_.readHeader(field, what);
        std::uint32_t value = 0;
        for (const std::uint8_t byte : field) value = value << 8U | byte;
        return value;
    }

    [[noreturn]] void refuseMagic(std::uint32_t expected, std::uint32_t found) const {
        if (!kindOf(found).empty()) {
            cursor_.refuse(0,
                           Text::of("expected {} (magic number {:#010x}), found {} ({:#010x})",
                                    kindOf(expected), expected, kindOf(found), found),
                           Text::of("The files of images and labels are mixed up: give each its own name."));
        }
        if (found >> 16U != 0) {
            cursor_.refuse(0,
                           Text::of("expected the IDX magic number {:#010x} of {}, found {:#010x}", expected,
                                    kindOf(expected), found),
                           wrongFile());
        }
        if (dimensions(found) != dimensions(expected)) {
            cursor_.refuse(3,
                           Text::of("expected {} as the number of dimensions of {}, found {}",
                                    dimensions(expected), kindOf(expected), dimensions(found)),
                           wrongFile());
        }
        const Text wanted = expected == imagesMagic ? Text::of("0x08 (unsigned byte)")
                                                    : Text::of("0x08, 0x09, 0x0b or 0x0c (whole numbers)");
        cursor_.refuse(2, Text::of("expected element type {}, found {:#04x}", wanted, elementType(found)),
                       wrongFile());
    }

    ContentCursor& cursor_;
};

/// The big-endian numbers of `size` bytes each.
template <class Number>
std::vector<std::int64_t> wholeNumbers(std::span<const std::uint8_t> bytes) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(bytes.size() / sizeof(Number));
    for (; !bytes.empty(); bytes = bytes.subspan(sizeof(Number))) {
        std::uint32_t bits = 0;
        for (const std::uint8_t byte : bytes.first(sizeof(Number))) bits = bits << 8U | byte;
        numbers.push_back(static_cast<Number>(bits));
    }
    return numbers;
}

std::vector<std::int64_t> wholeNumbers(std::uint32_t type, std::span<const std::uint8_t> bytes) {
    switch (type) {
        case unsignedByte:
            return wholeNumbers<std::uint8_t>(bytes);
        case signedByte:
            return wholeNumbers<std::int8_t>(bytes);
        case bits16:
            return wholeNumbers<std::int16_t>(bytes);
        default:
            return wholeNumbers<std::int32_t>(bytes);
    }
}

}  // namespace

IdxImages parseIdxImages(std::string_view bytes, const std::string& name) {
    ContentReader content(bytes, name);
    ContentCursor cursor(content);
    IdxHeader header(cursor);
    header.expectMagic(imagesMagic);
    IdxImages images;
    images.count = header.readDimension(Text::of("images"), mostIdxBytes);
    images.height = header.readDimension(Text::of("rows"), mostIdxSide);
    images.width = header.readDimension(Text::of("columns"), mostIdxSide);
    // At most 2^30 * 2^12 * 2^12: no overflow.
    cursor.declareElements(static_cast<std::uint64_t>(images.count * images.height * images.width),
                           mostIdxBytes, fieldBytes);
    images.pixels = cursor.readAllElements();
    return images;
}

IdxLabels parseIdxLabels(std::string_view bytes, const std::string& name) {
    ContentReader content(bytes, name);
    ContentCursor cursor(content);
    IdxHeader header(cursor);
    const std::uint32_t type = header.expectMagic(labelsMagic);
    IdxLabels labels{.elementBytes = wholeNumberBytes(type)};
    const std::int64_t count = header.readDimension(Text::of("labels"), mostIdxLabels);
    cursor.declareElements(static_cast<std::uint64_t>(count * labels.elementBytes), mostIdxBytes, fieldBytes);
    labels.values = wholeNumbers(type, cursor.readAllElements());
    return labels;
}

}  // namespace prunescope::data
