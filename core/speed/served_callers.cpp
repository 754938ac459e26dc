#include "speed/served_callers.h"

#include "base/random.h"
#include "runtime/shared_engine.h"
#include "speed/callers.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace prunescope::speed {
namespace {

/// Rounds of each network: what disturbs the machine for a moment meets both.
constexpr int callerRounds = 4;
constexpr std::uint64_t callerSeed = 1;

std::vector<float> randomInput(std::size_t values) {
    Random random(callerSeed, RandomStream::samples);
    std::vector<float> input(values);
    std::generate(input.begin(), input.end(), [&] { return static_cast<float>(random.normal()); });
    return input;
}

MakeCaller callersOf(const runtime::SharedEngine& engine) {
    return [&engine]() -> Ask {
        auto image = std::make_shared<const std::vector<float>>(randomInput(engine.inputs()));
        auto results = std::make_shared<std::vector<float>>(engine.outputs());
        return [&engine, image, results] { engine.predict(*image, *results); };
    };
}

}  // namespace

std::vector<run::CallersAtOnce> measureCallers(const nn::InferenceGraph& dense,
                                               const nn::InferenceGraph& pruned,
                                               const std::vector<std::int64_t>& callers, double seconds,
                                               const std::function<void()>& keepOn) {
    const runtime::SharedEngine denseEngine(dense, 1, "dense");
    const runtime::SharedEngine prunedEngine(pruned, 1, "pruned");
    const double each = seconds / (2 * callerRounds);
    std::vector<run::CallersAtOnce> all;
    for (const std::int64_t count : callers) {
        CallerTimes warmUp;
        warmUp.round(count, each / callerRounds, callersOf(denseEngine));
        warmUp.round(count, each / callerRounds, callersOf(prunedEngine));
        CallerTimes denseTimes;
        CallerTimes prunedTimes;
        for (int k = 0; k < callerRounds; ++k) {
            keepOn();
            denseTimes.round(count, each, callersOf(denseEngine));
            keepOn();
            prunedTimes.round(count, each, callersOf(prunedEngine));
        }
        all.push_back({.callers = count, .dense = denseTimes.waits(), .pruned = prunedTimes.waits()});
    }
    return all;
}

}  // namespace prunescope::speed
