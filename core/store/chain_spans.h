#pragma once

#include "store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::store {

/// Rows of one table that one link binds.
struct ChainSpan {
    std::int64_t last = 0;  ///< id; the first one is behind the span before
    std::int64_t link = 0;
    std::int64_t schema = 0;
    std::string digest{};
};

/// What of a table the links of a chain bind.
class ChainSpans {
public:
    /// Rows behind the last ones. False when there are none.
    bool add(ChainSpan span);
    /// Rows behind `last` are not bound any more. False when that is not the end of a span.
    bool cut(std::int64_t last);

    std::int64_t last() const { return spans_.empty() ? 0 : spans_.back().last; }
    const std::vector<ChainSpan>& spans() const { return spans_; }

private:
    std::vector<ChainSpan> spans_;
};

/// The last row up to `kept` with which a span of this table ends; 0 for none. Reads the whole chain.
std::int64_t wholeSpansBefore(Database& database, const std::string& table, std::int64_t kept);

}  // namespace prunescope::store
