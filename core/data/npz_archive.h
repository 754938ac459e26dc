#pragma once

#include "data/array_store.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace prunescope::data {

/// Largest .npz file that is read.
inline constexpr std::uint64_t mostNpzBytes = std::uint64_t{1} << 32U;
/// Most arrays in one.
inline constexpr std::int64_t mostNpzEntries = 4096;

/// The arrays in a .npz file's bytes: a zip archive of .npy files, stored or deflated. Nothing is unpacked
/// before it is read, nor further than it is read.
class NpzArchive {
public:
    /// `bytes` must outlive the archive; `name` is what messages call it. Throws `Error` when they are no zip
    /// archive, hold too many entries, or two of one name.
    NpzArchive(std::string_view bytes, std::string name);

    const std::string& name() const { return name_; }
    bool has(const std::string& array) const { return entries_.contains(array); }
    /// Names of all that are there, without .npy, in the order of their bytes.
    std::vector<std::string> names() const;
    /// Names of all that are arrays, without .npy.
    const std::vector<std::string>& arrays() const { return arrays_; }
    /// The first few names, for messages.
    Text listing() const;
    /// Throws `Error` when the array is not there, is encrypted, or is packed in another way. The content
    /// must not outlive the archive.
    std::unique_ptr<ByteSource> open(const std::string& array) const;

private:
    struct Discard {
        void operator()(zip* archive) const;
    };

    std::string name_;
    std::unique_ptr<zip, Discard> archive_;
    std::map<std::string, std::uint64_t, std::less<>> entries_{};  ///< index by name, without .npy
    std::vector<std::string> arrays_{};
};

}  // namespace prunescope::data
