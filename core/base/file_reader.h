#pragma once

#include "base/descriptor.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace prunescope {

/// A regular file that is read piece by piece, wherever asked: for files of which only parts are wanted, and
/// that must not be in memory twice. It is read, not mapped: a file that another program cuts short meanwhile
/// then ends in an error and not in a signal.
class FileReader {
public:
    /// Throws `Error` when it cannot be opened or is not a regular file.
    explicit FileReader(const std::filesystem::path& path);

    /// Bytes, when it was opened.
    std::uint64_t size() const { return size_; }
    /// For files whose content is no zeros: throws `Error` when a large one takes next to nothing on the
    /// disk. It then asks for memory and holds nothing.
    void refuseHoles() const;
    /// Fills `to` from the byte at `position`. Throws `Error`, for a file that ends before it is full as
    /// well.
    void read(std::uint64_t position, std::span<char> to) const;

private:
    std::filesystem::path path_;
    Descriptor descriptor_;
    std::uint64_t size_ = 0;
    std::uint64_t bytesOnDisk_ = 0;
};

}  // namespace prunescope
