#include "audit/chain.h"

#include "audit/canonical_json.h"
#include "base/error.h"

#include <fmt/format.h>

#include <charconv>

namespace prunescope::audit {

std::string hashOf(const std::string& previous, const Link& link) {
    return blake2bHex(canonicalJson({{"digest", link.digest},
                                     {"kind", link.kind},
                                     {"last", link.last},
                                     {"number", link.number},
                                     {"previous", previous},
                                     {"schema", link.schema},
                                     {"table", link.table}}));
}

void RowsDigest::add(std::string_view row) {
    hash_.update(empty_ ? "[" : ",");
    hash_.update(row);
    empty_ = false;
}

std::string RowsDigest::finish() {
    hash_.update(empty_ ? "[]" : "]");
    return hash_.finish();
}

std::string anchorText(const Head& head) {
    return fmt::format("{}:{}", head.links, head.hash);
}

Head anchorFromText(std::string_view text) {
    Head head;
    const std::size_t colon = text.find(':');
    const std::string_view number = text.substr(0, colon);
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), head.links);
    const bool counted = failed == std::errc() && end == number.data() + number.size() && head.links > 0;
    if (colon != std::string_view::npos) head.hash = text.substr(colon + 1);
    if (!counted || colon == std::string_view::npos || !isDigest(head.hash)) {
        throw UsageError("--anchor",
                         Text::of("'{}' is no anchor: expected the number of a link, a colon and 64 "
                                  "hexadecimal digits in lower case",
                                  text),
                         Text::of("Give the text that `prunescope-cli verify` or `seal` said."));
    }
    return head;
}

}  // namespace prunescope::audit
