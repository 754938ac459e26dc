#pragma once

#include "kernels/tensor.h"

#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::nn {

struct LossResult {
    double loss = 0;  ///< mean over the images
    std::int64_t correct = 0;
};

/// Softmax cross-entropy with label smoothing (Szegedy et al. 2016, section 7): logits (K,1,1,N), labels (N).
///
///     loss = - mean over n of sum over k of q[k,n] log softmax(logits[:,n])[k],  q = (1 - s) [k = label] + s
///     / K
///
/// Writes d loss / d logits to `gradient` unless it is null; lanes without an image get zero. `answers` gets
/// the index of the largest logit of each image (the first of equal ones) unless it is null.
template <class T>
LossResult softmaxCrossEntropy(const kernels::Tensor<T>& logits, std::span<const std::int32_t> labels,
                               double smoothing, kernels::Tensor<T>* gradient,
                               std::vector<std::int32_t>* answers);

}  // namespace prunescope::nn
