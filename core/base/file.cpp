#include "base/file.h"

#include "base/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

namespace prunescope {
namespace {

/// Owns a POSIX file descriptor.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    int get() const { return fd_; }
    bool valid() const { return fd_ >= 0; }
    int close() {
        const int fd = fd_;
        fd_ = -1;
        return ::close(fd);
    }

private:
    int fd_;
};

Error systemError(const std::filesystem::path& path, std::string_view action, int code) {
    std::string mend = "Check that the path is right and that you may use it.";
    if (code == ENOSPC || code == EDQUOT)
        mend = "The disk is full: free some space or choose another folder.";
    if (code == EFBIG) mend = "The file would be larger than this system allows here: raise the limit.";
    if (code == EACCES || code == EPERM || code == EROFS) mend = "Choose a folder that you may write to.";
    return {path.string(), fmt::format("cannot {}: {}", action, std::generic_category().message(code)), mend};
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

/// A rename is on the disk only when its folder is.
void flushFolder(const std::filesystem::path& folder) {
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.valid()) ::fsync(fd.get());
}

}  // namespace

std::string readFile(const std::filesystem::path& path, std::uint64_t maxBytes) {
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!fd.valid()) throw systemError(path, "open the file", errno);
    struct stat status {};
    if (::fstat(fd.get(), &status) != 0) throw systemError(path, "read the file", errno);
    if (!S_ISREG(status.st_mode)) {
        throw Error(path.string(), "is not a regular file", "Name a file, not a folder or a device.");
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > maxBytes) {
        throw Error(path.string(),
                    fmt::format("holds {} bytes where at most {} are expected", size, maxBytes),
                    "It is not the file that belongs here; check its name.");
    }
    std::string content(size, '\0');
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t got = ::read(fd.get(), content.data() + done, content.size() - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw systemError(path, "read the file", errno);
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    content.resize(done);
    return content;
}

void writeFileAtomically(const std::filesystem::path& path, std::string_view content) {
    const std::filesystem::path temporary = path.string() + ".partial";
    Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (!fd.valid()) throw systemError(path, "write the file", errno);
    const bool written = writeAll(fd.get(), content) && ::fsync(fd.get()) == 0 && fd.close() == 0;
    if (!written || ::rename(temporary.c_str(), path.c_str()) != 0) {
        const int code = errno;
        ::unlink(temporary.c_str());
        throw systemError(path, "write the file", code);
    }
    flushFolder(path.has_parent_path() ? path.parent_path() : ".");
}

void createFolder(const std::filesystem::path& path) {
    std::error_code code;
    std::filesystem::create_directories(path, code);
    if (code) throw systemError(path, "create the folder", code.value());
    if (!std::filesystem::is_directory(path, code)) {
        throw Error(path.string(), "is a file, not a folder", "Choose another folder.");
    }
}

}  // namespace prunescope
