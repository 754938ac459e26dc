#pragma once

#include "kernels/tensor.h"

#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::nn {

/// What a loss is made of besides logits and labels.
struct LossOptions {
    double smoothing = 0;                    ///< s below, in [0, 1)
    std::span<const double> classWeights{};  ///< w below, one for each class; empty: all 1
};

struct LossResult {
    double loss = 0;  ///< mean over the images, weighted
    std::int64_t correct = 0;
    double squaredError = 0;  ///< mean over the images, of a loss of numbers
};

/// Softmax cross-entropy with label smoothing (Szegedy et al. 2016, section 7): logits (K,1,1,N), labels (N).
///
///     loss = - 1/N sum over n of w[label] sum over k of q[k,n] log softmax(logits[:,n])[k]
///     q = (1 - s) [k = label] + s / K
///
/// An image is weighted by its class (King & Zeng 2001). The sum is divided by the number of
/// images and not by that of their weights, so that what an image gives does not depend on which others are
/// in its batch.
///
/// Writes d loss / d logits to `gradient` unless it is null; lanes without an image get zero. `answers` gets
/// the index of the largest logit of each image (the first of equal ones) unless it is null.
template <class T>
LossResult softmaxCrossEntropy(const kernels::Tensor<T>& logits, std::span<const std::int32_t> labels,
                               const LossOptions& options, kernels::Tensor<T>* gradient,
                               std::vector<std::int32_t>* answers);

}  // namespace prunescope::nn
