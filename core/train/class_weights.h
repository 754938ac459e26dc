#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace prunescope::train {

/// Throws `UsageError` unless the option class_weights is "none", "balanced" or numbers above 0 with commas
/// between them.
void expectClassWeights(const std::string& option);

/// The weight of each class in the loss, from the number of its training images; empty for "none".
///
/// "balanced" gives class c with n_c of n images the weight n / (k n_c), where k is the number of classes
/// that have any: each of them counts as much as the others (King & Zeng 2001, with every share
/// of the population 1 / k; the rule of scikit-learn). Weights that are given are divided by their mean over
/// the training images, which is 1 for balanced ones by itself: a learning rate means the same with and
/// without them. A class without images has the weight 0 when balanced.
///
/// Throws `UsageError` also when the numbers are not one for each class.
std::vector<double> classWeights(const std::string& option, std::span<const std::int64_t> trainingImages);

}  // namespace prunescope::train
