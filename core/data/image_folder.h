#pragma once

#include "data/dataset.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::data {

/// More pictures are refused.
inline constexpr std::size_t mostPictures = 5'000'000;

/// A picture as its folder lists it; it has not been opened.
struct PictureFile {
    std::string name;  ///< "cat/0001.jpg"
    std::uint64_t bytes = 0;
    std::int64_t modifiedNs = 0;  ///< since 1970
    Label label = 0;
};

/// Pictures with a folder for each class.
struct PicturePart {
    std::string name;  ///< of its folder
    std::filesystem::path folder;
    std::vector<PictureFile> pictures{};  ///< by class, and within it by name
};

/// A folder of pictures.
struct ImageFolder {
    std::filesystem::path folder;           ///< as the user named it, without links
    std::vector<std::string> classNames{};  ///< in the order of their bytes
    std::vector<PicturePart> parts{};       ///< all pictures; or those to train on and those to test on
};

/// Lists a folder that has a folder for each class; or a folder `train` of that kind and a folder `test`,
/// `val`, `valid` or `validation`, the first of them that is there. Everything is in the order of bytes.
///
/// A picture is what its name (.jpg, .png and the like) or its first bytes say, whether or not this program
/// reads the format; other files, and all whose names begin with a dot, are passed over. Links are followed
/// inside the folder only: what somebody else has put together must not show other pictures of the user.
///
/// Throws `Error`, naming the place: for fewer than two classes, a class without pictures or with folders in
/// it, a link that leads outside, other classes in the second part than in the first, too many pictures.
ImageFolder listImageFolder(const std::filesystem::path& folder);

}  // namespace prunescope::data
