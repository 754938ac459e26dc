#include "view/curve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::view {
namespace {

constexpr std::size_t branching = 16;
constexpr float infinity = std::numeric_limits<float>::infinity();

}  // namespace

void Curve::append(double y) {
    const auto value = static_cast<float>(y);
    std::size_t position = values_.size();
    values_.push_back(value);
    for (std::size_t level = 0; position + 1 >= branching || level < levels_.size(); ++level) {
        position /= branching;
        if (level == levels_.size()) {
            // The first full block: what is below moves up whole.
            levels_.emplace_back();
            rebuild(level);
            continue;
        }
        if (position == levels_[level].size()) levels_[level].push_back({infinity, -infinity});
        if (std::isfinite(value)) {
            Extremes& e = levels_[level][position];
            e.low = std::min(e.low, value);
            e.high = std::max(e.high, value);
        }
    }
}

void Curve::rebuild(std::size_t level) {
    const std::size_t below = level == 0 ? values_.size() : levels_[level - 1].size();
    std::vector<Extremes>& blocks = levels_[level];
    blocks.assign((below + branching - 1) / branching, {infinity, -infinity});
    for (std::size_t i = 0; i < below; ++i) {
        Extremes& e = blocks[i / branching];
        const float low = level == 0 ? values_[i] : levels_[level - 1][i].low;
        const float high = level == 0 ? values_[i] : levels_[level - 1][i].high;
        if (std::isfinite(low)) e.low = std::min(e.low, low);
        if (std::isfinite(high)) e.high = std::max(e.high, high);
    }
}

Curve::Extremes Curve::extremesOf(std::size_t level, std::size_t block) const {
    if (level > 0) return levels_[level - 1][block];
    const float value = values_[block];
    return std::isfinite(value) ? Extremes{value, value} : Extremes{infinity, -infinity};
}

/// Calls `visit(level, width, first position)` for the fewest blocks that make up [begin, end), until it
/// returns true.
template <class Visit>
void Curve::walkBlocks(std::size_t begin, std::size_t end, const Visit& visit) const {
    std::size_t level = 0;
    std::size_t width = 1;
    while (begin < end) {
        // Up as far as whole blocks reach, down at the end.
        while (level < levels_.size() && begin % (width * branching) == 0 &&
               begin + width * branching <= end) {
            width *= branching;
            ++level;
        }
        while (width > 1 && begin + width > end) {
            width /= branching;
            --level;
        }
        if (visit(level, width, begin)) return;
        begin += width;
    }
}

std::pair<double, double> Curve::range(std::size_t begin, std::size_t end) const {
    float low = infinity;
    float high = -infinity;
    walkBlocks(begin, std::min(end, values_.size()),
               [&](std::size_t level, std::size_t width, std::size_t first) {
                   const Extremes e = extremesOf(level, first / width);
                   low = std::min(low, e.low);
                   high = std::max(high, e.high);
                   return false;
               });
    if (low > high) return {std::nan(""), std::nan("")};
    return {static_cast<double>(low), static_cast<double>(high)};
}

/// The first position in [begin, end) that holds `value`, an extreme of that range.
std::size_t Curve::firstOf(float Extremes::*which, float value, std::size_t begin, std::size_t end) const {
    std::size_t found = begin;
    walkBlocks(begin, end, [&](std::size_t level, std::size_t width, std::size_t first) {
        if (extremesOf(level, first / width).*which != value) return false;
        found = first;
        while (level > 0) {
            width /= branching;
            --level;
            while (extremesOf(level, found / width).*which != value) found += width;
        }
        return true;
    });
    return found;
}

std::vector<Point> Curve::thinned(const Timeline& times, TimeUnit unit, double from, double to,
                                  std::size_t columns) const {
    if (values_.empty() || columns == 0 || !(from < to)) return {};
    const auto firstFrom = [&](double x) { return std::min(times.firstAtOrAfter(unit, x), values_.size()); };
    const std::size_t begin = firstFrom(from);
    const std::size_t end = firstFrom(std::nextafter(to, std::numeric_limits<double>::infinity()));
    std::vector<Point> points;
    points.reserve(std::min(end - begin, 2 * columns) + 2);
    const auto emit = [&](std::size_t i) {
        points.push_back({times.at(unit, i), std::isfinite(at(i)) ? at(i) : std::nan("")});
    };
    if (begin > 0) emit(begin - 1);
    if (end - begin <= 2 * columns) {
        for (std::size_t i = begin; i < end; ++i) emit(i);
    } else {
        const double width = (to - from) / static_cast<double>(columns);
        std::size_t first = begin;
        for (std::size_t column = 1; column <= columns; ++column) {
            const double edge = from + width * static_cast<double>(column);
            const std::size_t next = column == columns ? end : std::min(end, firstFrom(edge));
            appendColumn(times, unit, first, next, points);
            first = next;
        }
    }
    if (end < values_.size()) emit(end);
    return points;
}

/// One column of a picture: its lowest and its highest point, each the first of its kind, in their order.
void Curve::appendColumn(const Timeline& times, TimeUnit unit, std::size_t first, std::size_t end,
                         std::vector<Point>& points) const {
    if (end <= first) return;
    const auto [low, high] = range(first, end);
    if (std::isnan(low)) {
        points.push_back({times.at(unit, end - 1), low});
        return;
    }
    const std::size_t lowest = firstOf(&Extremes::low, static_cast<float>(low), first, end);
    const std::size_t highest = firstOf(&Extremes::high, static_cast<float>(high), first, end);
    const auto [earlier, later] = std::minmax(lowest, highest);
    points.push_back({times.at(unit, earlier), at(earlier)});
    if (low < high) points.push_back({times.at(unit, later), at(later)});
}

bool SmoothedCurve::follow(const Curve& raw, std::size_t most) {
    const std::size_t begin = smooth_.size();
    const std::size_t end = raw.size() - begin > most ? begin + most : raw.size();
    for (std::size_t i = begin; i < end; ++i) {
        const double y = raw.at(i);
        if (!std::isfinite(y)) {
            smooth_.append(y);
            continue;
        }
        last_ = weight_ * last_ + (1 - weight_) * y;
        debias_ *= weight_;
        smooth_.append(last_ / (1 - debias_));
    }
    return end == raw.size();
}

}  // namespace prunescope::view
