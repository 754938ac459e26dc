#include "data/content_cursor.h"

#include <algorithm>
#include <array>

namespace prunescope::data {
namespace {

constexpr std::size_t grownBytes = std::size_t{1} << 20U;

Text isIncomplete() {
    return Text::of("The file is incomplete: copy or download it again.");
}

}  // namespace

void ContentCursor::readHeader(std::span<std::uint8_t> field, const Text& what) {
    const std::size_t got = content_.read(field);
    if (got < field.size()) {
        refuse(offset_ + got,
               Text::of("the content ends inside the header: expected {} bytes of the {}, found {}",
                        field.size(), what, got),
               isIncomplete());
    }
    offset_ += field.size();
}

void ContentCursor::declareElements(std::uint64_t bytes, std::uint64_t most, std::uint64_t declaredAt) {
    total_ = offset_ + bytes;
    if (total_ > most) {
        refuse(declaredAt,
               Text::of("expected at most {} bytes, found a header that declares {}", most, total_),
               Text::of("The file is damaged or too large for this program."));
    }
    if (total_ <= content_.mostBytes()) return;
    if (!content_.compressed()) refuseEarlyEnd(content_.mostBytes());
    refuse(declaredAt,
           Text::of("the header declares {} bytes, expected at most the {} that the compressed file can hold",
                    total_, content_.mostBytes()),
           isIncomplete());
}

void ContentCursor::readElements(std::span<std::uint8_t> piece) {
    const std::size_t got = content_.read(piece);
    offset_ += got;
    if (got < piece.size()) refuseEarlyEnd(offset_);
}

std::vector<std::uint8_t> ContentCursor::readAllElements() {
    const auto count = static_cast<std::size_t>(total_ - offset_);
    std::vector<std::uint8_t> elements;
    elements.reserve(count);
    while (elements.size() < count) {
        // Growing piece by piece touches memory only as far as the content really goes.
        const std::size_t start = elements.size();
        elements.resize(std::min(count, start + grownBytes));
        readElements(std::span(elements).subspan(start));
    }
    expectEnd();
    return elements;
}

void ContentCursor::expectEnd() {
    std::array<std::uint8_t, 1> extra{};
    if (content_.read(extra) == 0) return;
    const Text found = content_.compressed() ? Text::of("more data")
                                             : Text::of("{} more bytes", content_.mostBytes() - total_);
    refuse(total_,
           Text::of("expected the end after the {} bytes that the header declares, found {}", total_, found),
           Text::of("The file is damaged, or was put together from several: copy or download it again."));
}

void ContentCursor::refuseEarlyEnd(std::uint64_t end) const {
    refuse(end, Text::of("the content ends early: expected {} bytes from the header, found {}", total_, end),
           isIncomplete());
}

}  // namespace prunescope::data
