#include "ui/training/run_follower.h"

#include "ui/charts/time_axis.h"
#include "ui/live/run_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double followedShare = 0.25;  ///< of what there is, when all of it was shown before
constexpr double leastMove = 0.002;     ///< of what is shown: about a pixel

}  // namespace

bool RunFollower::isPossible() const {
    return run_.hasRun() && run_.isLive();
}

void RunFollower::follow(bool wanted) {
    const view::Timeline& steps = run_.history().steps();
    const bool following = isPossible() && wanted;
    if (following && !axis_.zoom() && !steps.empty()) {
        const double reached = steps.at(axis_.unit(), steps.size() - 1);
        if (reached > 0) axis_.setZoom(std::pair{reached * (1 - followedShare), reached});
    }
    axis_.setFollowing(following && axis_.zoom().has_value());
    followEnd();
}

void RunFollower::followEnd() {
    const view::Timeline& steps = run_.history().steps();
    if (!axis_.isFollowing() || !axis_.zoom() || steps.empty()) return;
    const double span = axis_.zoom()->second - axis_.zoom()->first;
    const double end = std::max(span, steps.at(axis_.unit(), steps.size() - 1));
    // By pixels, not by every step: moving redraws everything.
    if (std::abs(end - axis_.zoom()->second) < span * leastMove) return;
    axis_.setZoom(std::pair{end - span, end});
}

}  // namespace prunescope::ui
