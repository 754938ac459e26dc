#include "data/image_folder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path_text.h"
#include "base/system_error.h"
#include "data/image_file.h"
#include "data/place_listing.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace prunescope::data {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view trainName = "train";
constexpr std::array<std::string_view, 4> testNames{"test", "val", "valid", "validation"};
bool holdsImage(const fs::path& path) {
    const Descriptor fd = openRegularFile(path);
    std::array<char, imageMagicBytes> start{};
    const ssize_t got = ::read(fd.get(), start.data(), start.size());
    if (got < 0) throw systemError(path, "cannot read the file: {}", errno);
    return beginsLikeImage(std::string_view(start.data(), static_cast<std::size_t>(got)));
}

bool isBelow(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// Lists folders below one that nothing leads out of.
class Lister {
public:
    explicit Lister(const fs::path& folder) {
        std::error_code code;
        root_ = fs::canonical(folder, code);
        if (code) throw systemError(folder, "cannot open the folder: {}", code.value());
    }

    const fs::path& root() const { return root_; }
    bool isFolder(const fs::path& path) const { return S_ISDIR(look(path).st_mode); }

    /// Names of the folders in a folder.
    std::vector<std::string> folders(const fs::path& folder) const {
        std::vector<std::string> found;
        for (const std::string& name : visibleNames(folder)) {
            if (isFolder(folder / name)) found.push_back(name);
        }
        return found;
    }

    void addClass(PicturePart& part, const std::string& name, Label label) const {
        const std::size_t before = part.pictures.size();
        for (const std::string& file : visibleNames(part.folder / name)) {
            const fs::path path = part.folder / name / file;
            const struct stat status = look(path);
            if (S_ISDIR(status.st_mode)) {
                throw Error(path.string(),
                            Text::of("expected pictures in the folder of a class, found a folder"),
                            Text::of("Put its pictures one folder higher, or take it away."));
            }
            // Pictures in formats that are not read are no files to pass over: a class would lack them.
            if (!S_ISREG(status.st_mode) || !(isPictureName(file) || holdsImage(path))) continue;
            constexpr std::int64_t second = 1'000'000'000;
            part.pictures.push_back({.name = fmt::format("{}/{}", name, file),
                                     .bytes = static_cast<std::uint64_t>(status.st_size),
                                     .modifiedNs = status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec,
                                     .label = label});
            refuseTooMany(part);
        }
        if (part.pictures.size() > before) return;
        throw Error((part.folder / name).string(), Text::of("the class has no picture"),
                    Text::of("Put JPEG or PNG pictures into its folder, or take the folder away."));
    }

private:
    /// Of what is there or what a link leads to, inside the folder.
    struct stat look(const fs::path& path) const {
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0) throw systemError(path, "cannot open the file: {}", errno);
        if (!S_ISLNK(status.st_mode)) return status;
        std::error_code code;
        const fs::path target = fs::canonical(path, code);
        if (code || !isBelow(target, root_)) {
            throw Error(
                path.string(), Text::of("is a link that leads out of the folder of the pictures, or nowhere"),
                Text::of("Put what it leads to in its place, or take it away: such links are not followed."));
        }
        if (::lstat(target.c_str(), &status) != 0) throw systemError(path, "cannot open the file: {}", errno);
        return status;
    }

    static std::vector<std::string> visibleNames(const fs::path& folder) {
        std::vector<std::string> names = Folder(folder).names();
        std::erase_if(names, [](const std::string& name) { return name.starts_with('.'); });
        return names;
    }

    static void refuseTooMany(const PicturePart& part) {
        if (part.pictures.size() <= mostPictures) return;
        throw Error(part.folder.string(),
                    Text::of("holds more than {} pictures, the most that are read", mostPictures),
                    Text::of("Name a folder with fewer."));
    }

    fs::path root_{};
};

/// The name of the folder to test on; nothing where classes stand in the folder itself.
std::optional<std::string> testPart(const Lister& lister, const std::vector<std::string>& folders) {
    const auto has = [&](std::string_view name) {
        return std::find(folders.begin(), folders.end(), name) != folders.end();
    };
    if (!has(trainName)) return std::nullopt;
    const auto* const test = std::find_if(testNames.begin(), testNames.end(), has);
    if (test != testNames.end()) return std::string(*test);
    const fs::path train = lister.root() / trainName;
    if (lister.folders(train).empty()) return std::nullopt;  // a class of that name
    throw Error(train.string(),
                Text::of("expected a folder with pictures to test on beside it, found none of {}",
                         fmt::join(testNames, ", ")),
                Text::of("Put one there; or name the folder {} itself, of which a part is then held back.",
                         trainName));
}

void refuseFewClasses(const fs::path& folder, const std::vector<std::string>& names) {
    if (names.size() >= 2 && static_cast<std::int64_t>(names.size()) <= mostClasses) return;
    throw Error(folder.string(),
                Text::of("expected from 2 to {} folders with the pictures of a class in each, found {}",
                         mostClasses, names.size()),
                Text::of("Sort the pictures into a folder for each class."));
}

/// Both lists are in order.
void refuseOtherClasses(const std::vector<std::string>& train, const PicturePart& part,
                        const std::vector<std::string>& test) {
    const auto [here, there] = std::mismatch(train.begin(), train.end(), test.begin(), test.end());
    if (here == train.end() && there == test.end()) return;
    const bool missing = there == test.end() || (here != train.end() && *here < *there);
    const std::string name = printableName(missing ? *here : *there);
    throw Error(
        part.folder.string(),
        missing ? Text::of("the class {} is not there, although there are pictures of it to train on", name)
                : Text::of("the class {} is there, and no picture of it to train on", name),
        Text::of("Both parts must have a folder for each class."));
}

PicturePart listPart(const Lister& lister, std::string name, const fs::path& folder,
                     const std::vector<std::string>& classes) {
    PicturePart part{.name = std::move(name), .folder = folder};
    for (std::size_t label = 0; label < classes.size(); ++label)
        lister.addClass(part, classes[label], static_cast<Label>(label));
    return part;
}

}  // namespace

ImageFolder listImageFolder(const fs::path& folder) {
    const Lister lister(folder);
    const fs::path& root = lister.root();
    ImageFolder images{.folder = root};
    std::vector<std::string> classes = lister.folders(root);
    if (const auto test = testPart(lister, classes)) {
        classes = lister.folders(root / trainName);
        refuseFewClasses(root / trainName, classes);
        images.parts.push_back(listPart(lister, std::string(trainName), root / trainName, classes));
        const std::vector<std::string> testClasses = lister.folders(root / *test);
        refuseOtherClasses(classes, {.name = *test, .folder = root / *test}, testClasses);
        images.parts.push_back(listPart(lister, *test, root / *test, classes));
    } else {
        refuseFewClasses(root, classes);
        images.parts.push_back(listPart(lister, root.filename().string(), root, classes));
    }
    for (const std::string& name : classes) images.classNames.push_back(printableName(name));
    return images;
}

}  // namespace prunescope::data
