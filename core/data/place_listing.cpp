#include "data/place_listing.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace prunescope::data {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 15> pictureEndings{".jpg",  ".jpeg", ".jpe",  ".jfif", ".png",
                                                          ".gif",  ".bmp",  ".webp", ".tif",  ".tiff",
                                                          ".heic", ".avif", ".ppm",  ".pgm",  ".jp2"};

std::string inSmallLetters(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::string endingOf(const fs::path& name) {
    return inSmallLetters(name.extension().string());
}

/// Calls `take(entry)` for the first entries of a folder, until it gives true: whether it did.
template <class Take>
bool anyEntry(const fs::path& folder, const Take& take) {
    std::error_code code;
    std::size_t looks = 0;
    for (fs::directory_iterator entry(folder, code), end;
         !code && entry != end && looks < PlaceListing::mostNames; entry.increment(code), ++looks) {
        if (take(*entry)) return true;
    }
    return false;
}

bool holdsPictures(const fs::path& folder) {
    return anyEntry(folder, [](const fs::directory_entry& entry) {
        std::error_code ignored;
        return isPictureName(entry.path()) && entry.is_regular_file(ignored);
    });
}

/// Most folders of classes are alike: the first few tell.
bool holdPictures(const fs::path& parent, const std::vector<std::string>& folders) {
    constexpr std::size_t mostFolders = 20;
    const auto end = folders.begin() + static_cast<std::ptrdiff_t>(std::min(folders.size(), mostFolders));
    return std::any_of(folders.begin(), end,
                       [&](const std::string& name) { return holdsPictures(parent / name); });
}

}  // namespace

bool isPictureName(const fs::path& name) {
    return std::find(pictureEndings.begin(), pictureEndings.end(), endingOf(name)) != pictureEndings.end();
}

PlaceListing::PlaceListing(const fs::path& place) : place_(place) {
    std::error_code ignored;
    if (fs::is_regular_file(place, ignored)) {
        files_.push_back(place.filename().string());
        return;
    }
    anyEntry(place, [&](const fs::directory_entry& entry) {
        std::error_code unknown;
        const bool isFolder = entry.is_directory(unknown);
        (isFolder ? folders_ : files_).push_back(entry.path().filename().string());
        return false;
    });
    std::sort(folders_.begin(), folders_.end());
}

bool PlaceListing::isCalled(std::string_view word) const {
    return inSmallLetters(place_.string()).find(word) != std::string::npos;
}

bool PlaceListing::has(std::string_view file) const {
    return std::any_of(files_.begin(), files_.end(), [&](const std::string& name) {
        return name == file ||
               (name.size() == file.size() + 3 && name.starts_with(file) && name.ends_with(".gz"));
    });
}

bool PlaceListing::hasEnding(std::initializer_list<std::string_view> endings) const {
    return std::any_of(files_.begin(), files_.end(), [&](const std::string& name) {
        return std::find(endings.begin(), endings.end(), endingOf(name)) != endings.end();
    });
}

bool PlaceListing::hasFoldersOfPictures() const {
    if (holdPictures(place_, folders_)) return true;
    if (!std::binary_search(folders_.begin(), folders_.end(), "train")) return false;
    std::vector<std::string> classes;
    anyEntry(place_ / "train", [&](const fs::directory_entry& entry) {
        std::error_code ignored;
        if (entry.is_directory(ignored)) classes.push_back(entry.path().filename().string());
        return false;
    });
    std::sort(classes.begin(), classes.end());
    return holdPictures(place_ / "train", classes);
}

}  // namespace prunescope::data
