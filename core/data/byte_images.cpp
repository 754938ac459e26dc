#include "data/byte_images.h"

#include "data/fill_tile.h"
#include "data/normalisation.h"
#include "parallel/parallel_for.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace prunescope::data {
namespace {

using kernels::Index;

/// Normalises the pixels of each channel by its table.
struct ByTables {
    const std::vector<NormalisationTable>& tables;

    auto operator()(Index channel) const {
        return
            [&table = tables[static_cast<std::size_t>(channel)]](std::uint8_t pixel) { return table[pixel]; };
    }
};

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

Normalisation ByteImages::normalise(std::span<const ImageIndex> training,
                                    const std::optional<Normalisation>& given) {
    Normalisation measured = given ? *given : measureNormalisation(training_, training);
    constexpr double white = 255;
    for (std::size_t c = 0; c < measured.mean.size(); ++c) {
        tables_.push_back(normalisationTable(measured.mean[c], measured.standardDeviation[c]));
        channels_.push_back({.zero = 0,
                             .mean = static_cast<std::uint8_t>(
                                 std::clamp(std::round(measured.mean[c] * white), 0.0, white))});
    }
    return measured;
}

void ByteImages::load(run::Split split, std::span<const ImageIndex> images,
                      kernels::Tensor<float>& input) const {
    const ImageSet& set = this->images(split);
    parallel::parallelFor(input.tiles(), [&](Index tile) {
        fillTile<std::uint8_t>(input, tile, set.shape, ByTables{tables_}, [&](Index position) {
            return set.image(images[static_cast<std::size_t>(tile * input.lanes() + position)]).data();
        });
    });
}

void ByteImages::loadVaried(std::span<const ImageIndex> images, const VariationSource& source,
                            kernels::Tensor<float>& input, std::vector<std::uint8_t>& scratch) const {
    if (source.augmentation == Augmentation{}) return load(run::Split::train, images, input);
    const auto length = static_cast<std::size_t>(shape().size());
    scratch.resize(std::max(scratch.size(), images.size() * length));
    parallel::parallelFor(input.tiles(), [&](Index tile) {
        fillTile<std::uint8_t>(input, tile, shape(), ByTables{tables_}, [&](Index position) {
            const auto i = static_cast<std::size_t>(tile * input.lanes() + position);
            const auto varied = std::span(scratch).subspan(i * length, length);
            vary<std::uint8_t>(training_.image(images[i]), shape(), drawVariation(source, images[i]),
                               channels_, varied);
            return static_cast<const std::uint8_t*>(varied.data());
        });
    });
}

}  // namespace prunescope::data
