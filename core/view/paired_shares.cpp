#include "view/paired_shares.h"

#include "view/wilson.h"

#include <algorithm>
#include <cmath>

namespace prunescope::view {
namespace {

double shareOf(std::int64_t part, std::int64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// The phi coefficient of the pairs, its numerator brought towards 0 by half their number where it is
/// positive.
double correctedPhi(const Pairs& pairs) {
    const auto both = static_cast<double>(pairs.both), first = static_cast<double>(pairs.first);
    const auto second = static_cast<double>(pairs.second), neither = static_cast<double>(pairs.neither);
    const double margins = std::sqrt(both + first) * std::sqrt(second + neither) * std::sqrt(both + second) *
                           std::sqrt(first + neither);
    if (margins == 0) return 0;
    const double product = both * neither - first * second;
    const double half = static_cast<double>(pairs.images()) / 2;
    return (product > 0 ? std::max(0.0, product - half) : product) / margins;
}

Range squaredAndAdded(std::int64_t rightFirst, std::int64_t rightSecond, std::int64_t images, double phi) {
    if (images <= 0) return {-1, 1};
    const double first = shareOf(rightFirst, images);
    const double second = shareOf(rightSecond, images);
    const Range ofFirst = wilsonInterval(first, images);
    const Range ofSecond = wilsonInterval(second, images);
    // Rounding may make a distance of nothing a little less than that.
    const auto added = [phi](double a, double b) {
        return std::sqrt(std::max(0.0, a * a - 2 * phi * a * b + b * b));
    };
    return {std::max(-1.0, second - first - added(second - ofSecond.from, ofFirst.to - first)),
            std::min(1.0, second - first + added(ofSecond.to - second, first - ofFirst.from))};
}

}  // namespace

double Pairs::difference() const {
    return static_cast<double>(second - first) / static_cast<double>(images());
}

double mcnemarP(std::int64_t first, std::int64_t second) {
    const std::int64_t all = first + second;
    const std::int64_t fewer = std::min(first, second);
    const auto n = static_cast<double>(all);
    const auto k = static_cast<double>(fewer);
    // The last term by logarithms, those before it each from the one behind.
    double term =
        std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) - n * std::log(2.0));
    double sum = 0;
    for (double i = k; i >= 0 && term > sum * 1e-17; --i) {
        sum += term;
        term *= i / (n - i + 1);
    }
    return std::min(1.0, 2 * sum);
}

Range differenceInterval(const Pairs& pairs) {
    return squaredAndAdded(pairs.both + pairs.first, pairs.both + pairs.second, pairs.images(),
                           correctedPhi(pairs));
}

Range differenceInterval(std::int64_t rightFirst, std::int64_t rightSecond, std::int64_t images) {
    return squaredAndAdded(rightFirst, rightSecond, images, 0);
}

}  // namespace prunescope::view
