#include "speed/callers.h"

#include "speed/report.h"
#include "speed/stopwatch.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <latch>
#include <thread>

namespace prunescope::speed {
namespace {

/// Of one caller in one round, which any percentile is well known from.
constexpr std::size_t mostCalls = 100'000;

/// What one caller brings back.
struct Caller {
    std::vector<double> us{};
    std::int64_t calls = 0;
    std::exception_ptr failure{};
};

/// Every caller asks at least once, so that a round says something of each.
void askUntil(const std::atomic<bool>& stop, const Ask& ask, Caller& caller) {
    caller.us.reserve(mostCalls);
    do {
        const double us = 1e6 * secondsOf(ask);
        if (caller.us.size() < mostCalls) caller.us.push_back(us);
        ++caller.calls;
    } while (!stop);
}

}  // namespace

void CallerTimes::round(std::int64_t callers, double seconds, const MakeCaller& make) {
    std::vector<Caller> all(static_cast<std::size_t>(callers));
    std::atomic<bool> stop{false};
    std::latch ready(callers + 1);
    std::vector<std::jthread> threads;
    threads.reserve(all.size());
    for (Caller& caller : all) {
        threads.emplace_back([&, ask = make()] {
            ready.arrive_and_wait();
            try {
                askUntil(stop, ask, caller);
            } catch (...) {
                caller.failure = std::current_exception();
            }
        });
    }
    ready.arrive_and_wait();
    const Stopwatch watch;
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    stop = true;
    threads.clear();
    seconds_ += watch.seconds();
    for (const Caller& caller : all) {
        if (caller.failure) std::rethrow_exception(caller.failure);
        us_.insert(us_.end(), caller.us.begin(), caller.us.end());
        images_ += caller.calls;
    }
}

run::CallerWaits CallerTimes::waits() const {
    const Latency latency = latencyOf(us_);
    return {.medianUs = latency.median,
            .p95Us = latency.p95,
            .p99Us = latency.p99,
            .imagesPerSecond = static_cast<double>(images_) / seconds_,
            .images = images_};
}

}  // namespace prunescope::speed
