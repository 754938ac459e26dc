#pragma once

#include "view/min_max.h"
#include "view/timeline.h"

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace prunescope::view {

/// The values of one curve on a `Timeline`, with a pyramid of minima and maxima above them, so that a picture
/// costs as much as it has columns, not as much as the run has steps. Appending costs amortised O(1).
class Curve {
public:
    void append(double y);
    std::size_t size() const { return values_.size(); }
    bool empty() const { return values_.empty(); }
    double at(std::size_t position) const { return values_[position]; }

    /// Lowest and highest finite value of the positions [begin, end); {NaN, NaN} when there is none.
    std::pair<double, double> range(std::size_t begin, std::size_t end) const;

    /// The points for a picture of [from, to] with `columns` columns: those that `minMaxThinned` would leave,
    /// and the neighbours just outside, so that the line reaches the edges. The timeline must be at least as
    /// long as the curve.
    std::vector<Point> thinned(const Timeline& times, TimeUnit unit, double from, double to,
                               std::size_t columns) const;

private:
    struct Extremes {
        float low, high;
    };
    void rebuild(std::size_t level);
    Extremes extremesOf(std::size_t level, std::size_t block) const;
    template <class Visit>
    void walkBlocks(std::size_t begin, std::size_t end, const Visit& visit) const;
    std::size_t firstOf(float Extremes::*which, float value, std::size_t begin, std::size_t end) const;
    void appendColumn(const Timeline& times, TimeUnit unit, std::size_t first, std::size_t end,
                      std::vector<Point>& points) const;

    std::vector<float> values_;
    std::vector<std::vector<Extremes>> levels_;  ///< each of blocks of 16 of the one below
};

/// TensorBoard's debiased exponential moving average of a curve: `last = s last + (1 - s) y`, shown divided
/// by `1 - s^k`, k counting finite points; NaN and infinity pass through. Follows a growing curve at O(1) a
/// point.
class SmoothedCurve {
public:
    /// `weight` s in [0, 1).
    explicit SmoothedCurve(double weight) : weight_(weight) {}
    double weight() const { return weight_; }
    /// Takes in what `raw` has gained since the last call, at most `most` values of it. True when none are
    /// left.
    bool follow(const Curve& raw, std::size_t most = std::numeric_limits<std::size_t>::max());
    const Curve& curve() const { return smooth_; }

private:
    double weight_;
    double last_ = 0;
    double debias_ = 1;  ///< s^k
    Curve smooth_;
};

}  // namespace prunescope::view
