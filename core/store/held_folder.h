#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace prunescope::store {

/// Which file it is, whatever it is called.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;

    bool operator==(const FileIdentity&) const = default;
};

/// A regular file of a folder, as it is now.
struct FileState {
    FileIdentity identity;
    std::int64_t bytes = 0;
};

/// Where the folder behind an open descriptor is now. `known` is where it was last; nothing when the folder
/// has been removed.
std::optional<std::filesystem::path> folderNow(int descriptor, const std::filesystem::path& known);

/// Nothing when the folder behind the descriptor holds no regular file of this name. Opens no file: SQLite's
/// locks end when a program closes any of its descriptors of the file.
std::optional<FileState> fileIn(int descriptor, const std::string& name);

/// A regular file of a folder, held open so that what others write into it can be flushed to the disk.
class HeldFile {
public:
    HeldFile(int folder, const std::string& name);
    HeldFile(const HeldFile&) = delete;
    HeldFile& operator=(const HeldFile&) = delete;
    ~HeldFile();
    /// False when it could not be done, or the file could not be opened.
    bool flush() const;

private:
    int fd_;
};

/// Empties the file and gives it so many zero bytes, if it still is the one with this identity.
void refillWithZeros(const std::filesystem::path& file, const FileIdentity& identity, std::int64_t bytes);

}  // namespace prunescope::store
