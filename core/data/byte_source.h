#pragma once

#include "base/text.h"

#include <cstdint>
#include <span>
#include <string>

namespace prunescope::data {

/// Content that is read in order, and only as far as it is asked for: that of a file, or of a file in an
/// archive.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// What messages call it.
    virtual const std::string& name() const = 0;
    /// Whether it is unpacked while it is read.
    virtual bool compressed() const = 0;
    /// More than this the content cannot hold: its size, or an upper bound where it is compressed.
    virtual std::uint64_t mostBytes() const = 0;
    /// Fills `out` and returns how many bytes were left for it: fewer than its size only at the end, where
    /// the checksum, if there is one, has then been verified. Throws `Error` when the content is damaged.
    virtual std::size_t read(std::span<std::uint8_t> out) = 0;

    /// Throws the `Error` for what stands at that byte of the content.
    [[noreturn]] void refuse(std::uint64_t offset, const Text& problem, Text mend) const;
};

}  // namespace prunescope::data
