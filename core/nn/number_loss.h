#pragma once

#include "nn/loss.h"

#include <span>

namespace prunescope::nn {

enum class NumberLossKind { squared, huber };

struct NumberLossOptions {
    NumberLossKind kind = NumberLossKind::squared;
    double delta = 1;  ///< d below, above 0
};

/// Mean over the images of the loss of numbers: outputs (1,1,1,N), targets (N), r = output - target.
///
///     squared error   r^2
///     Huber           r^2 / 2 where |r| <= d, d (|r| - d / 2) beyond
///
/// Huber 1964, Annals of Mathematical Statistics 35, 73-101, equation (2.3): rho with k = d.
///
/// Writes d loss / d outputs to `gradient` unless it is null; lanes without an image get zero. The result has
/// the mean of r^2 whatever the loss.
template <class T>
LossResult numberLoss(const kernels::Tensor<T>& outputs, std::span<const double> targets,
                      const NumberLossOptions& options, kernels::Tensor<T>* gradient);

/// The same of always 0, which is the mean of standardised targets: the loss of a network that knows nothing.
double lossOfZero(std::span<const double> targets, const NumberLossOptions& options);

}  // namespace prunescope::nn
