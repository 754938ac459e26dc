#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>

namespace prunescope::store {

/// Pages that stand in place of those in the database file, as SQLite's files beside it say. They are read
/// here, and not by SQLite, because SQLite would write: it makes files of its own beside the database, copies
/// pages into it, cuts it to a length that a journal gives, and deletes what a journal names.
struct ChangedPages {
    std::uint32_t pageSize = 0;  ///< 0 when nothing is changed
    std::uint32_t pageCount = 0;
    std::unordered_map<std::uint32_t, std::string> pages;  ///< counted from 1

    bool empty() const { return pageSize == 0; }
    /// Lets the pages of `later` stand in place of these.
    void add(ChangedPages&& later);
};

/// What was committed to a write-ahead log (run.db-wal) and may not be in the database yet; see "The WAL
/// file format" in SQLite's documentation. Reads up to the first frame that was not wholly written. Throws
/// `Error` when the file cannot be read, is no regular file, or is too large.
ChangedPages committedPages(const std::filesystem::path& log);

/// The pages as they were before the half-written change of a killed program, from a rollback journal
/// (run.db-journal). Throws `Error` as above, and when the journal names another file: a program that changes
/// several databases at once leaves such a one, this program never does.
ChangedPages originalPages(const std::filesystem::path& journal);

}  // namespace prunescope::store
