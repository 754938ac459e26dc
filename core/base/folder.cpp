#include "base/folder.h"

#include "base/error.h"
#include "base/system_error.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <memory>
#include <utility>

namespace prunescope {
namespace {

constexpr std::string_view temporaryStart = ".prunescope-";
constexpr std::string_view temporaryEnd = ".partial";
constexpr std::size_t temporaryDigits = 16;
/// A temporary file is locked while it is written, except for the moment after it was created.
constexpr std::time_t leftoverSeconds = 60;

std::string temporaryName() {
    std::array<unsigned char, temporaryDigits / 2> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw systemError("", "cannot get random numbers: {}", errno);
    std::string name(temporaryStart);
    for (const unsigned char byte : bytes) name += fmt::format("{:02x}", byte);
    return name += temporaryEnd;
}

bool isTemporaryName(std::string_view name) {
    if (name.size() != temporaryStart.size() + temporaryDigits + temporaryEnd.size()) return false;
    return name.starts_with(temporaryStart) && name.ends_with(temporaryEnd) &&
           name.substr(temporaryStart.size(), temporaryDigits).find_first_not_of("0123456789abcdef") ==
               std::string_view::npos;
}

bool writeAll(int fd, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Descriptor openFolder(const std::filesystem::path& path, Links links) {
    const int noLinks = links == Links::refuse ? O_NOFOLLOW : 0;
    Descriptor fd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | noLinks));
    if (fd.valid()) return fd;
    const int code = errno;
    struct stat status {};
    if (links == Links::refuse && ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode)) {
        throw Error(
            path.string(), Text::of("is a link to another place, where a folder belongs"),
            Text::of(
                "Name the folder that it leads to, or remove the link: nothing is written through links."));
    }
    throw systemError(path, "cannot open the folder: {}", code);
}

/// Gives `visit` the name of each entry of a folder but "." and ".."; false when it cannot be read.
template <class Visit>
bool eachName(Descriptor folder, const Visit& visit) {
    const std::unique_ptr<DIR, int (*)(DIR*)> list(folder.valid() ? ::fdopendir(folder.get()) : nullptr,
                                                   [](DIR* open) { return ::closedir(open); });
    if (list == nullptr) return false;
    folder.release();
    while (const dirent* entry = ::readdir(list.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") visit(name);
    }
    return true;
}

/// Moves the entry unless the new name is taken; false with `errno` when it could not be done.
bool renameNew(int folder, const std::string& from, const std::string& to) {
    if (::renameat2(folder, from.c_str(), folder, to.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    // A file system without that call may have links.
    if (::linkat(folder, from.c_str(), folder, to.c_str(), 0) != 0) return false;
    ::unlinkat(folder, from.c_str(), 0);
    return true;
}

}  // namespace

/// A file with content under a name that nobody else uses; removed unless it is given its final name.
class Folder::Temporary {
public:
    Temporary(const Folder& folder, std::span<const std::string_view> pieces)
        : folder_(folder), name_(temporaryName()) {
        Descriptor fd = folder.openEntry(name_, O_WRONLY | O_CREAT | O_EXCL);
        if (!fd.valid()) fail(errno);
        there_ = true;
        ::flock(fd.get(), LOCK_EX | LOCK_NB);  // tells others that this is no leftover
        const bool written = std::all_of(pieces.begin(), pieces.end(),
                                         [&](std::string_view piece) { return writeAll(fd.get(), piece); });
        if (!written || ::fsync(fd.get()) != 0 || fd.close() != 0) fail(errno);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() { discard(); }

    void replace(const std::string& name) {
        if (::renameat(folder_.fd_.get(), name_.c_str(), folder_.fd_.get(), name.c_str()) != 0) fail(errno);
        there_ = false;
        folder_.flush();
    }

    bool becomeNew(const std::string& name) {
        if (!renameNew(folder_.fd_.get(), name_, name)) {
            if (errno == EEXIST) return false;
            fail(errno);
        }
        there_ = false;
        folder_.flush();
        return true;
    }

private:
    [[noreturn]] void fail(int code) {
        discard();
        throw systemError(folder_.path_, "cannot write the file: {}", code);
    }

    void discard() {
        if (there_) ::unlinkat(folder_.fd_.get(), name_.c_str(), 0);
        there_ = false;
    }

    const Folder& folder_;
    std::string name_;
    bool there_ = false;
};

Folder::Folder(const std::filesystem::path& path, Links links) : path_(path), fd_(openFolder(path, links)) {}

Folder Folder::created(const std::filesystem::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 && errno == ENOENT) createFolder(path);
    return Folder(path, Links::refuse);
}

std::vector<std::string> Folder::names() const {
    std::vector<std::string> names;
    const auto take = [&](std::string_view name) {
        if (!isTemporaryName(name)) names.emplace_back(name);
    };
    // A descriptor of its own: reading the entries moves a position in it.
    if (!eachName(openEntry(".", O_RDONLY | O_DIRECTORY), take))
        throw systemError(path_, "cannot list the folder: {}", errno);
    std::sort(names.begin(), names.end());
    return names;
}

void Folder::removeLeftovers() const {
    std::vector<std::string> leftovers;
    const auto look = [&](std::string_view name) {
        if (isTemporaryName(name) && isAbandoned(std::string(name))) leftovers.emplace_back(name);
    };
    eachName(openEntry(".", O_RDONLY | O_DIRECTORY), look);
    for (const std::string& name : leftovers) ::unlinkat(fd_.get(), name.c_str(), 0);
}

bool Folder::isAbandoned(const std::string& name) const {
    struct stat status {};
    if (::fstatat(fd_.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return false;
    if (!S_ISREG(status.st_mode) || status.st_mtime > std::time(nullptr) - leftoverSeconds) return false;
    const Descriptor fd = openEntry(name, O_RDONLY);
    return fd.valid() && ::flock(fd.get(), LOCK_EX | LOCK_NB) == 0;
}

bool Folder::isRegularFile(const std::string& name) const {
    struct stat status {};
    return ::fstatat(fd_.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode);
}

void Folder::write(const std::string& name, std::string_view content) const {
    write(name, std::span(&content, 1));
}

void Folder::write(const std::string& name, std::span<const std::string_view> pieces) const {
    removeLeftovers();
    Temporary(*this, pieces).replace(name);
}

bool Folder::create(const std::string& name, std::string_view content) const {
    removeLeftovers();
    return Temporary(*this, std::span(&content, 1)).becomeNew(name);
}

void Folder::remove(const std::string& name) const {
    if (::unlinkat(fd_.get(), name.c_str(), 0) != 0 && errno != ENOENT)
        throw systemError(path_ / name, "cannot remove the file: {}", errno);
}

void Folder::flush() const {
    ::fsync(fd_.get());
}

Descriptor Folder::openEntry(const std::string& name, int flags) const {
    return Descriptor(::openat(fd_.get(), name.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0644));
}

}  // namespace prunescope
