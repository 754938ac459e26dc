#pragma once

#include "base/state_visitor.h"

#include <cstdint>

namespace prunescope::session {

/// How fast a run trains, evaluations and pauses left out.
class SpeedMeter {
public:
    /// After a step of so many images that took so long.
    void add(std::int64_t images, double ms);
    /// Of the last half second or so; 0 before the first step.
    double imagesPerSecond() const { return imagesPerSecond_; }
    std::int64_t images() const { return images_; }  ///< since the start
    void visit(StateVisitor& visitor) { visitor.number("images", images_, 0, std::int64_t{1} << 62U); }

private:
    std::int64_t images_ = 0;
    double imagesPerSecond_ = 0;
    double windowMs_ = 0;  ///< time and images of the steps since the speed was last taken
    std::int64_t windowImages_ = 0;
};

}  // namespace prunescope::session
