#include "base/file_reader.h"

#include "base/error.h"
#include "base/file.h"
#include "base/system_error.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace prunescope {
namespace {

constexpr std::size_t mostAtOnce = std::size_t{1} << 30U;  // what one call of the system reads at most

}  // namespace

FileReader::FileReader(const std::filesystem::path& path) : path_(path), descriptor_(openRegularFile(path)) {
    struct stat status {};
    if (::fstat(descriptor_.get(), &status) != 0) throw systemError(path, "cannot read the file: {}", errno);
    constexpr std::uint64_t block = 512;  // the unit of `st_blocks`, whatever the file system's own
    size_ = static_cast<std::uint64_t>(status.st_size);
    bytesOnDisk_ = static_cast<std::uint64_t>(status.st_blocks) * block;
}

void FileReader::refuseHoles() const {
    constexpr std::uint64_t small = std::uint64_t{64} << 20U;
    constexpr std::uint64_t mostPressed = 64;
    if (size_ <= small || size_ / mostPressed <= bytesOnDisk_) return;
    throw Error(path_.string(), Text::of("is hollow: of its {} bytes next to none are on the disk", size_),
                Text::of("It was not copied whole, or was made to mislead: take it from its source again."));
}

void FileReader::read(std::uint64_t position, std::span<char> to) const {
    while (!to.empty()) {
        const ssize_t got = ::pread(descriptor_.get(), to.data(), std::min(to.size(), mostAtOnce),
                                    static_cast<off_t>(position));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw systemError(path_, "cannot read the file: {}", errno);
        if (got == 0) {
            throw Error(path_.string(), Text::of("ends at byte {}, while it is being read", position),
                        Text::of("Another program changed it: try again when that has finished."));
        }
        position += static_cast<std::uint64_t>(got);
        to = to.subspan(static_cast<std::size_t>(got));
    }
}

}  // namespace prunescope
