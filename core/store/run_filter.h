#pragma once

#include "base/text.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::store {

struct RunSummary;

/// Which runs of a list are wanted: those that meet every condition and have every word.
struct RunFilter {
    /// Whether a run, whose name in the list is `name`, meets it. What is not known of a run meets none, but
    /// for one that is turned round.
    using Condition = std::function<bool(const RunSummary& run, std::string_view name)>;

    std::vector<Condition> conditions;
    /// As they were typed. Where they are looked for is for whoever shows the list to say.
    std::vector<std::string> words;
    /// What looks like a condition and is none; empty when there is nothing of that kind. An unknown field is
    /// a word, and half a condition is passed over.
    Text problem;

    bool meetsConditions(const RunSummary& run, std::string_view name) const;
};

/// Reads what somebody types: words, in quotes where they have spaces, and conditions of a field, a sign and
/// a value. `method:map` looks for the text in the field, `method=map` wants it whole; numbers are compared
/// by
/// `>`, `>=`, `<`, `<=`, `!=`, and `:` or `=`; a minus in front turns a condition round. Shares may be typed
/// as `0.9`, `0,9`, `90%` or `90 %`. Never throws; upper and lower case of Latin letters are the same.
RunFilter parseRunFilter(std::string_view text);

/// The fields, in the order in which a help names them: "name", "method", "sparsity" …
std::vector<std::string> runFilterFields();

}  // namespace prunescope::store
