#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct z_stream_s;

namespace prunescope::data {

/// Reads a file's content in order, and only as far as it is asked to: the bytes themselves, or what they
/// unpack to when they are gzip (RFC 1952, told by its magic bytes, several members allowed, zeros after the
/// last passed over). A gzip bomb therefore costs no more than what the caller wants to read.
class ContentReader {
public:
    /// `bytes` must outlive the reader; `name` is what messages call the file.
    ContentReader(std::string_view bytes, std::string name);
    ~ContentReader();
    ContentReader(const ContentReader&) = delete;
    ContentReader& operator=(const ContentReader&) = delete;

    const std::string& name() const { return name_; }
    bool compressed() const { return inflater_ != nullptr; }
    /// More than this the content cannot hold. Exact for plain bytes, an upper bound for gzip.
    std::uint64_t mostBytes() const;

    /// Fills `out` and returns how many bytes were left for it: fewer than its size only at the end, where
    /// the checksum has then been verified. Throws `Error` when the gzip data are damaged or end early.
    std::size_t read(std::span<std::uint8_t> out);

private:
    struct EndInflate {
        void operator()(z_stream_s* stream) const;
    };

    std::size_t inflateInto(std::span<std::uint8_t> out);
    void startNextMember();
    std::size_t position() const;

    std::string_view bytes_;
    std::string name_;
    std::size_t plainPosition_ = 0;
    std::unique_ptr<z_stream_s, EndInflate> inflater_;
    bool finished_ = false;
};

}  // namespace prunescope::data
