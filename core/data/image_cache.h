#pragma once

#include "data/image_loading.h"

#include <filesystem>
#include <optional>
#include <string>

namespace prunescope::data {

/// Pictures that were read once are kept in one file of the user's cache folder: opening tens of thousands of
/// them takes longer than their bytes. What is found there counts only when it was made from the very same
/// files, and is whole.

/// Names, sizes and times of change of all pictures, and what was to become of them, as a SHA-256. Another
/// version of the program that makes other bytes of them has another one.
std::string imageFingerprint(const ImageFolder& folder, const ImageOptions& options);

/// What a file of the cache holds; nothing when it is not there, was made from other files, or is damaged.
/// Takes memory for no more than the file is long.
std::optional<LoadedImages> readImageCache(const std::filesystem::path& file, const std::string& fingerprint);

inline constexpr std::size_t mostImageCaches = 16;

/// Replaces the file in one step; leaves it where it would take more than half of the disk's free space. Only
/// the user may read the folder, and it keeps the files written last, `mostImageCaches` of them. Throws
/// `Error`.
void writeImageCache(const std::filesystem::path& file, const std::string& fingerprint,
                     const LoadedImages& images);

/// From the cache in the user's cache folder, or read as `loadImages` does and put there. A cache that cannot
/// be written changes nothing.
LoadedImages cachedImages(const ImageFolder& folder, const ImageOptions& options);

}  // namespace prunescope::data
