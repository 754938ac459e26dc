#pragma once

#include "data/dataset.h"

#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::data {

/// The images in the order of one epoch: a permutation that (seed, epoch) alone decides.
std::vector<ImageIndex> epochOrder(std::span<const ImageIndex> images, std::uint64_t seed,
                                   std::int64_t epoch);

/// Which images make up which step of a training run. Any step can be asked for at any time, so a run goes on
/// from a checkpoint as if it had never stopped.
class Sampler {
public:
    struct Batch {
        std::int64_t epoch = 0;                ///< 0 in the first pass
        std::span<const ImageIndex> images{};  ///< valid until the next call
    };

    /// `images` must outlive the sampler and hold at least one image; `batchSize` >= 1.
    Sampler(std::span<const ImageIndex> images, std::int64_t batchSize, std::uint64_t seed);

    /// The last batch of an epoch is smaller when the batch size does not divide the number of images.
    std::int64_t stepsPerEpoch() const;
    /// The batch that turns the state of `step` into that of the next: step 0 takes the first batch of epoch
    /// 0.
    Batch batch(StepIndex step);

private:
    std::span<const ImageIndex> images_;
    std::int64_t batchSize_;
    std::uint64_t seed_;
    std::int64_t orderedEpoch_ = -1;
    std::vector<ImageIndex> order_{};
};

}  // namespace prunescope::data
