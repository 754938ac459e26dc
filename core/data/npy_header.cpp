#include "data/npy_header.h"

#include "base/quoted.h"
#include "data/npy_dictionary.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <functional>
#include <numeric>
#include <string_view>

namespace prunescope::data {
namespace {

constexpr std::string_view npyMagic = "\x93NUMPY";

Text npyMend() {
    return Text::of("Check that it is the right file under the right name, saved with numpy.save.");
}

/// The version, after the magic bytes.
int readNpyVersion(ContentCursor& cursor) {
    std::array<std::uint8_t, 8> start{};
    cursor.readHeader(start, Text::of("magic number"));
    const std::string_view found(reinterpret_cast<const char*>(start.data()), npyMagic.size());
    if (found != npyMagic) {
        cursor.refuse(0, Text::of("expected an array of NumPy's (.npy), found {}", inQuotes(found)),
                      npyMend());
    }
    const int major = start[6];
    const int minor = start[7];
    if (major >= 1 && major <= 3 && minor == 0) return major;
    cursor.refuse(6, Text::of("expected version 1.0, 2.0 or 3.0 of the format, found {}.{}", major, minor),
                  npyMend());
}

std::uint32_t readNpyLength(ContentCursor& cursor, int version) {
    const std::uint64_t place = cursor.offset();
    std::array<std::uint8_t, 4> field{};
    cursor.readHeader(std::span(field).first(version == 1 ? 2 : 4), Text::of("header's length"));
    const std::uint32_t length = field[0] | std::uint32_t{field[1]} << 8U | std::uint32_t{field[2]} << 16U |
                                 std::uint32_t{field[3]} << 24U;
    if (length > mostNpyHeaderBytes) {
        cursor.refuse(place,
                      Text::of("expected a header of at most {} bytes, found {}", mostNpyHeaderBytes, length),
                      npyMend());
    }
    return length;
}

/// Bytes of all elements. A product that is too large is refused before it can overflow.
std::uint64_t elementBytes(const NpyHeader& header, std::uint64_t start, const ContentCursor& cursor) {
    auto bytes = static_cast<std::uint64_t>(header.type.bytes);
    for (const std::int64_t extent : header.shape) {
        if (extent == 0) {
            cursor.refuse(start, Text::of("the array is empty: its shape is {}", header.shapeText()),
                          Text::of("Save an array that holds something, or leave the file out."));
        }
        if (static_cast<std::uint64_t>(extent) > mostNpyBytes / bytes) {
            cursor.refuse(start,
                          Text::of("expected an array of at most {} bytes, found the shape {}", mostNpyBytes,
                                   header.shapeText()),
                          Text::of("The file is damaged or too large for this program."));
        }
        bytes *= static_cast<std::uint64_t>(extent);
    }
    return bytes;
}

}  // namespace

std::int64_t NpyHeader::elements() const {
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

std::string NpyHeader::shapeText() const {
    return fmt::format("({}{})", fmt::join(shape, ", "), shape.size() == 1 ? "," : "");
}

std::string NpyHeader::placeOf(std::int64_t position) const {
    std::vector<std::int64_t> place(shape.size());
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const std::size_t axis = columnsFirst ? i : shape.size() - 1 - i;
        place[axis] = position % shape[axis];
        position /= shape[axis];
    }
    return fmt::format("[{}]", fmt::join(place, ", "));
}

NpyHeader readNpyHeader(ContentCursor& cursor) {
    const int version = readNpyVersion(cursor);
    const std::uint32_t length = readNpyLength(cursor, version);
    const std::uint64_t start = cursor.offset();
    std::vector<std::uint8_t> dictionary(length);
    cursor.readHeader(dictionary, Text::of("header"));
    const std::string_view text(reinterpret_cast<const char*>(dictionary.data()), dictionary.size());
    NpyHeader header = parseNpyDictionary(text, start, cursor);
    cursor.declareElements(elementBytes(header, start, cursor), mostNpyBytes + mostNpyHeaderBytes, start);
    return header;
}

}  // namespace prunescope::data
