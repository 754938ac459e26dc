#pragma once

#include "kernels/convolution.h"

namespace prunescope::kernels {

/// dst[d,y,x,n] = start[d] + sum over s, taps of weight(d,s,tap) src[s, row tap, column tap, n]
///
/// The forward pass and the gradient of the data are both this sum, with other weights and taps. Both kinds
/// of channels are cut into `groups`, and `s` runs over those of d's group alone. Counted within their group
/// g, `weight(d,s,i,j)` is at weight[g * groupStride + d * destinationStride + s * sourceStride + i * KW +
/// j]. Each sum runs over channels, kernel rows and kernel columns, in this order.
template <class T>
struct GatherProblem {
    const Tensor<T>* source;
    Tensor<T>* destination;
    const T* weight;
    Index destinationStride;
    Index sourceStride;
    Index groups;
    Index groupStride;
    const T* start;  ///< one value per destination channel, or null for zero
    bool resumes;    ///< starts from what the destination holds instead
    Index kernelWidth;
    const TapTable* rows;
    const std::vector<TapGroup>* columns;
};

template <class T>
void gather(const GatherProblem<T>& problem);

}  // namespace prunescope::kernels
