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

std::pair<double, double> Curve::range(std::size_t begin, std::size_t end) const {
    float low = infinity;
    float high = -infinity;
    std::size_t level = 0;
    std::size_t width = 1;
    end = std::min(end, values_.size());
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
        const Extremes e =
            level == 0 ? Extremes{values_[begin], values_[begin]} : levels_[level - 1][begin / width];
        if (std::isfinite(e.low)) low = std::min(low, e.low);
        if (std::isfinite(e.high)) high = std::max(high, e.high);
        begin += width;
    }
    if (low > high) return {std::nan(""), std::nan("")};
    return {static_cast<double>(low), static_cast<double>(high)};
}

std::vector<Point> Curve::thinned(const Timeline& times, TimeUnit unit, double from, double to,
                                  std::size_t columns) const {
    if (values_.empty() || columns == 0 || !(from < to)) return {};
    const auto within = [&](std::size_t position) { return std::min(position, values_.size()); };
    std::size_t begin = within(times.firstAtOrAfter(unit, from));
    std::size_t end = within(times.firstAtOrAfter(unit, to) + 1);
    begin -= begin > 0 ? 1 : 0;
    std::vector<Point> points;
    const auto emit = [&](std::size_t i) { points.push_back({times.at(unit, i), at(i)}); };
    if (end - begin <= 2 * columns) {
        for (std::size_t i = begin; i < end; ++i) emit(i);
        return points;
    }
    const double width = (to - from) / static_cast<double>(columns);
    emit(begin);
    std::size_t first = begin + 1;
    for (std::size_t column = 1; column <= columns && first < end; ++column) {
        const double edge = from + width * static_cast<double>(column);
        const std::size_t next =
            column == columns ? end : std::min(end, within(times.firstAtOrAfter(unit, edge)));
        appendColumn(times, unit, first, next, points);
        first = std::max(first, next);
    }
    return points;
}

/// One column of a picture: its points when there are at most two, else its lowest and highest, at its ends.
void Curve::appendColumn(const Timeline& times, TimeUnit unit, std::size_t first, std::size_t end,
                         std::vector<Point>& points) const {
    if (end <= first) return;
    if (end - first <= 2) {
        for (std::size_t i = first; i < end; ++i) points.push_back({times.at(unit, i), at(i)});
        return;
    }
    const auto [low, high] = range(first, end);
    const bool rising = at(first) <= at(end - 1);
    points.push_back({times.at(unit, first), rising ? low : high});
    points.push_back({times.at(unit, end - 1), rising ? high : low});
}

void SmoothedCurve::follow(const Curve& raw) {
    for (std::size_t i = smooth_.size(); i < raw.size(); ++i) {
        const double y = raw.at(i);
        if (!std::isfinite(y)) {
            smooth_.append(y);
            continue;
        }
        last_ = weight_ * last_ + (1 - weight_) * y;
        debias_ *= weight_;
        smooth_.append(last_ / (1 - debias_));
    }
}

}  // namespace prunescope::view
