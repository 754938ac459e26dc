#pragma once

#include "data/byte_source.h"

#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::data {

/// Walks through content that is a header, as many elements as the header declares, and nothing more, and
/// keeps the offset for messages. Whatever does not keep to that throws `Error`.
class ContentCursor {
public:
    /// `content` must outlive the cursor and stand at its first byte.
    explicit ContentCursor(ByteSource& content) : content_(content) {}

    const ByteSource& content() const { return content_; }
    /// Bytes that were read.
    std::uint64_t offset() const { return offset_; }

    /// Fills `field` from the header; `what` names it, should the content end before.
    void readHeader(std::span<std::uint8_t> field, const Text& what);
    /// The header is over, and its field at the offset `declaredAt` says that elements of `bytes` bytes in
    /// all follow. Refuses more than `most` in the whole content, and more than the content can hold, before
    /// anybody takes memory for them.
    void declareElements(std::uint64_t bytes, std::uint64_t most, std::uint64_t declaredAt);
    /// The next of them.
    void readElements(std::span<std::uint8_t> piece);
    /// All of them, after which the content must end.
    std::vector<std::uint8_t> readAllElements();
    /// They have been read: the content must end here.
    void expectEnd();

    [[noreturn]] void refuse(std::uint64_t offset, const Text& problem, Text mend) const {
        content_.refuse(offset, problem, std::move(mend));
    }

private:
    [[noreturn]] void refuseEarlyEnd(std::uint64_t end) const;

    ByteSource& content_;
    std::uint64_t offset_ = 0;
    std::uint64_t total_ = 0;  ///< bytes of header and elements
};

}  // namespace prunescope::data
