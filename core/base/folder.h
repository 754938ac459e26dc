#pragma once

#include "base/descriptor.h"
#include "base/file.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope {

/// A folder that is held open. Everything is done below the descriptor, so that a folder or a link which
/// somebody puts in its place meanwhile changes nothing. Names are those of entries, without a slash.
class Folder {
public:
    /// Throws `Error` when there is no such folder, or it may not be used, or it is a link that is refused.
    explicit Folder(const std::filesystem::path& path, Links links = Links::follow);

    /// Opens a folder whose last part is no link, and creates it and its parents when it is not there.
    static Folder created(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return path_; }

    /// What is in the folder, without ".", ".." and the temporary files of this program, in order.
    std::vector<std::string> names() const;
    /// Whether the entry is there and a regular file, not a link to one.
    bool isRegularFile(const std::string& name) const;

    /// As `writeFileAtomically`. Temporary files that a killed program left in the folder are removed.
    void write(const std::string& name, std::string_view content) const;
    /// The same with the pieces one after the other, for content that does not lie in one piece.
    void write(const std::string& name, std::span<const std::string_view> pieces) const;
    /// Writes a file that is not there; false when the name is taken. Of several callers one gets true, and
    /// the file is never seen without its content.
    bool create(const std::string& name, std::string_view content) const;
    /// Removes the entry, itself when it is a link; it need not be there.
    void remove(const std::string& name) const;

    /// Waits until the entries of the folder are on the disk, as far as the file system can say so.
    void flush() const;

private:
    class Temporary;

    Descriptor openEntry(const std::string& name, int flags) const;
    void removeLeftovers() const;
    bool isAbandoned(const std::string& name) const;

    std::filesystem::path path_;
    Descriptor fd_;
};

}  // namespace prunescope
