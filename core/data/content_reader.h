#pragma once

#include "data/byte_source.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct z_stream_s;

namespace prunescope::data {

/// A file's content: its bytes themselves, or what they unpack to when they are gzip (RFC 1952, told by its
/// magic bytes, several members allowed, zeros after the last passed over). A gzip bomb therefore costs no
/// more than what the caller wants to read.
class ContentReader : public ByteSource {
public:
    /// `bytes` must outlive the reader; `name` is what messages call the file.
    ContentReader(std::string_view bytes, std::string name);
    ~ContentReader() override;

    const std::string& name() const override { return name_; }
    bool compressed() const override { return inflater_ != nullptr; }
    std::uint64_t mostBytes() const override;
    std::size_t read(std::span<std::uint8_t> out) override;

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
