#include "base/file.h"

#include "base/error.h"
#include "base/folder.h"
#include "base/system_error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>
#include <vector>

namespace prunescope {
namespace {

/// The folders of a path that are not there, the innermost last.
std::vector<std::filesystem::path> missingFolders(std::filesystem::path path) {
    std::vector<std::filesystem::path> missing;
    std::error_code ignored;
    while (!path.empty() && !std::filesystem::exists(path, ignored)) {
        if (path.has_filename()) missing.insert(missing.begin(), path);
        const std::filesystem::path parent = path.parent_path();
        if (parent == path) break;
        path = parent;
    }
    return missing;
}

}  // namespace

Descriptor openRegularFile(const std::filesystem::path& path, Links links) {
    const auto refuse = [&] {
        return Error(path.string(), Text::of("is not a regular file"),
                     Text::of("Name a file, not a folder or a device."));
    };
    struct stat status {};
    const bool linksToo = links == Links::follow;
    if ((linksToo ? ::stat(path.c_str(), &status) : ::lstat(path.c_str(), &status)) != 0)
        throw systemError(path, "cannot open the file: {}", errno);
    if (S_ISLNK(status.st_mode)) {
        throw Error(path.string(), Text::of("is a link, where a file belongs"),
                    Text::of("Put the file itself in its place: links in a run folder are not followed."));
    }
    // To open a device may already do something, so it is not tried.
    if (!S_ISREG(status.st_mode)) throw refuse();
    Descriptor fd(
        ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (linksToo ? 0 : O_NOFOLLOW)));
    if (!fd.valid()) throw systemError(path, "cannot open the file: {}", errno);
    if (::fstat(fd.get(), &status) != 0) throw systemError(path, "cannot read the file: {}", errno);
    if (!S_ISREG(status.st_mode)) throw refuse();
    return fd;
}

std::string readFile(const std::filesystem::path& path, std::uint64_t maxBytes, Links links) {
    const Descriptor fd = openRegularFile(path, links);
    struct stat status {};
    if (::fstat(fd.get(), &status) != 0) throw systemError(path, "cannot read the file: {}", errno);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > maxBytes) {
        throw Error(path.string(), Text::of("holds {} bytes where at most {} are expected", size, maxBytes),
                    Text::of("It is not the file that belongs here; check its name."));
    }
    std::string content(size, '\0');
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t got = ::read(fd.get(), content.data() + done, content.size() - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw systemError(path, "cannot read the file: {}", errno);
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    content.resize(done);
    return content;
}

void writeFileAtomically(const std::filesystem::path& path, std::string_view content) {
    if (!path.has_filename())
        throw Error(path.string(), Text::of("is not the name of a file"), Text::of("Name a file."));
    try {
        Folder(path.has_parent_path() ? path.parent_path() : ".").write(path.filename().string(), content);
    } catch (const Error& error) {
        throw Error(path.string(), error.problem(), error.mend());
    }
}

void createFolder(const std::filesystem::path& path) {
    if (path.empty()) throw Error("", Text::of("the folder has no name"), Text::of("Name a folder."));
    for (const std::filesystem::path& folder : missingFolders(path)) {
        if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST)
            throw systemError(path, "cannot create the folder: {}", errno);
        // A power cut must not take the folder away with what is written into it.
        Folder(folder.has_parent_path() ? folder.parent_path() : ".").flush();
    }
    std::error_code code;
    if (!std::filesystem::is_directory(path, code)) {
        if (code) throw systemError(path, "cannot create the folder: {}", code.value());
        throw Error(path.string(), Text::of("is a file, not a folder"), Text::of("Choose another folder."));
    }
}

}  // namespace prunescope
