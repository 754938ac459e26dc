#pragma once

#include "store/changed_pages.h"

#include <memory>
#include <string>

namespace prunescope::store {

/// The only file system that SQLite sees when it reads a run: one database file that cannot be written to,
/// with `pages` in place of its own. Whatever the file asks for, no other file is opened, made or deleted,
/// and no lock is taken.
///
/// The database file itself is opened by SQLite's usual code: it knows about the locks of a writer in this
/// program, which end when any other descriptor of the file is closed.
class ReadOnlyFileSystem {
public:
    explicit ReadOnlyFileSystem(std::shared_ptr<const ChangedPages> pages);
    ReadOnlyFileSystem(const ReadOnlyFileSystem&) = delete;
    ReadOnlyFileSystem& operator=(const ReadOnlyFileSystem&) = delete;
    /// No database may be open in it any more.
    ~ReadOnlyFileSystem();

    /// Under which SQLite knows it.
    const std::string& name() const;

    /// Whether a database that was opened here was written with a log (run.db-wal).
    bool sawLogVersion() const;

    struct Registration;

private:
    std::unique_ptr<Registration> registration_;
};

}  // namespace prunescope::store
