#include "view/timeline.h"

#include <algorithm>

namespace prunescope::view {
namespace {

/// Never before the last: a clock that is set back must not make a curve run backwards.
template <class T>
void appendRising(std::vector<T>& values, T next) {
    values.push_back(values.empty() || next >= values.back() ? next : values.back());
}

template <class T>
std::size_t firstNotBefore(const std::vector<T>& values, double x) {
    return static_cast<std::size_t>(
        std::lower_bound(values.begin(), values.end(), x,
                         [](T value, double wanted) { return static_cast<double>(value) < wanted; }) -
        values.begin());
}

}  // namespace

double Moment::in(TimeUnit unit) const {
    switch (unit) {
        case TimeUnit::step:
            return static_cast<double>(step);
        case TimeUnit::epoch:
            return epoch;
        case TimeUnit::wallSeconds:
            return wallSeconds;
        case TimeUnit::processSeconds:
            return processSeconds;
    }
    return 0;
}

void Timeline::append(const Moment& moment) {
    appendRising(steps_, moment.step);
    appendRising(epochs_, moment.epoch);
    appendRising(wallSeconds_, moment.wallSeconds);
    appendRising(processSeconds_, moment.processSeconds);
}

Moment Timeline::at(std::size_t position) const {
    return {steps_[position], epochs_[position], wallSeconds_[position], processSeconds_[position]};
}

double Timeline::at(TimeUnit unit, std::size_t position) const {
    switch (unit) {
        case TimeUnit::step:
            return static_cast<double>(steps_[position]);
        case TimeUnit::epoch:
            return epochs_[position];
        case TimeUnit::wallSeconds:
            return wallSeconds_[position];
        case TimeUnit::processSeconds:
            return processSeconds_[position];
    }
    return 0;
}

std::size_t Timeline::firstAtOrAfter(TimeUnit unit, double x) const {
    switch (unit) {
        case TimeUnit::step:
            return firstNotBefore(steps_, x);
        case TimeUnit::epoch:
            return firstNotBefore(epochs_, x);
        case TimeUnit::wallSeconds:
            return firstNotBefore(wallSeconds_, x);
        case TimeUnit::processSeconds:
            return firstNotBefore(processSeconds_, x);
    }
    return 0;
}

Moment Timeline::momentOf(std::int64_t step) const {
    const auto after = std::upper_bound(steps_.begin(), steps_.end(), step);
    if (after == steps_.begin()) return {};
    return at(static_cast<std::size_t>(after - steps_.begin()) - 1);
}

}  // namespace prunescope::view
