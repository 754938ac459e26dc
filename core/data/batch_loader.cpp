#include "data/batch_loader.h"

#include "data/augmentation.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace prunescope::data {
namespace {

using kernels::Index;
using kernels::laneUnit;

/// Where each image of a lane group begins: (channel, row, column) bytes.
using Sources = std::array<const std::uint8_t*, laneUnit>;

/// One channel of up to laneUnit images, from pixels in a row to images side by side:
/// to[pixel * stride + lane] = table[images[lane][from + pixel]].
void fillLanes(const Sources& images, Index lanes, Index from, Index pixels, const NormalisationTable& table,
               float* to, Index stride) {
    if (lanes == laneUnit) {
        for (Index pixel = 0; pixel < pixels; ++pixel, to += stride) {
            for (std::size_t lane = 0; lane < laneUnit; ++lane) to[lane] = table[images[lane][from + pixel]];
        }
        return;
    }
    for (Index pixel = 0; pixel < pixels; ++pixel, to += stride) {
        std::fill_n(to, laneUnit, 0.0F);
        for (Index lane = 0; lane < lanes; ++lane) {
            to[lane] = table[images[static_cast<std::size_t>(lane)][from + pixel]];
        }
    }
}

/// Fills one tile with the images that `imageAt(position in the tile)` gives.
template <class ImageAt>
void fillTile(kernels::Tensor<float>& input, Index tile, const kernels::Shape& shape,
              const std::vector<NormalisationTable>& tables, const ImageAt& imageAt) {
    const bool flat = input.shape() != shape;
    const Index pixels = shape.pixels();
    const Index stride = flat ? input.channelStride() : input.lanes();
    for (Index group = 0; group < input.lanes(); group += laneUnit) {
        const Index lanes = std::clamp<Index>(input.imagesIn(tile) - group, 0, laneUnit);
        Sources images{};
        for (Index lane = 0; lane < lanes; ++lane)
            images[static_cast<std::size_t>(lane)] = imageAt(group + lane);
        for (Index c = 0; c < shape.channels; ++c) {
            float* to = input.channel(tile, flat ? c * pixels : c) + group;
            fillLanes(images, lanes, c * pixels, pixels, tables[static_cast<std::size_t>(c)], to, stride);
        }
    }
}

void prepare(const ImageSet& set, std::span<const ImageIndex> images, kernels::Tensor<float>& input,
             std::vector<std::int32_t>& labels) {
    [[maybe_unused]] const kernels::Shape flat{set.shape.size(), 1, 1};
    assert(input.shape() == set.shape || input.shape() == flat);
    input.setImages(static_cast<Index>(images.size()));
    labels.resize(images.size());
    std::transform(images.begin(), images.end(), labels.begin(),
                   [&](ImageIndex image) { return std::int32_t{set.labels[image.index()]}; });
}

}  // namespace

BatchLoader::BatchLoader(const Dataset& dataset, std::uint64_t seed) : dataset_(dataset), seed_(seed) {
    const Normalisation& normalisation = dataset.normalisation;
    assert(static_cast<Index>(normalisation.mean.size()) == dataset.shape().channels);
    for (std::size_t c = 0; c < normalisation.mean.size(); ++c) {
        tables_.push_back(normalisationTable(normalisation.mean[c], normalisation.standardDeviation[c]));
    }
}

void BatchLoader::loadForTraining(std::span<const ImageIndex> images, std::int64_t epoch,
                                  kernels::Tensor<float>& input, std::vector<std::int32_t>& labels) {
    if (dataset_.augmentation == Augmentation{}) {
        loadForEvaluation(run::Split::train, images, input, labels);
        return;
    }
    const ImageSet& set = dataset_.trainingImages;
    const auto length = static_cast<std::size_t>(set.shape.size());
    prepare(set, images, input, labels);
    varied_.resize(std::max(varied_.size(), images.size() * length));
    parallel::parallelFor(input.tiles(), [&](Index tile) {
        fillTile(input, tile, set.shape, tables_, [&](Index position) {
            const auto i = static_cast<std::size_t>(tile * input.lanes() + position);
            const auto varied = std::span(varied_).subspan(i * length, length);
            vary(set.image(images[i]), set.shape,
                 drawVariation(dataset_.augmentation, seed_, epoch, images[i]), varied);
            return static_cast<const std::uint8_t*>(varied.data());
        });
    });
}

void BatchLoader::loadForEvaluation(run::Split split, std::span<const ImageIndex> images,
                                    kernels::Tensor<float>& input, std::vector<std::int32_t>& labels) const {
    const ImageSet& set = dataset_.images(split);
    prepare(set, images, input, labels);
    parallel::parallelFor(input.tiles(), [&](Index tile) {
        fillTile(input, tile, set.shape, tables_, [&](Index position) {
            return set.image(images[static_cast<std::size_t>(tile * input.lanes() + position)]).data();
        });
    });
}

}  // namespace prunescope::data
