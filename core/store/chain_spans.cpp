#include "store/chain_spans.h"

#include "audit/chain.h"
#include "store/chained_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace prunescope::store {

bool ChainSpans::add(ChainSpan span) {
    if (span.last <= last()) return false;
    spans_.push_back(std::move(span));
    return true;
}

bool ChainSpans::cut(std::int64_t last) {
    const auto kept = std::ranges::lower_bound(spans_, last + 1, {}, &ChainSpan::last);
    const bool whole = kept == spans_.begin() ? last == 0 : std::prev(kept)->last == last;
    if (!whole) return false;
    spans_.erase(kept, spans_.end());
    return true;
}

std::int64_t wholeSpansBefore(Database& database, const std::string& table, std::int64_t kept) {
    ChainSpans spans;
    Statement links(database,
                    fmt::format("SELECT id, kind, last FROM {} WHERE bound = ? ORDER BY id", chainTable));
    links.bind(table);
    while (links.step()) {
        if (links.text(1) == audit::link::rows) {
            spans.add({.last = links.integer(2), .link = links.integer(0)});
        } else {
            spans.cut(links.integer(2));
        }
    }
    std::int64_t whole = 0;
    for (const ChainSpan& span : spans.spans()) {
        if (span.last <= kept) whole = span.last;
    }
    return whole;
}

}  // namespace prunescope::store
