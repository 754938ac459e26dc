#pragma once

#include "data/byte_images.h"
#include "data/image_folder.h"

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::data {

enum class ImageColour : std::uint8_t {
    automatic,  ///< grey where every picture is grey, otherwise rgb
    rgb,
    grey
};

/// What becomes of the pictures of a folder.
struct ImageOptions {
    std::int64_t size = 32;  ///< rows and columns; 0: as they are, when all have the same size
    ImageColour colour = ImageColour::automatic;
    bool skipDamaged = false;  ///< leave damaged pictures out instead of refusing the folder
};

/// A folder's pictures, ready for a data set.
struct LoadedImages {
    std::vector<ImageSet> parts{};            ///< as the folder has them, all of the same shape
    std::vector<run::DataFile> files{};       ///< one for each part: all its pictures, by name and content
    std::int64_t skipped = 0;                 ///< damaged pictures that were left out
    std::vector<std::string> skippedNames{};  ///< the first of them, "train/cat/0001.jpg"
};

/// Names of skipped pictures that are kept.
inline constexpr std::size_t mostSkippedNames = 10;

/// Reads every picture, on the threads of the current arena; the result does not depend on them. The hash of
/// a part covers the names below its folder and the contents of the pictures that were taken, so that it is
/// the same on another machine.
///
/// Throws `Error`: for a damaged picture, unless those are skipped, with the number of the others; for
/// pictures of different sizes when they are to stay as they are; for more than this machine's memory; for a
/// class of which no picture is left.
LoadedImages loadImages(const ImageFolder& folder, const ImageOptions& options);

}  // namespace prunescope::data
