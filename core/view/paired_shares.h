#pragma once

#include "view/axis.h"

#include <cstdint>

namespace prunescope::view {

/// The same images before two networks, by which of them is right.
struct Pairs {
    std::int64_t both = 0;
    std::int64_t first = 0;   ///< the first network alone
    std::int64_t second = 0;  ///< the second network alone
    std::int64_t neither = 0;

    std::int64_t images() const { return both + first + second + neither; }
    /// Of the share that is right, second less first, in [-1, 1]; NaN without an image.
    double difference() const;
};

/// Where an image counts that the networks get right or do not.
inline std::int64_t Pairs::*pairOf(bool first, bool second) {
    return first ? (second ? &Pairs::both : &Pairs::first) : (second ? &Pairs::second : &Pairs::neither);
}

/// McNemar's exact test (McNemar 1947): how likely it is, if each of the images that only one network gets
/// right were as likely the one's as the other's, that they are divided at least as unevenly as `first` to
/// `second`. Two-sided: 2 P(X <= min), X ~ binomial(first + second, 1/2), at most 1; 1 where both are 0.
double mcnemarP(std::int64_t first, std::int64_t second);

/// The interval at 95 % of `Pairs::difference` (Newcombe 1998, Statistics in Medicine 17, 2635-2650, method
/// 10): the distances to the ends of the two Wilson intervals, squared and added with the correlation phi of
/// the pairs, which is corrected for continuity. Without an image all of [-1, 1].
Range differenceInterval(const Pairs& pairs);

/// Where only the sums are known, so that nothing is known of phi: it is taken for 0 (Newcombe 1998,
/// Statistics in Medicine 17, 873-890, method 10), and the interval is wider than need be, since networks
/// fail on the same images.
Range differenceInterval(std::int64_t rightFirst, std::int64_t rightSecond, std::int64_t images);

}  // namespace prunescope::view
