#include "train/confidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::train {

using kernels::Index;

namespace {

/// The logits of one image, which lie a channel apart: its place is looked up once.
class LogitsOfImage {
public:
    LogitsOfImage(const kernels::Tensor<float>& logits, Index image)
        : first_(logits.channel(image / logits.lanes(), 0) + image % logits.lanes()),
          stride_(logits.channelStride()),
          classes_(logits.shape().channels) {}

    Index classes() const { return classes_; }
    float operator[](Index k) const { return first_[k * stride_]; }

private:
    const float* first_;
    Index stride_;
    Index classes_;
};

}  // namespace

double confidenceOf(const kernels::Tensor<float>& logits, Index image) {
    const LogitsOfImage of(logits, image);
    float largest = of[0];
    for (Index k = 1; k < of.classes(); ++k) largest = std::max(largest, of[k]);
    double sum = 0;
    for (Index k = 0; k < of.classes(); ++k)
        sum += std::exp(static_cast<double>(of[k]) - static_cast<double>(largest));
    return 1 / sum;
}

Index placeOf(const kernels::Tensor<float>& logits, Index image, std::int32_t label) {
    const LogitsOfImage of(logits, image);
    const float own = of[label];
    Index place = 0;
    for (Index k = 0; k < of.classes(); ++k) place += of[k] > own || (of[k] == own && k < label) ? 1 : 0;
    // Nothing compares with NaN, which would make its class the first.
    return std::isnan(own) ? of.classes() - 1 : place;
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
