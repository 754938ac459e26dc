#pragma once

#include "base/blake2b.h"

#include <cstdint>
#include <string>
#include <string_view>

/// The chain of hashes over what is recorded of a run, as packaging/AUDIT.md specifies it.
namespace prunescope::audit {

/// What stands for the link before the first one.
inline const std::string noHash(blake2bDigits, '0');

/// What a link says of a table of the record.
namespace link {
/// The rows up to `last` that no earlier link binds have the content `digest`.
inline constexpr const char* rows = "rows";
/// The run was taken up from an earlier state: rows behind `last` are not bound any more by what came before.
inline constexpr const char* cut = "cut";
}  // namespace link

/// One link, without the hash that follows from it and from the link before.
struct Link {
    std::int64_t number = 0;  ///< 1, 2, 3 …
    std::string kind{};       ///< see above
    std::int64_t schema = 0;  ///< version of the database's schema that says which values a row has
    std::string table{};
    std::int64_t last = 0;
    std::string digest{};  ///< of a `cut`: empty
};

/// The end of a chain: all that comes before is bound by it.
struct Head {
    std::int64_t links = 0;
    std::string hash = noHash;
    bool operator==(const Head&) const = default;
};

/// BLAKE2b-256 of the canonical JSON of the link, in which "previous" is the hash of the one before.
std::string hashOf(const std::string& previous, const Link& link);

/// The digest of the content of rows: BLAKE2b-256 of the canonical JSON of the list of them.
class RowsDigest {
public:
    /// `row`: a row as canonical JSON.
    void add(std::string_view row);
    /// Call once, at the end.
    std::string finish();

private:
    Blake2b hash_;
    bool empty_ = true;
};

/// "12:HASH": what is kept outside, so that whoever has it can tell later whether the chain still has that
/// link.
std::string anchorText(const Head& head);
/// Throws `UsageError` for what is no anchor.
Head anchorFromText(std::string_view text);

}  // namespace prunescope::audit
