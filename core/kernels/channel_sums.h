#pragma once

#include "kernels/lane_sums.h"

namespace prunescope::kernels {

/// Of the values of one channel, over pixels and images.
struct ChannelMoments {
    double count = 0;
    double mean = 0;
    double squares = 0;  ///< sum of (value - mean)^2

    /// Joins what further values add (Chan, Golub & LeVeque 1979).
    void join(const ChannelMoments& more);
};

/// Mean and squares in one sweep of memory. Each stretch of pixels is summed about the mean of the stretches
/// before it, so that a mean far from zero costs no digits.
template <class T>
ChannelMoments channelMoments(const Tensor<T>& tensor, Index c);

}  // namespace prunescope::kernels
