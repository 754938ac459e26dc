#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace prunescope::model {

/// CRC-32C (Castagnoli, RFC 3720 appendix B.4) of the bytes.
std::uint32_t crc32c(std::string_view bytes);

/// Makes the bytes of an event file of TensorBoard: records in TensorFlow's TFRecord framing (length, its
/// masked CRC-32C, data, their masked CRC-32C, little-endian), each an `Event` of event.proto.
class EventFile {
public:
    /// `wallMs`: UTC, milliseconds since 1970.
    explicit EventFile(std::int64_t wallMs);

    /// One number of the curve `tag`.
    void add(const std::string& tag, std::int64_t step, std::int64_t wallMs, double value);
    const std::string& bytes() const { return bytes_; }

private:
    void append(std::string_view event);

    std::string bytes_;
};

}  // namespace prunescope::model
