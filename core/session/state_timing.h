#pragma once

#include "base/strong_index.h"

#include <cstdint>
#include <utility>

namespace prunescope::session {

/// When the state of a live run is due to be saved: not again where nothing has happened, and after an epoch
/// only where that costs at most a fiftieth of the training's time.
class StateTiming {
public:
    void begin(double nowMs) { savedMs_ = nowMs; }

    /// Whether something has happened since it was saved: a step, or an event.
    bool isNew(StepIndex step, std::int64_t events) const { return saved_ != std::pair{step, events}; }
    bool isDueAfterEpoch(double nowMs) const { return nowMs - savedMs_ >= rarity * costMs_; }
    void saved(StepIndex step, std::int64_t events, double beganMs, double nowMs) {
        saved_ = {step, events};
        savedMs_ = nowMs;
        costMs_ = nowMs - beganMs;
    }

private:
    static constexpr double rarity = 50;

    std::pair<StepIndex, std::int64_t> saved_{StepIndex{-1}, 0};
    double savedMs_ = 0;
    double costMs_ = 0;
};

}  // namespace prunescope::session
