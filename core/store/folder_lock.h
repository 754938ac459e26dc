#pragma once

#include <filesystem>

namespace prunescope::store {

/// Marks a run folder as being recorded, until it is destroyed or the program ends in whatever way; it leaves
/// no file behind. On a file system without locks it does nothing.
class FolderLock {
public:
    /// Throws `Error` when another program records into the folder, or it cannot be opened.
    explicit FolderLock(const std::filesystem::path& folder);
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

    /// Whether a program is recording into the folder at this moment.
    static bool isHeld(const std::filesystem::path& folder);

    /// Of the folder, wherever it is now: it stays the same when somebody renames it.
    int descriptor() const { return fd_; }

private:
    int fd_;
};

}  // namespace prunescope::store
