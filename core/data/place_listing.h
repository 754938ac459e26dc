#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::data {

/// Pictures by their names, those in formats that are not read among them.
bool isPictureName(const std::filesystem::path& name);

/// How much the names at a place speak for a data set.
enum class Likeness : std::uint8_t {
    none,
    possible,  ///< it could be read so, but is called like another that is read alike
    clear,
};
inline Likeness clearIf(bool holds) {
    return holds ? Likeness::clear : Likeness::none;
}

/// What lies at a place that somebody named, as far as a quick look at the names tells; no file is opened.
/// A place that is not there, or cannot be read, holds nothing.
class PlaceListing {
public:
    /// Names beyond so many are not looked at.
    static constexpr std::size_t mostNames = 10'000;

    explicit PlaceListing(const std::filesystem::path& place);

    /// Whether the path of the place has the word, in lower case, in it.
    bool isCalled(std::string_view word) const;
    /// Whether the folder has a file of that name, plain or with .gz.
    bool has(std::string_view file) const;
    /// Whether the place is a file, or a folder with a file, of such an ending: ".csv", in lower case.
    bool hasEnding(std::initializer_list<std::string_view> endings) const;
    /// Whether pictures lie in folders of the folder, or of its folder `train`.
    bool hasFoldersOfPictures() const;

private:
    std::filesystem::path place_;
    std::vector<std::string> files_;  ///< the place itself where it is a file
    std::vector<std::string> folders_;
};

}  // namespace prunescope::data
