#include "session/speed_meter.h"

namespace prunescope::session {
namespace {
constexpr double speedWindowMs = 500;
}  // namespace

void SpeedMeter::add(std::int64_t images, double ms) {
    images_ += images;
    windowImages_ += images;
    windowMs_ += ms;
    if (windowMs_ < speedWindowMs && imagesPerSecond_ > 0) return;
    imagesPerSecond_ = windowMs_ > 0 ? 1000 * static_cast<double>(windowImages_) / windowMs_ : 0;
    windowMs_ = 0;
    windowImages_ = 0;
}

}  // namespace prunescope::session
