#include "base/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace prunescope {
namespace {

/// Letters to insert, delete, replace, or swap with their neighbour (the commonest slip of the fingers).
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(beforeLast, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
    }
    return row.back();
}

}  // namespace

std::string nearestName(std::string_view name, const std::vector<std::string>& known) {
    constexpr std::size_t longestCompared = 200;  // a hostile name must not cost quadratic time
    if (name.size() > longestCompared) return "";
    std::string best;
    std::size_t bestDistance = longestCompared + 1;
    for (const auto& candidate : known) {
        const std::size_t distance = editDistance(name, candidate);
        if (distance < bestDistance && 2 * distance <= std::max(name.size(), candidate.size())) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

UsageError unknownName(fmt::format_string<std::string> problem, std::string_view name,
                       const std::vector<std::string>& known, std::string where) {
    return unknownName(Text::of(problem, std::string(name.substr(0, 200))), name, known, std::move(where));
}

UsageError unknownName(Text problem, std::string_view name, const std::vector<std::string>& known,
                       std::string where) {
    const std::string nearest = nearestName(name, known);
    const std::string all = fmt::format("{}", fmt::join(known, ", "));
    return {std::move(where), std::move(problem),
            nearest.empty() ? Text::of("Known: {}", all)
                            : Text::of("Did you mean '{}'? Known: {}", nearest, all)};
}

}  // namespace prunescope
