#include "view/paired_errors.h"

#include "view/wilson.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace prunescope::view {
namespace {

double errorAt(const run::ImageAnswers& answers, std::size_t row) {
    return std::abs(static_cast<double>(answers.predicted[row]) - static_cast<double>(answers.wanted[row]));
}

void rankChanges(std::vector<double> changes, PairedErrors& errors) {
    std::erase(changes, 0.0);
    std::sort(changes.begin(), changes.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    double ties = 0;
    for (std::size_t begin = 0; begin < changes.size();) {
        std::size_t end = begin;
        while (end < changes.size() && std::abs(changes[end]) == std::abs(changes[begin])) ++end;
        const auto tied = static_cast<double>(end - begin);
        const double meanRank = static_cast<double>(begin + end + 1) / 2;
        ties += tied * tied * tied - tied;
        for (; begin < end; ++begin)
            (changes[begin] > 0 ? errors.positiveRanks : errors.negativeRanks) += meanRank;
    }
    const auto n = static_cast<double>(changes.size());
    if (static_cast<std::int64_t>(changes.size()) < fewestForWilcoxon) return;
    const double variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
    const double away = std::max(0.0, std::abs(errors.positiveRanks - n * (n + 1) / 4) - 0.5);
    errors.p = variance > 0 ? std::erfc(away / std::sqrt(2 * variance)) : 1;
}

}  // namespace

PairedErrors comparePredictions(const run::ImageAnswers& first, const run::ImageAnswers& second) {
    assert(first.wanted == second.wanted && first.predicted.size() == second.predicted.size());
    PairedErrors errors{.rows = static_cast<std::int64_t>(first.images())};
    std::vector<double> changes;
    for (std::size_t i = 0; i < first.images(); ++i) {
        const double change = errorAt(second, i) - errorAt(first, i);
        // A network that gave no number for a row tells nothing of it.
        if (!std::isfinite(change)) continue;
        changes.push_back(change);
        errors.grew += change > 0 ? 1 : 0;
        errors.shrank += change < 0 ? 1 : 0;
        errors.meanChange += change;
    }
    if (changes.empty()) return errors;
    const auto n = static_cast<double>(changes.size());
    errors.meanChange /= n;
    double squares = 0;
    for (const double change : changes)
        squares += (change - errors.meanChange) * (change - errors.meanChange);
    const double reach = changes.size() < 2 ? 0 : normalReach * std::sqrt(squares / (n - 1) / n);
    errors.interval = {errors.meanChange - reach, errors.meanChange + reach};
    rankChanges(std::move(changes), errors);
    return errors;
}

}  // namespace prunescope::view
