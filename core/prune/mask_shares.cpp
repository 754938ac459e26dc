// How many weights each layer keeps.

#include "base/suggest.h"
#include "prune/mask_selection.h"
#include "run/run_config.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <numeric>

namespace prunescope::prune {
namespace {

__extension__ using Wide = unsigned __int128;  // 17 digits times 2^63 fit

/// digits / 10^places.
struct Decimal {
    std::uint64_t digits = 0;
    int places = 0;
};

/// The shortest decimal that reads back as this number from 0 to 1.
Decimal shortestDecimal(double number) {
    std::array<char, 32> text;
    // The zero that is written with a sign, "-0", is in the range as well.
    const auto end = std::to_chars(text.data(), text.data() + text.size(), std::abs(number),
                                   std::chars_format::scientific);
    Decimal decimal;
    bool fraction = false;
    const char* at = text.data();
    for (; at != end.ptr && *at != 'e'; ++at) {
        if (*at == '.') {
            fraction = true;
            continue;
        }
        decimal.digits = 10 * decimal.digits + static_cast<std::uint64_t>(*at - '0');
        decimal.places += fraction ? 1 : 0;
    }
    int exponent = 0;
    const char* sign = at + 1;
    std::from_chars(*sign == '+' ? sign + 1 : sign, end.ptr, exponent);
    decimal.places -= exponent;
    return decimal;
}

/// Share of the density that a layer gets, before the common factor.
double densityScore(const MaskLayer& layer, Scope scope) {
    if (scope == Scope::uniform) return 1;
    const double sum =
        static_cast<double>(std::accumulate(layer.shape.begin(), layer.shape.end(), kernels::Index{0}));
    return sum / static_cast<double>(layer.size);
}

/// Layers whose count is settled by a bound leave the others to share the rest.
struct Shares {
    std::vector<double> wanted;
    std::vector<bool> settled;
};

/// Each layer that is not settled gets its part of what those leave, brought into its bounds. Gives by how
/// much the bounds raise the sum, or lower it, below 0.
double shareTheRest(const std::vector<MaskLayer>& layers, Scope scope, std::int64_t kept, Shares& shares,
                    std::vector<double>& unbounded) {
    double rest = static_cast<double>(kept);
    double weight = 0;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        if (shares.settled[l])
            rest -= shares.wanted[l];
        else
            weight += densityScore(layers[l], scope) * static_cast<double>(layers[l].size);
    }
    double raised = 0;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        if (shares.settled[l]) continue;
        const auto size = static_cast<double>(layers[l].size);
        unbounded[l] = rest / weight * densityScore(layers[l], scope) * size;
        shares.wanted[l] = std::clamp(unbounded[l], static_cast<double>(layers[l].least), size);
        raised += shares.wanted[l] - unbounded[l];
    }
    return raised;
}

/// Where bounds raise the sum, the others will get less: who is raised stays so, and who is capped may not be
/// in the end. Where they lower it, it is the other way round. So with budgets those of one side are settled
/// at a time. Without any both sides are settled at once, as in all runs that are recorded: few layers get no
/// more than `min_keep`, and next to never beside one that is capped.
Shares boundedShares(const std::vector<MaskLayer>& layers, Scope scope, std::int64_t kept) {
    Shares shares{std::vector<double>(layers.size()), std::vector<bool>(layers.size(), false)};
    std::vector<double> unbounded(layers.size());
    const bool oneSide =
        std::any_of(layers.begin(), layers.end(), [](const MaskLayer& layer) { return layer.budgeted; });
    for (bool changed = true; changed;) {
        changed = false;
        const double raised = shareTheRest(layers, scope, kept, shares, unbounded);
        for (std::size_t l = 0; l < layers.size(); ++l) {
            if (shares.settled[l] || shares.wanted[l] == unbounded[l]) continue;
            if (oneSide && (shares.wanted[l] > unbounded[l]) != (raised > 0)) continue;
            shares.settled[l] = true;
            changed = true;
        }
    }
    return shares;
}

}  // namespace

Scope scopeFromName(const std::string& name) {
    const std::vector<std::string>& names = run::pruningScopes();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw unknownName("unknown scope '{}'", name, names, "pruning.scope");
    return static_cast<Scope>(found - names.begin());
}

std::int64_t keptCount(std::int64_t weights, double sparsity) {
    const Decimal p = shortestDecimal(sparsity);
    Wide product = static_cast<Wide>(p.digits) * static_cast<Wide>(weights);
    for (int k = 0; k < p.places && product != 0; ++k) product /= 10;
    return weights - static_cast<std::int64_t>(product);
}

std::int64_t leastKept(std::int64_t weights, std::int64_t minKeep, std::optional<double> budget) {
    return std::max(std::min(minKeep, weights), budget ? keptCount(weights, *budget) : std::int64_t{0});
}

std::int64_t fewestKept(const std::vector<MaskLayer>& layers) {
    return std::accumulate(layers.begin(), layers.end(), std::int64_t{0},
                           [](std::int64_t sum, const MaskLayer& layer) { return sum + layer.least; });
}

std::vector<std::int64_t> shareOut(const std::vector<MaskLayer>& layers, Scope scope, std::int64_t kept) {
    const Shares shares = boundedShares(layers, scope, kept);
    std::vector<std::int64_t> counts(layers.size());
    for (std::size_t l = 0; l < layers.size(); ++l)
        counts[l] = static_cast<std::int64_t>(std::floor(shares.wanted[l]));
    std::vector<std::size_t> order(layers.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return shares.wanted[a] - std::floor(shares.wanted[a]) >
               shares.wanted[b] - std::floor(shares.wanted[b]);
    });
    std::int64_t missing = kept - std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    while (missing != 0) {
        const std::int64_t before = missing;
        for (const std::size_t l : order) {
            const std::int64_t next = counts[l] + (missing > 0 ? 1 : -1);
            if (missing == 0 || next > layers[l].size || next < layers[l].least) continue;
            missing -= next - counts[l];
            counts[l] = next;
        }
        assert(missing != before && "the kept weights must fit the bounds");
        if (missing == before) break;
    }
    return counts;
}

}  // namespace prunescope::prune
