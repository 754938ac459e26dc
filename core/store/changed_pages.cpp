#include "store/changed_pages.h"

#include "base/error.h"
#include "base/file.h"
#include "base/system_error.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <optional>
#include <string_view>
#include <utility>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;

/// SQLite writes the log back into the database every four megabytes; this leaves room for a reader of
/// another program that kept it from doing so for hours.
constexpr std::uint64_t mostBytes = std::uint64_t{192} << 20U;
constexpr std::uint32_t smallestPage = 512;
constexpr std::uint32_t largestPage = 65536;

std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

bool isPageSize(std::uint32_t bytes) {
    return bytes >= smallestPage && bytes <= largestPage && std::has_single_bit(bytes);
}

/// Reads a file front to back, or at a given place.
class Source {
public:
    explicit Source(const fs::path& path) : path_(path), fd_(openRegularFile(path, Links::refuse)) {}

    /// False when the file ends before.
    bool read(std::uint64_t at, std::size_t count, std::string& into) const {
        into.resize(count);
        std::size_t done = 0;
        while (done < count) {
            const ssize_t got =
                ::pread(fd_.get(), into.data() + done, count - done, static_cast<off_t>(at + done));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) throw systemError(path_, "cannot read the file: {}", errno);
            if (got == 0) return false;
            done += static_cast<std::size_t>(got);
        }
        return true;
    }

    std::uint64_t size() const {
        struct stat status {};
        return ::fstat(fd_.get(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
    }

    [[noreturn]] void refuse(const std::string& problem, const std::string& mend) const {
        throw Error(path_.string(), problem, mend);
    }

private:
    fs::path path_;
    Descriptor fd_;
};

/// Keeps pages up to a bound.
class Collector {
public:
    Collector(const Source& source, ChangedPages& into) : source_(source), into_(into) {}

    void put(std::uint32_t page, std::string_view bytes) {
        std::string& place = into_.pages[page];
        if (place.empty()) held_ += bytes.size();
        if (held_ > mostBytes) {
            source_.refuse(fmt::format("changes more than {} bytes of the database", mostBytes),
                           "It is damaged, or was made to mislead: restore the run folder from a copy.");
        }
        place = bytes;
    }

    void clear() {
        into_.pages.clear();
        held_ = 0;
    }

private:
    const Source& source_;
    ChangedPages& into_;
    std::uint64_t held_ = 0;
};

/// The running sum over a log, of eight bytes at a time.
class LogSum {
public:
    explicit LogSum(bool bigEndianWords) : bigEndian_(bigEndianWords) {}

    void add(std::string_view bytes) {
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            first_ += word(bytes, at) + second_;
            second_ += word(bytes, at + 4) + first_;
        }
    }
    bool is(std::uint32_t first, std::uint32_t second) const { return first_ == first && second_ == second; }

private:
    std::uint32_t word(std::string_view bytes, std::size_t at) const {
        const std::uint32_t value = numberAt(bytes, at);
        return bigEndian_ ? value : __builtin_bswap32(value);
    }

    bool bigEndian_;
    std::uint32_t first_ = 0;
    std::uint32_t second_ = 0;
};

struct LogHeader {
    std::uint32_t pageSize = 0;
    std::string salts;
    LogSum sum{false};
};

constexpr std::size_t logHeaderBytes = 32;
constexpr std::size_t frameHeaderBytes = 24;

std::optional<LogHeader> logHeader(const Source& source) {
    constexpr std::uint32_t magic = 0x377f0682;
    constexpr std::uint32_t formatVersion = 3007000;
    std::string bytes;
    if (!source.read(0, logHeaderBytes, bytes)) return std::nullopt;
    const std::uint32_t kind = numberAt(bytes, 0);
    LogHeader header{numberAt(bytes, 8), bytes.substr(16, 8), LogSum(kind == magic + 1)};
    header.sum.add(std::string_view(bytes).substr(0, 24));
    const bool sound = (kind | 1U) == magic + 1 && numberAt(bytes, 4) == formatVersion &&
                       isPageSize(header.pageSize) && header.sum.is(numberAt(bytes, 24), numberAt(bytes, 28));
    return sound ? std::optional(header) : std::nullopt;
}

constexpr std::size_t journalHeaderBytes = 28;
constexpr std::string_view journalMagic{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};

struct JournalHeader {
    std::uint32_t records = 0;
    std::uint32_t nonce = 0;
    std::uint32_t pageCount = 0;
    std::uint32_t sectorSize = 0;
    std::uint32_t pageSize = 0;
};

std::optional<JournalHeader> journalHeader(const Source& source, std::uint64_t at) {
    constexpr std::uint32_t largestSector = 65536;
    std::string bytes;
    if (!source.read(at, journalHeaderBytes, bytes) || !bytes.starts_with(journalMagic)) return std::nullopt;
    const JournalHeader header{numberAt(bytes, 8), numberAt(bytes, 12), numberAt(bytes, 16),
                               numberAt(bytes, 20), numberAt(bytes, 24)};
    const bool sound = isPageSize(header.pageSize) && header.sectorSize >= 32 &&
                       header.sectorSize <= largestSector && std::has_single_bit(header.sectorSize);
    return sound ? std::optional(header) : std::nullopt;
}

/// SQLite sums every 200th byte, from the end on.
std::uint32_t journalSum(std::uint32_t nonce, std::string_view page) {
    constexpr std::size_t stride = 200;
    for (std::size_t at = page.size() - stride; at > 0 && at < page.size(); at -= stride)
        nonce += static_cast<unsigned char>(page[at]);
    return nonce;
}

/// The name of a super-journal stands at the end, before its length, its sum and the magic bytes once more.
void refuseSuperJournal(const Source& source) {
    constexpr std::size_t tail = 16;
    const std::uint64_t size = source.size();
    std::string bytes;
    if (size < tail || !source.read(size - tail, tail, bytes)) return;
    if (std::string_view(bytes).substr(8) != journalMagic || numberAt(bytes, 0) == 0) return;
    source.refuse(
        "names another file that it belongs to, which is left alone, so the change is not undone",
        "No run leaves such a file: restore the run folder from a copy, or remove run.db-journal if "
        "you know that run.db is whole.");
}

/// Reads the records behind one header; false when the journal ends there.
bool readRecords(const Source& source, const JournalHeader& header, std::uint64_t& at, ChangedPages& pages,
                 Collector& collector) {
    constexpr std::uint32_t untilTheEnd = 0xffffffff;
    std::string record;
    for (std::uint32_t i = 0; i < header.records || header.records == untilTheEnd; ++i) {
        if (!source.read(at, header.pageSize + 8, record)) return false;
        const std::uint32_t page = numberAt(record, 0);
        const std::string_view bytes = std::string_view(record).substr(4, header.pageSize);
        if (page == 0 || journalSum(header.nonce, bytes) != numberAt(record, header.pageSize + 4))
            return false;
        at += record.size();
        // The first one is the oldest.
        if (page <= pages.pageCount && !pages.pages.contains(page)) collector.put(page, bytes);
    }
    return true;
}

}  // namespace

void ChangedPages::add(ChangedPages&& later) {
    if (later.empty()) return;
    // Pages of another size can only come from a file that does not belong here.
    if (pageSize != later.pageSize) pages.clear();
    pageSize = later.pageSize;
    pageCount = later.pageCount;
    for (auto& [page, bytes] : later.pages) pages.insert_or_assign(page, std::move(bytes));
}

ChangedPages committedPages(const fs::path& log) {
    const Source source(log);
    ChangedPages committed;
    auto header = logHeader(source);
    if (!header) return committed;
    Collector collector(source, committed);
    ChangedPages pending;
    Collector pendingCollector(source, pending);
    std::string frame;
    const std::size_t frameBytes = frameHeaderBytes + header->pageSize;
    for (std::uint64_t at = logHeaderBytes; source.read(at, frameBytes, frame); at += frameBytes) {
        const std::string_view bytes = frame;
        const std::uint32_t page = numberAt(frame, 0);
        if (page == 0 || bytes.substr(8, 8) != header->salts) break;
        header->sum.add(bytes.substr(0, 8));
        header->sum.add(bytes.substr(frameHeaderBytes));
        if (!header->sum.is(numberAt(frame, 16), numberAt(frame, 20))) break;
        pendingCollector.put(page, bytes.substr(frameHeaderBytes));
        // The last frame of a commit says how many pages the database has then.
        if (const std::uint32_t count = numberAt(frame, 4); count != 0) {
            for (const auto& [changed, content] : pending.pages) collector.put(changed, content);
            pendingCollector.clear();
            committed.pageSize = header->pageSize;
            committed.pageCount = count;
        }
    }
    return committed;
}

ChangedPages originalPages(const fs::path& journal) {
    const Source source(journal);
    ChangedPages original;
    const auto first = journalHeader(source, 0);
    if (!first) return original;
    refuseSuperJournal(source);
    // No page of the database was written before the records were.
    if (first->records == 0) return original;
    original.pageSize = first->pageSize;
    original.pageCount = first->pageCount;
    Collector collector(source, original);
    std::uint64_t at = 0;
    for (auto header = first; header && header->pageSize == first->pageSize;) {
        at += header->sectorSize;
        if (!readRecords(source, *header, at, original, collector)) break;
        at = (at + header->sectorSize - 1) / header->sectorSize * header->sectorSize;
        header = journalHeader(source, at);
    }
    return original;
}

}  // namespace prunescope::store
