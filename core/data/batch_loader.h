#pragma once

#include "data/dataset.h"
#include "kernels/tensor.h"
#include "run/records.h"

#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::data {

/// Turns images into a network's input and their classes, or the numbers that are to be predicted of them:
/// normalised floats, image index innermost (see kernels/tensor.h), with augmentation for training.
///
/// input (tile, C, H, W, image); a tensor of shape (C*H*W, 1, 1), an MLP's input, is filled in the same
/// order. Lanes after the last image are zero. Work is divided over tiles, on the threads of the current
/// arena; the result does not depend on them. One loader serves one thread at a time.
class BatchLoader {
public:
    /// `dataset` must outlive the loader. `seed` decides the augmentation.
    BatchLoader(const Dataset& dataset, std::uint64_t seed) : dataset_(dataset), seed_(seed) {}

    /// Fills `targets` with the numbers to be predicted of these, standardised: (number - mean) / standard
    /// deviation of the rows to train on.
    void loadTargets(run::Split split, std::span<const ImageIndex> images,
                     std::vector<double>& targets) const;

    /// Fills `input` and `labels` with `images` of the training images, varied for this epoch by the data
    /// set's augmentation. `input` must have room for them; its number of images is set.
    void loadForTraining(std::span<const ImageIndex> images, std::int64_t epoch,
                         kernels::Tensor<float>& input, std::vector<std::int32_t>& labels);

    /// The same with images of any split as they are.
    void loadForEvaluation(run::Split split, std::span<const ImageIndex> images,
                           kernels::Tensor<float>& input, std::vector<std::int32_t>& labels) const;

private:
    void prepare(run::Split split, std::span<const ImageIndex> images, kernels::Tensor<float>& input,
                 std::vector<std::int32_t>& labels) const;

    const Dataset& dataset_;
    std::uint64_t seed_;
    std::vector<std::uint8_t> scratch_{};  ///< augmented pixels of the current batch
};

}  // namespace prunescope::data
