#pragma once

#include "base/state_visitor.h"

#include <Eigen/Core>

#include <cstdint>
#include <limits>

namespace prunescope::prune {

/// What one pass over some weights tells.
struct Magnitudes {
    std::int64_t weights = 0;
    std::int64_t kept = 0;
    float smallest = std::numeric_limits<float>::max();  ///< smallest |w| of all weights
    float largest = 0;                                   ///< largest
    double sumKept = 0;                                  ///< of |w| over the kept weights
    double sumAll = 0;

    /// Takes in those of further weights. Sums round: add in a fixed order.
    void add(const Magnitudes& more);
};

/// `mask` is 1 for kept and may be null for all kept; `weights` lie on a 64-byte boundary. Sums are float:
/// for a few thousand weights at a time. The same bits on every instruction set.
Magnitudes measureMagnitudes(const float* weights, const std::uint8_t* mask, std::int64_t size);

/// Magnitude attention of one layer at one step.
///
///     b = (1 - p)^z;  n = (|w| - min) / (max - min), 1 where max = min;  A = b + (1 - b) n;  a = A / s
///
/// Our reading of Back, Ahn & Kim 2023 (arXiv 2306.05056). A is affine in |w|, so a layer needs two numbers
/// and no array: a(|w|) = max(offset + slope |w|, b / s), capped where the method has a cap.
struct Attention {
    double floor = 1;     ///< b
    double scale = 1;     ///< s: mean of A over the kept weights, or 1
    double meanKept = 1;  ///< mean of A over the kept weights: the layer's mean attention
    double meanAll = 1;
    float offset = 1;
    float slope = 0;
    float least = 1;                                      ///< b / s
    float most = std::numeric_limits<float>::infinity();  ///< the cap on a, where there is one

    /// a for an array of magnitudes |w|, as an expression.
    template <class Magnitudes>
    auto of(const Eigen::ArrayBase<Magnitudes>& magnitudes) const {
        return (offset + slope * magnitudes).max(least).min(most);
    }
    /// a for one weight's magnitude.
    float of(float magnitude) const { return of(Eigen::Array<float, 1, 1>(magnitude))(0); }

    /// All but the cap, which is the method's.
    void visit(StateVisitor& visitor);
};

/// `sparsity` is p in [0, 1), `strength` is z > 0; `normalise` picks s = mean of A over the kept weights.
/// At p = 0 attention is 1 everywhere, to the bit.
Attention attentionOf(const Magnitudes& magnitudes, double sparsity, double strength, bool normalise);

}  // namespace prunescope::prune
