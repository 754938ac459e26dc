#include "train/confidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::train {

using kernels::Index;

double confidenceOf(const kernels::Tensor<float>& logits, Index image) {
    const auto logit = [&](Index k) { return static_cast<double>(logits.at(k, 0, 0, image)); };
    double largest = logit(0);
    for (Index k = 1; k < logits.shape().channels; ++k) largest = std::max(largest, logit(k));
    double sum = 0;
    for (Index k = 0; k < logits.shape().channels; ++k) sum += std::exp(logit(k) - largest);
    return 1 / sum;
}

Index placeOf(const kernels::Tensor<float>& logits, Index image, std::int32_t label) {
    const float own = logits.at(label, 0, 0, image);
    Index place = 0;
    for (Index k = 0; k < logits.shape().channels; ++k) {
        const float other = logits.at(k, 0, 0, image);
        place += other > own || (other == own && k < label) ? 1 : 0;
    }
    // Nothing compares with NaN, which would make its class the first.
    return std::isnan(own) ? logits.shape().channels - 1 : place;
}

void CalibrationError::add(double confidence, bool right) {
    ++images_;
    known_ = known_ && std::isfinite(confidence);
    if (!known_) return;
    const double above = std::ceil(confidence * run::calibrationBins) - 1;
    const auto bin = static_cast<std::size_t>(std::clamp(above, 0.0, run::calibrationBins - 1.0));
    excess_[bin] += confidence - (right ? 1 : 0);
}

double CalibrationError::value() const {
    if (!known_ || images_ == 0) return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (const double excess : excess_) sum += std::abs(excess);
    return std::min(1.0, sum / static_cast<double>(images_));
}

}  // namespace prunescope::train
