#include "data/sampler.h"

#include "base/random.h"
#include "data/shuffle.h"

#include <algorithm>
#include <cassert>

namespace prunescope::data {

std::vector<ImageIndex> epochOrder(std::span<const ImageIndex> images, std::uint64_t seed,
                                   std::int64_t epoch) {
    std::vector<ImageIndex> order(images.begin(), images.end());
    Random random(seed, RandomStream::shuffle, static_cast<std::uint64_t>(epoch));
    shuffle(std::span(order), random);
    return order;
}

Sampler::Sampler(std::span<const ImageIndex> images, std::int64_t batchSize, std::uint64_t seed)
    : images_(images), batchSize_(batchSize), seed_(seed) {
    assert(!images.empty() && batchSize >= 1);
}

std::int64_t Sampler::stepsPerEpoch() const {
    return (static_cast<std::int64_t>(images_.size()) + batchSize_ - 1) / batchSize_;
}

Sampler::Batch Sampler::batch(StepIndex step) {
    assert(step.value >= 0);
    const std::int64_t epoch = step.value / stepsPerEpoch();
    if (epoch != orderedEpoch_) {
        order_ = epochOrder(images_, seed_, epoch);
        orderedEpoch_ = epoch;
    }
    const auto first = static_cast<std::size_t>(step.value % stepsPerEpoch() * batchSize_);
    const auto count = std::min(static_cast<std::size_t>(batchSize_), order_.size() - first);
    return {epoch, std::span(order_).subspan(first, count)};
}

}  // namespace prunescope::data
