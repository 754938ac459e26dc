#include "base/system_error.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

namespace prunescope {

std::string systemHint(int code) {
    switch (code) {
        case ENOSPC:
        case EDQUOT:
            return "The disk is full: free some space or choose another folder.";
        case EFBIG:
            return "The file would be larger than this system allows here: raise the limit.";
        case EACCES:
        case EPERM:
        case EROFS:
            return "Choose a folder that you may write to.";
        case EIO:
            return "The disk reported an error: check it, and use a copy on another one.";
        case EMFILE:
        case ENFILE:
            return "Too many files are open: close other programs or raise the limit.";
        case ENOMEM:
            return "There is not enough memory: close other programs and try again.";
        default:
            return "Check that the path is right and that you may use it.";
    }
}

Error systemError(const std::filesystem::path& path, std::string_view action, int code) {
    return {path.string(), fmt::format("cannot {}: {}", action, std::generic_category().message(code)),
            systemHint(code)};
}

}  // namespace prunescope
