#include "store/read_only_file.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

namespace prunescope::store {

struct ReadOnlyFileSystem::Registration {
    std::string name;
    std::shared_ptr<const ChangedPages> pages;
    sqlite3_vfs* usual = nullptr;
    sqlite3_vfs table{};
    bool sawLogVersion = false;
    int lastError = 0;  ///< the system's, behind the last failure to open
};

namespace {

/// As SQLite wants it: the methods first. Behind it lies the file of the usual file system.
struct OverlaidFile {
    sqlite3_file base;
    const ChangedPages* pages;
    bool* sawLogVersion;
    sqlite3_file* usual;
};

constexpr std::size_t offsetOfUsual = (sizeof(OverlaidFile) + 15) / 16 * 16;

OverlaidFile& overlaid(sqlite3_file* file) {
    return *reinterpret_cast<OverlaidFile*>(file);
}

/// Two bytes of the first page say that there is a log. It has been read already, so SQLite must not look.
/// Returns whether they did.
bool hideLog(char* to, std::int64_t offset, std::int64_t amount) {
    constexpr std::int64_t firstVersion = 18;
    bool found = false;
    for (std::int64_t at = firstVersion; at < firstVersion + 2; ++at) {
        if (at < offset || at >= offset + amount || to[at - offset] != 2) continue;
        to[at - offset] = 1;
        found = true;
    }
    return found;
}

/// Copies what the changed pages hold of a range; returns the end of what they filled from its start without
/// a gap.
std::int64_t copyChanged(const ChangedPages& changed, char* to, std::int64_t offset, std::int64_t amount) {
    const auto pageSize = static_cast<std::int64_t>(changed.pageSize);
    std::int64_t filled = 0;
    for (std::int64_t at = 0; at < amount;) {
        const std::int64_t page = (offset + at) / pageSize;
        const std::int64_t within = (offset + at) % pageSize;
        const std::int64_t count = std::min(amount - at, pageSize - within);
        const auto found = changed.pages.find(static_cast<std::uint32_t>(page + 1));
        if (found != changed.pages.end()) {
            std::memcpy(to + at, found->second.data() + within, static_cast<std::size_t>(count));
            if (filled == at) filled = at + count;
        }
        at += count;
    }
    return filled;
}

int readFile(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset) {
    const OverlaidFile& own = overlaid(file);
    auto* bytes = static_cast<char*>(to);
    int code = SQLITE_OK;
    if (own.pages->empty() || copyChanged(*own.pages, bytes, offset, amount) < amount) {
        code = own.usual->pMethods->xRead(own.usual, to, amount, offset);
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
        if (!own.pages->empty() && copyChanged(*own.pages, bytes, offset, amount) == amount) code = SQLITE_OK;
    }
    if (hideLog(bytes, offset, amount)) *own.sawLogVersion = true;
    return code;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    const OverlaidFile& own = overlaid(file);
    if (own.pages->empty()) return own.usual->pMethods->xFileSize(own.usual, size);
    *size = static_cast<sqlite3_int64>(own.pages->pageCount) * own.pages->pageSize;
    return SQLITE_OK;
}

int closeFile(sqlite3_file* file) {
    return overlaid(file).usual->pMethods->xClose(overlaid(file).usual);
}

const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods table = [] {
        sqlite3_io_methods m{};
        m.iVersion = 1;
        m.xClose = closeFile;
        m.xRead = readFile;
        m.xWrite = [](sqlite3_file*, const void*, int, sqlite3_int64) { return SQLITE_READONLY; };
        m.xTruncate = [](sqlite3_file*, sqlite3_int64) { return SQLITE_READONLY; };
        m.xSync = [](sqlite3_file*, int) { return SQLITE_OK; };
        m.xFileSize = sizeOfFile;
        m.xLock = [](sqlite3_file*, int) { return SQLITE_OK; };
        m.xUnlock = [](sqlite3_file*, int) { return SQLITE_OK; };
        m.xCheckReservedLock = [](sqlite3_file*, int* held) {
            *held = 0;
            return SQLITE_OK;
        };
        m.xFileControl = [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; };
        m.xSectorSize = [](sqlite3_file*) { return 4096; };
        m.xDeviceCharacteristics = [](sqlite3_file*) { return SQLITE_IOCAP_IMMUTABLE; };
        return m;
    }();
    return table;
}

ReadOnlyFileSystem::Registration& registrationOf(sqlite3_vfs* table) {
    return *static_cast<ReadOnlyFileSystem::Registration*>(table->pAppData);
}

int openFile(sqlite3_vfs* table, const char* name, sqlite3_file* file, int flags, int* flagsThen) {
    auto& registration = registrationOf(table);
    OverlaidFile& own = overlaid(file);
    own.base.pMethods = nullptr;
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0 || name == nullptr) return SQLITE_CANTOPEN;
    own.pages = registration.pages.get();
    own.sawLogVersion = &registration.sawLogVersion;
    own.usual = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + offsetOfUsual);
    errno = 0;
    const int code = registration.usual->xOpen(registration.usual, name, own.usual,
                                               SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY, flagsThen);
    registration.lastError = code == SQLITE_OK ? 0 : errno;
    if (code == SQLITE_OK) own.base.pMethods = &methods();
    return code;
}

int fullName(sqlite3_vfs*, const char* name, int most, char* to) {
    if (std::strlen(name) + 1 > static_cast<std::size_t>(most)) return SQLITE_CANTOPEN;
    std::strcpy(to, name);
    return SQLITE_OK;
}

sqlite3_vfs makeTable(ReadOnlyFileSystem::Registration& registration) {
    sqlite3_vfs table{};
    table.iVersion = 2;
    table.szOsFile = static_cast<int>(offsetOfUsual) + registration.usual->szOsFile;
    table.mxPathname = registration.usual->mxPathname;
    table.zName = registration.name.c_str();
    table.pAppData = &registration;
    table.xOpen = openFile;
    table.xDelete = [](sqlite3_vfs*, const char*, int) { return SQLITE_READONLY; };
    table.xAccess = [](sqlite3_vfs*, const char*, int, int* there) {
        *there = 0;
        return SQLITE_OK;
    };
    table.xFullPathname = fullName;
    table.xRandomness = [](sqlite3_vfs* t, int count, char* to) {
        sqlite3_vfs* usual = registrationOf(t).usual;
        return usual->xRandomness(usual, count, to);
    };
    table.xSleep = [](sqlite3_vfs* t, int microseconds) {
        sqlite3_vfs* usual = registrationOf(t).usual;
        return usual->xSleep(usual, microseconds);
    };
    table.xCurrentTime = [](sqlite3_vfs* t, double* now) {
        sqlite3_vfs* usual = registrationOf(t).usual;
        return usual->xCurrentTime(usual, now);
    };
    table.xCurrentTimeInt64 = [](sqlite3_vfs* t, sqlite3_int64* now) {
        sqlite3_vfs* usual = registrationOf(t).usual;
        return usual->xCurrentTimeInt64(usual, now);
    };
    table.xGetLastError = [](sqlite3_vfs* t, int, char*) { return registrationOf(t).lastError; };
    return table;
}

/// Several runs may be read at a time.
std::string newName() {
    static std::atomic<std::uint64_t> made{0};
    return fmt::format("prunescope-{}", ++made);
}

}  // namespace

ReadOnlyFileSystem::ReadOnlyFileSystem(std::shared_ptr<const ChangedPages> pages)
    : registration_(std::make_unique<Registration>()) {
    registration_->name = newName();
    registration_->pages = std::move(pages);
    registration_->usual = sqlite3_vfs_find("unix");
    registration_->table = makeTable(*registration_);
    sqlite3_vfs_register(&registration_->table, 0);
}

ReadOnlyFileSystem::~ReadOnlyFileSystem() {
    sqlite3_vfs_unregister(&registration_->table);
}

bool ReadOnlyFileSystem::sawLogVersion() const {
    return registration_->sawLogVersion;
}

const std::string& ReadOnlyFileSystem::name() const {
    return registration_->name;
}

}  // namespace prunescope::store
