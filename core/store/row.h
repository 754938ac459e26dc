#pragma once

#include "store/database.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

namespace prunescope::store {

/// There is more than an honest file could hold: reading on would only cost memory and time.
class TooMuch : public Error {
public:
    /// `what` as in "there is more text than ...".
    explicit TooMuch(const Text& what);
};

/// How much text may still be read of a database. Honest text is never longer in all than the file; in a file
/// made to harm, many rows may share one long text, which would fill the memory.
class TextBudget {
public:
    explicit TextBudget(std::uint64_t bytes) : bytes_(bytes) {}
    /// Throws `TooMuch` when it is used up, and from then on.
    void spend(std::uint64_t bytes);

private:
    std::uint64_t bytes_;
};

/// Reads the columns of the statement's present row one after another. A value of the wrong type or out of
/// range, as damage leaves it, throws `Error` that names the column.
class Row {
public:
    /// Begins at column `first`.
    Row(const Statement& statement, TextBudget& budget, int first)
        : statement_(statement), budget_(budget), next_(first) {}

    std::int64_t integer();
    /// A whole number from 0 to `largest`; twice the default does not overflow.
    std::int64_t count(std::int64_t largest = std::int64_t{1} << 62U);
    /// NULL reads as NaN.
    double real();
    /// One of more than `longest` bytes is refused.
    std::string text(std::size_t longest = std::numeric_limits<std::size_t>::max());

    /// Throws the `Error` for the column that was read last.
    [[noreturn]] void refuse(const Text& expected) const;

private:
    const Statement& statement_;
    TextBudget& budget_;
    int next_;
};

}  // namespace prunescope::store
