#pragma once

#include "base/text.h"
#include "run/records.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace prunescope::data {

/// A file as it was read.
struct FileContent {
    std::string path;
    std::string bytes;
};

/// The files of a data set in their folder. Whatever is read is entered in the record with its hash.
class DataFiles {
public:
    /// `hint` says what to do when a file is not there.
    DataFiles(std::filesystem::path folder, Text hint);

    const std::filesystem::path& folder() const { return folder_; }
    /// What messages say when something is not there.
    const Text& hint() const { return hint_; }

    /// The first of these names that is there, a folder of such a name passed over.
    std::optional<std::filesystem::path> find(const std::vector<std::string>& names) const;
    /// Reads the first of these names. Throws `Error` when none is there, with what is, and for a file of
    /// more than `mostBytes`.
    FileContent read(const std::vector<std::string>& names, std::uint64_t mostBytes);
    FileContent readAt(const std::filesystem::path& file, std::uint64_t mostBytes);
    /// The first few names of the folder's entries.
    Text listing() const;

    /// What was read, in that order. Call once, at the end.
    std::vector<run::DataFile> takeRecord() { return std::move(record_); }

private:
    std::filesystem::path folder_;
    Text hint_;
    std::vector<run::DataFile> record_{};
};

/// Each name, and after it the same with .gz.
std::vector<std::string> alsoGzip(const std::vector<std::string>& names);

/// Throws `UsageError` for a name that leads out of the folder it is looked for in; `option` is where it was
/// given.
void expectPlainName(const std::string& name, const std::string& option);

}  // namespace prunescope::data
