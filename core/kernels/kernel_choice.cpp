#include "kernels/kernel_choice.h"

#include <algorithm>

namespace prunescope::kernels {
namespace {

// In turn, so that both meet the same load of the machine; the first pass of each finds cold caches.
constexpr int trialPasses = 8;
constexpr std::int64_t firstPatience = 512;
constexpr std::int64_t mostPatience = 65536;

}  // namespace

bool KernelChoice::trialIsDue(Index kept) const {
    if (passesSince_ >= patience_) return true;
    const auto count = static_cast<double>(kept);
    return sparseIsFaster_ ? count > breakEven_ : count < breakEven_;
}

bool KernelChoice::next(const Pass& pass) {
    timed_ = false;
    const bool possible = mayBeSparse(pass.weights, pass.kept);
    if (!possible || pass.policy != KernelPolicy::measured) {
        trial_.reset();
        chosen_ = possible && pass.policy == KernelPolicy::sparse;
        return chosen_;
    }
    chosen_ = sparseIsFaster_;
    if (!trial_ && trialIsDue(pass.kept))
        trial_.emplace(Trial{});  // clang 14 finds no constructor without it
    if (!trial_) {
        ++passesSince_;
        return chosen_;
    }
    if (trial_->images != pass.images) *trial_ = {.images = pass.images};
    trial_->kept = pass.kept;
    timed_ = true;
    return trial_->passes % 2 != 0;
}

void KernelChoice::took(double seconds) {
    if (!timed_) return;
    double& shortest = trial_->passes % 2 != 0 ? trial_->sparse : trial_->dense;
    shortest = std::min(shortest, seconds);
    if (++trial_->passes < trialPasses) return;
    settle(*trial_);
    trial_.reset();
}

void KernelChoice::settle(const Trial& trial) {
    const bool before = sparseIsFaster_;
    sparseIsFaster_ = chosen_ = trial.sparse <= trial.dense;
    breakEven_ = static_cast<double>(trial.kept) * trial.dense / trial.sparse;
    passesSince_ = 0;
    // Where trials agree they get rare: beside a fast sparse pass a dense one is dear.
    const bool agrees = patience_ > 0 && before == sparseIsFaster_;
    patience_ = agrees ? std::min(2 * patience_, mostPatience) : firstPatience;
}

}  // namespace prunescope::kernels
