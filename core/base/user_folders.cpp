#include "base/user_folders.h"

#include "base/error.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <optional>
#include <string>

namespace prunescope {
namespace {

namespace fs = std::filesystem;

Text mend() {
    return Text::of("Set HOME to your home folder, or name the folder to use: --out or --workspace.");
}

/// The folder that a variable names; none when it is not set, empty or relative.
std::optional<fs::path> absoluteFolder(const char* variable) {
    const char* value = std::getenv(variable);
    if (value == nullptr || !fs::path(value).is_absolute()) return std::nullopt;
    return value;
}

std::optional<fs::path> homeOfThePasswordDatabase() {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 16384> buffer{};
    ::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found);
    if (found == nullptr || !fs::path(found->pw_dir).is_absolute()) return std::nullopt;
    return found->pw_dir;
}

fs::path folderOf(const char* variable, const fs::path& belowHome) {
    const std::optional<fs::path> chosen = absoluteFolder(variable);
    return chosen ? *chosen : homeFolder() / belowHome;
}

}  // namespace

fs::path homeFolder() {
    std::optional<fs::path> home = absoluteFolder("HOME");
    if (!home) home = homeOfThePasswordDatabase();
    if (!home) throw Error("HOME", Text::of("is not set, and this user has no home folder"), mend());
    std::error_code code;
    const fs::file_status status = fs::status(*home, code);
    if (fs::exists(status) && !fs::is_directory(status))
        throw Error("HOME", Text::of("{} is not a folder", home->string()), mend());
    return *home;
}

fs::path dataFolder() {
    return folderOf("XDG_DATA_HOME", ".local/share");
}

fs::path configFolder() {
    return folderOf("XDG_CONFIG_HOME", ".config");
}

fs::path cacheFolder() {
    return folderOf("XDG_CACHE_HOME", ".cache");
}

fs::path defaultWorkspace() {
    return dataFolder() / "prunescope" / "runs";
}

}  // namespace prunescope
