#include "store/held_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;

FileIdentity identityOf(const struct stat& status) {
    return {status.st_dev, status.st_ino};
}

bool isAt(const fs::path& path, const FileIdentity& identity) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && identityOf(status) == identity;
}

}  // namespace

std::optional<fs::path> folderNow(int descriptor, const fs::path& known) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return std::nullopt;
    const FileIdentity identity = identityOf(status);
    if (isAt(known, identity)) return known;
    std::error_code failed;
    const fs::path now = fs::read_symlink("/proc/self/fd/" + std::to_string(descriptor), failed);
    if (!failed && isAt(now, identity)) return now;
    // Without a name of its own in /proc, as in some containers, a folder that still is linked counts as
    // where it was.
    constexpr std::string_view mark = " (deleted)";
    const bool marked = !failed && now.native().ends_with(mark);
    if (status.st_nlink == 0 || marked) return std::nullopt;
    return known;
}

std::optional<FileState> fileIn(int descriptor, const std::string& name) {
    struct stat status {};
    if (::fstatat(descriptor, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    return FileState{identityOf(status), static_cast<std::int64_t>(status.st_size)};
}

HeldFile::HeldFile(int folder, const std::string& name)
    : fd_(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
    // The name of the file is on the disk only when the folder is.
    if (fd_ >= 0) ::fsync(folder);
}

HeldFile::~HeldFile() {
    if (fd_ >= 0) ::close(fd_);
}

bool HeldFile::flush() const {
    return fd_ >= 0 && ::fdatasync(fd_) == 0;
}

void refillWithZeros(const fs::path& file, const FileIdentity& identity, std::int64_t bytes) {
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0 || identityOf(status) != identity) return;
    if (::truncate(file.c_str(), 0) != 0) return;
    [[maybe_unused]] const int grown = ::truncate(file.c_str(), bytes);
}

}  // namespace prunescope::store
