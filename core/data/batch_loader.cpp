#include "data/batch_loader.h"

#include <algorithm>
#include <cassert>

namespace prunescope::data {

void BatchLoader::prepare(run::Split split, std::span<const ImageIndex> images, kernels::Tensor<float>& input,
                          std::vector<std::int32_t>& labels) const {
    [[maybe_unused]] const kernels::Shape flat{dataset_.shape().size(), 1, 1};
    assert(input.shape() == dataset_.shape() || input.shape() == flat);
    input.setImages(static_cast<kernels::Index>(images.size()));
    labels.resize(images.size());
    const auto all = dataset_.labels(split);
    std::transform(images.begin(), images.end(), labels.begin(),
                   [&](ImageIndex image) { return std::int32_t{all[image.index()]}; });
}

void BatchLoader::loadForTraining(std::span<const ImageIndex> images, std::int64_t epoch,
                                  kernels::Tensor<float>& input, std::vector<std::int32_t>& labels) {
    prepare(run::Split::train, images, input, labels);
    dataset_.loadVaried(images, {.augmentation = dataset_.augmentation(), .seed = seed_, .epoch = epoch},
                        input, scratch_);
}

void BatchLoader::loadForEvaluation(run::Split split, std::span<const ImageIndex> images,
                                    kernels::Tensor<float>& input, std::vector<std::int32_t>& labels) const {
    prepare(split, images, input, labels);
    dataset_.load(split, images, input);
}

void BatchLoader::loadTargets(run::Split split, std::span<const ImageIndex> images,
                              std::vector<double>& targets) const {
    const run::TargetDescription& target = *dataset_.description().target;
    const auto all = dataset_.targets(split);
    targets.resize(images.size());
    std::transform(images.begin(), images.end(), targets.begin(), [&](ImageIndex image) {
        return (static_cast<double>(all[image.index()]) - target.mean) / target.standardDeviation;
    });
}

}  // namespace prunescope::data
