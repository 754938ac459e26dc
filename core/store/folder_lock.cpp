#include "store/folder_lock.h"

#include "base/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

namespace prunescope::store {
namespace {

int openFolder(const std::filesystem::path& folder) {
    return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/// False when somebody else holds a lock that excludes this one.
bool lock(int fd, int operation) {
    return ::flock(fd, operation | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder) : fd_(openFolder(folder)) {
    if (fd_ < 0) {
        throw Error(folder.string(),
                    Text::of("cannot open the folder: {}", std::generic_category().message(errno)),
                    Text::of("Check that it exists and that you may use it."));
    }
    // `isHeld` of another program takes the lock for an instant, which is no reason to give up.
    constexpr int attempts = 20;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (lock(fd_, LOCK_EX)) return;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    ::close(fd_);
    throw Error(folder.string(), Text::of("another program is recording a run here"),
                Text::of("Wait until it has finished, or name another folder."));
}

FolderLock::~FolderLock() {
    ::close(fd_);
}

bool FolderLock::isHeld(const std::filesystem::path& folder) {
    const int fd = openFolder(folder);
    if (fd < 0) return false;
    const bool free = lock(fd, LOCK_SH);
    ::close(fd);
    return !free;
}

}  // namespace prunescope::store
