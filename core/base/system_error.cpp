#include "base/system_error.h"

#include <cerrno>
#include <system_error>

namespace prunescope {

Text systemHint(int code) {
    switch (code) {
        case ENOSPC:
        case EDQUOT:
            return Text::of("The disk is full: free some space or choose another folder.");
        case EFBIG:
            return Text::of("The file would be larger than this system allows here: raise the limit.");
        case EACCES:
        case EPERM:
        case EROFS:
            return Text::of("Choose a folder that you may write to.");
        case EIO:
            return Text::of("The disk reported an error: check it, and use a copy on another one.");
        case EMFILE:
        case ENFILE:
            return Text::of("Too many files are open: close other programs or raise the limit.");
        case ENOMEM:
            return Text::of("There is not enough memory: close other programs and try again.");
        default:
            return Text::of("Check that the path is right and that you may use it.");
    }
}

Error systemError(const std::filesystem::path& path, fmt::format_string<std::string> problem, int code) {
    return {path.string(), Text::of(problem, std::generic_category().message(code)), systemHint(code)};
}

}  // namespace prunescope
