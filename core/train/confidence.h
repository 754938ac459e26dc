#pragma once

#include "kernels/tensor.h"
#include "run/records.h"

#include <array>
#include <cstdint>

/// What the logits (K,1,1,N) of a batch tell beside the answers.
namespace prunescope::train {

/// How sure the network is of its answer to an image: the largest of the softmax, in (0, 1]; NaN where a
/// logit is.
double confidenceOf(const kernels::Tensor<float>& logits, kernels::Index image);

/// How many classes come before this one by the logits of an image: 0 for the answer. Of equal logits the
/// first comes first, as with answers.
kernels::Index placeOf(const kernels::Tensor<float>& logits, kernels::Index image, std::int32_t label);

/// Expected calibration error (Guo et al. 2017, equation 3):
///
///     ECE = sum over bins of |B_m| / n | acc(B_m) - conf(B_m) |
///
/// B_m: the images whose confidence is in ((m - 1) / M, m / M], M = `run::calibrationBins`; acc: the share of
/// them that is right, conf: their mean confidence.
class CalibrationError {
public:
    void add(double confidence, bool right);
    /// In [0, 1]; NaN without an image, and once a confidence was NaN.
    double value() const;

private:
    /// Of each bin: the sum of its confidences less how many of its answers are right.
    std::array<double, run::calibrationBins> excess_{};
    std::int64_t images_ = 0;
    bool known_ = true;
};

}  // namespace prunescope::train
