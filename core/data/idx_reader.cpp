#include "data/idx_reader.h"

#include "base/error.h"
#include "data/content_reader.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace prunescope::data {
namespace {

constexpr std::uint32_t imagesMagic = 0x00000803;
constexpr std::uint32_t labelsMagic = 0x00000801;
constexpr std::uint64_t fieldBytes = 4;
constexpr std::size_t pieceBytes = std::size_t{1} << 20U;

Text incomplete() {
    return Text::of("The file is incomplete: copy or download it again.");
}
Text wrongFile() {
    return Text::of("Check that it is the right file under the right name.");
}

Text kindOf(std::uint32_t magic) {
    if (magic == imagesMagic) return Text::of("images");
    if (magic == labelsMagic) return Text::of("labels");
    return {};
}

/// Walks through one file and keeps the offset for messages.
class IdxParser {
public:
    IdxParser(std::string_view bytes, const std::string& name) : content_(bytes, name) {}

    void expectMagic(std::uint32_t expected) {
        const std::uint32_t found = readField(Text::of("magic number"));
        if (found == expected) return;
        if (!kindOf(found).empty()) {
            fail(0,
                 Text::of("expected {} (magic number {:#010x}), found {} ({:#010x})", kindOf(expected),
                          expected, kindOf(found), found),
                 Text::of("The files of images and labels are mixed up: give each its own name."));
        }
        const auto part = [](std::uint32_t magic, unsigned shift) { return (magic >> shift) & 0xffU; };
        if (found >> 16U != 0) {
            fail(0,
                 Text::of("expected the IDX magic number {:#010x} of {}, found {:#010x}", expected,
                          kindOf(expected), found),
                 wrongFile());
        }
        if (part(found, 8) != part(expected, 8)) {
            fail(2, Text::of("expected element type 0x08 (unsigned byte), found {:#04x}", part(found, 8)),
                 wrongFile());
        }
        fail(3,
             Text::of("expected {} as the number of dimensions of {}, found {}", part(expected, 0),
                      kindOf(expected), part(found, 0)),
             wrongFile());
    }

    /// A dimension from 1 to `most`.
    std::int64_t readDimension(const Text& what, std::uint64_t most) {
        const std::uint64_t start = offset_;
        const std::uint32_t value = readField(what);
        if (value == 0 || value > most) {
            fail(start, Text::of("expected from 1 to {} {}, found {}", most, what, value),
                 Text::of("The file is empty, damaged or no data set that this program reads."));
        }
        return value;
    }

    /// All elements, after which the content must end.
    std::vector<std::uint8_t> readElements(std::uint64_t count) {
        checkSize(count);
        std::vector<std::uint8_t> elements;
        elements.reserve(count);
        while (elements.size() < count) {
            // Growing piece by piece touches memory only as far as the file really goes.
            const std::size_t start = elements.size();
            elements.resize(std::min<std::size_t>(count, start + pieceBytes));
            const std::size_t got = content_.read(std::span(elements).subspan(start));
            offset_ += got;
            if (start + got < elements.size()) failEarlyEnd(offset_, headerBytes_ + count);
        }
        expectEnd(headerBytes_ + count);
        return elements;
    }

private:
    std::uint32_t readField(const Text& what) {
        std::array<std::uint8_t, fieldBytes> field{};
        const std::size_t got = content_.read(field);
        if (got < fieldBytes) {
            fail(offset_ + got,
                 Text::of("the content ends inside the header: expected {} bytes of the {}, found {}",
                          fieldBytes, what, got),
                 incomplete());
        }
        offset_ += fieldBytes;
        headerBytes_ = offset_;
        std::uint32_t value = 0;
        for (const std::uint8_t byte : field) value = value << 8U | byte;
        return value;
    }

    void checkSize(std::uint64_t count) {
        const std::uint64_t total = headerBytes_ + count;
        if (total > mostIdxBytes) {
            fail(fieldBytes,
                 Text::of("expected at most {} bytes, found a header that declares {}", mostIdxBytes, total),
                 Text::of("The file is damaged or too large for this program."));
        }
        if (total <= content_.mostBytes()) return;
        if (!content_.compressed()) failEarlyEnd(content_.mostBytes(), total);
        fail(fieldBytes,
             Text::of(
                 "the header declares {} bytes, expected at most the {} that the compressed file can hold",
                 total, content_.mostBytes()),
             incomplete());
    }

    void expectEnd(std::uint64_t total) {
        std::array<std::uint8_t, 1> extra{};
        if (content_.read(extra) == 0) return;
        const Text found = content_.compressed() ? Text::of("more data")
                                                 : Text::of("{} more bytes", content_.mostBytes() - total);
        fail(total,
             Text::of("expected the end after the {} bytes that the header declares, found {}", total, found),
             Text::of("The file is damaged, or was put together from several: copy or download it again."));
    }

    [[noreturn]] void failEarlyEnd(std::uint64_t end, std::uint64_t total) const {
        fail(end, Text::of("the content ends early: expected {} bytes from the header, found {}", total, end),
             incomplete());
    }

    [[noreturn]] void fail(std::uint64_t offset, const Text& problem, Text mend) const {
        Text placed = content_.compressed()
                          ? Text::of("at byte {} of the unpacked content: {}", offset, problem)
                          : Text::of("at byte {}: {}", offset, problem);
        throw Error(content_.name(), std::move(placed), std::move(mend));
    }

    ContentReader content_;
    std::uint64_t offset_ = 0;
    std::uint64_t headerBytes_ = 0;
};

}  // namespace

IdxImages parseIdxImages(std::string_view bytes, const std::string& name) {
    IdxParser parser(bytes, name);
    parser.expectMagic(imagesMagic);
    IdxImages images;
    images.count = parser.readDimension(Text::of("images"), mostIdxBytes);
    images.height = parser.readDimension(Text::of("rows"), mostIdxSide);
    images.width = parser.readDimension(Text::of("columns"), mostIdxSide);
    // At most 2^30 * 2^12 * 2^12: no overflow.
    images.pixels =
        parser.readElements(static_cast<std::uint64_t>(images.count * images.height * images.width));
    return images;
}

std::vector<std::uint8_t> parseIdxLabels(std::string_view bytes, const std::string& name) {
    IdxParser parser(bytes, name);
    parser.expectMagic(labelsMagic);
    const std::int64_t count = parser.readDimension(Text::of("labels"), mostIdxBytes);
    return parser.readElements(static_cast<std::uint64_t>(count));
}

}  // namespace prunescope::data
