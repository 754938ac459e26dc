#pragma once

#include "data/augmentation.h"
#include "data/dataset.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::data {

/// Labelled images as their files hold them.
struct ImageSet {
    kernels::Shape shape;
    std::vector<std::uint8_t> pixels{};  ///< (image, channel, row, column)
    std::vector<Label> labels{};         ///< one for each image

    std::int64_t size() const { return static_cast<std::int64_t>(labels.size()); }
    /// The image's shape.size() pixels in the order (channel, row, column).
    std::span<const std::uint8_t> image(ImageIndex index) const {
        const auto length = static_cast<std::size_t>(shape.size());
        return std::span(pixels).subspan(index.index() * length, length);
    }
};

/// (pixel / 255 - mean) / standard deviation for each pixel value, computed in double and rounded once.
using NormalisationTable = std::array<float, 256>;
NormalisationTable normalisationTable(double mean, double standardDeviation);

/// Images of one byte for each pixel and channel, which stay bytes in memory. Normalised by channel over all
/// pixels of the training split. An input of shape (C*H*W, 1, 1), that of a perceptron, is filled in the
/// order (channel, row, column).
class ByteImages : public Dataset {
public:
    /// Both sets are of the facts' shape.
    ByteImages(DatasetFacts facts, std::vector<run::DataFile> files, ImageSet training, ImageSet test);

    /// Those of the training files, or those of the test files.
    const ImageSet& images(run::Split split) const;

    std::span<const Label> labels(run::Split split) const override { return images(split).labels; }
    bool testIsTraining() const override { return training_.pixels == test_.pixels; }
    std::span<const std::uint8_t> pixels(run::Split split, ImageIndex image) const override {
        return images(split).image(image);
    }
    void load(run::Split split, std::span<const ImageIndex> images,
              kernels::Tensor<float>& input) const override;
    void loadVaried(std::span<const ImageIndex> images, const VariationSource& source,
                    kernels::Tensor<float>& input, std::vector<std::uint8_t>& scratch) const override;

private:
    Normalisation normalise(std::span<const ImageIndex> training,
                            const std::optional<Normalisation>& given) override;

    ImageSet training_;
    ImageSet test_;
    std::vector<NormalisationTable> tables_{};  ///< one for each channel
    std::vector<ChannelValues<std::uint8_t>> channels_{};
};

}  // namespace prunescope::data
