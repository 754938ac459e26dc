#include "data/byte_images.h"

#include "data/augmentation.h"
#include "data/normalisation.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

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

}  // namespace

NormalisationTable normalisationTable(double mean, double standardDeviation) {
    NormalisationTable table{};
    for (std::size_t v = 0; v < table.size(); ++v) {
        table[v] = static_cast<float>((static_cast<double>(v) / 255 - mean) / standardDeviation);
    }
    return table;
}

ByteImages::ByteImages(DatasetFacts facts, std::vector<run::DataFile> files, ImageSet training, ImageSet test)
    : Dataset(std::move(facts), std::move(files)), training_(std::move(training)), test_(std::move(test)) {
    assert(training_.shape == shape() && test_.shape == shape());
}

const ImageSet& ByteImages::images(run::Split split) const {
    return split == run::Split::test ? test_ : training_;
}

Normalisation ByteImages::normalise(std::span<const ImageIndex> training) {
    Normalisation measured = measureNormalisation(training_, training);
    for (std::size_t c = 0; c < measured.mean.size(); ++c)
        tables_.push_back(normalisationTable(measured.mean[c], measured.standardDeviation[c]));
    return measured;
}

void ByteImages::load(run::Split split, std::span<const ImageIndex> images,
                      kernels::Tensor<float>& input) const {
    const ImageSet& set = this->images(split);
    parallel::parallelFor(input.tiles(), [&](Index tile) {
        fillTile(input, tile, set.shape, tables_, [&](Index position) {
            return set.image(images[static_cast<std::size_t>(tile * input.lanes() + position)]).data();
        });
    });
}

void ByteImages::loadVaried(std::span<const ImageIndex> images, std::uint64_t seed, std::int64_t epoch,
                            kernels::Tensor<float>& input, std::vector<std::uint8_t>& scratch) const {
    if (augmentation() == Augmentation{}) return load(run::Split::train, images, input);
    const auto length = static_cast<std::size_t>(shape().size());
    scratch.resize(std::max(scratch.size(), images.size() * length));
    parallel::parallelFor(input.tiles(), [&](Index tile) {
        fillTile(input, tile, shape(), tables_, [&](Index position) {
            const auto i = static_cast<std::size_t>(tile * input.lanes() + position);
            const auto varied = std::span(scratch).subspan(i * length, length);
            vary(training_.image(images[i]), shape(), drawVariation(augmentation(), seed, epoch, images[i]),
                 varied);
            return static_cast<const std::uint8_t*>(varied.data());
        });
    });
}

}  // namespace prunescope::data
