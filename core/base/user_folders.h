#pragma once

#include <filesystem>

namespace prunescope {

/// Where a user's files are, by the XDG base directory specification: $XDG_DATA_HOME, $XDG_CONFIG_HOME
/// and $XDG_CACHE_HOME count when they are absolute, otherwise ~/.local/share, ~/.config and ~/.cache. The
/// home is $HOME, or what the
/// password database says when that is not set. Each throws `Error` when none of them names a folder: nothing
/// is ever kept in whatever folder the program happens to be started from.
std::filesystem::path homeFolder();
std::filesystem::path dataFolder();
std::filesystem::path configFolder();
/// For what can be made again: anybody may empty it at any time.
std::filesystem::path cacheFolder();

/// Where runs are kept when the user names no folder.
std::filesystem::path defaultWorkspace();

}  // namespace prunescope
