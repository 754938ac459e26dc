#include "store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <system_error>

namespace prunescope::store {
namespace {

struct Explanation {
    Text problem;
    Text mend;
};

bool isFull(int primary, int systemCode) {
    const bool byErrno = systemCode == ENOSPC || systemCode == EDQUOT || systemCode == EFBIG;
    return primary == SQLITE_FULL || ((primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN) && byErrno);
}

/// The system knows better than SQLite why a file could not be opened or read.
std::string reason(int systemCode, const std::string& detail) {
    return systemCode == 0 ? detail : std::generic_category().message(systemCode);
}

Explanation explain(int code, int systemCode, const std::string& detail) {
    const int primary = code & 0xff;
    if (isFull(primary, systemCode)) {
        return {systemCode == EFBIG ? Text::of("the file would be larger than this system allows")
                                    : Text::of("the disk is full"),
                Text::of("Free some space, or record in another folder. What was recorded before is kept.")};
    }
    switch (primary) {
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {Text::of("the file or its folder may not be written to ({})", detail),
                    Text::of("Change its permissions, or use a folder that you may write to.")};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {Text::of("another program has locked it"),
                    Text::of("Close the other program, or try again when it has finished.")};
        case SQLITE_CORRUPT:
            return {Text::of("the file is damaged ({})", detail),
                    Text::of("Restore the run folder from a copy if there is one.")};
        case SQLITE_NOTADB:
            return {
                Text::of("the file is not a database, or its beginning is damaged"),
                Text::of("Restore the run folder from a copy; config.json and final.weights beside it do not "
                         "depend on it.")};
        case SQLITE_CANTOPEN:
            return {Text::of("the file cannot be opened ({})", reason(systemCode, detail)),
                    Text::of("Check that it exists and that you may use it and its folder.")};
        case SQLITE_IOERR:
            return {Text::of("the disk reported an error ({})", reason(systemCode, detail)),
                    Text::of("Copy the run folder to another disk and try there.")};
        case SQLITE_INTERRUPT:
            return {Text::of("reading it takes more work than a sound file of its size"),
                    Text::of("It is damaged, or was made to mislead: restore the run folder from a copy.")};
        case SQLITE_NOMEM:
            return {Text::of("there is not enough memory"), Text::of("Close other programs and try again.")};
        default:
            return {detail, Text::of("The file was damaged, or another program wrote it.")};
    }
}

}  // namespace

DatabaseError::DatabaseError(const std::string& where, fmt::format_string<Text> problem, int code,
                             int systemCode, const std::string& detail)
    : Error(where, Text::of(problem, explain(code, systemCode, detail).problem),
            explain(code, systemCode, detail).mend),
      code_(code) {}

bool DatabaseError::isDamage() const {
    const int primary = code_ & 0xff;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

bool DatabaseError::isBusy() const {
    const int primary = code_ & 0xff;
    return primary == SQLITE_BUSY || primary == SQLITE_LOCKED;
}

}  // namespace prunescope::store
