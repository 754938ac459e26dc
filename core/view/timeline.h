#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace prunescope::view {

/// What a chart's x axis counts. Process time leaves pauses out; both times start with the run.
enum class TimeUnit : std::uint8_t { step, epoch, wallSeconds, processSeconds };

/// One moment of a run in every unit.
struct Moment {
    std::int64_t step = 0;
    double epoch = 0;
    double wallSeconds = 0;
    double processSeconds = 0;

    double in(TimeUnit unit) const;
    bool operator==(const Moment&) const = default;
};

/// Moments in the order in which they happened: none of the units ever falls.
class Timeline {
public:
    /// A unit that would fall (a clock that was set back) keeps its last value.
    void append(const Moment& moment);
    std::size_t size() const { return steps_.size(); }
    bool empty() const { return steps_.empty(); }
    Moment at(std::size_t position) const;
    double at(TimeUnit unit, std::size_t position) const;
    /// The first position whose moment is not before `x`; `size()` when there is none.
    std::size_t firstAtOrAfter(TimeUnit unit, double x) const;
    /// The last moment at or before a step; the origin when there is none.
    Moment momentOf(std::int64_t step) const;

private:
    std::vector<std::int64_t> steps_;
    std::vector<double> epochs_;
    std::vector<double> wallSeconds_;
    std::vector<double> processSeconds_;
};

}  // namespace prunescope::view
