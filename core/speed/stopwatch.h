#pragma once

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace prunescope::speed {

/// Seconds since its construction.
class Stopwatch {
public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

template <class Work>
double secondsOf(Work&& work) {
    const Stopwatch watch;
    std::forward<Work>(work)();
    return watch.seconds();
}

/// The shortest of repeated measurements: what else runs on the machine only ever adds time.
class Fastest {
public:
    void add(double seconds) { seconds_ = std::min(seconds_, seconds); }
    bool measured() const { return seconds_ < std::numeric_limits<double>::infinity(); }
    double seconds() const { return seconds_; }

private:
    double seconds_ = std::numeric_limits<double>::infinity();
};

}  // namespace prunescope::speed
