#pragma once

#include "base/strong_index.h"
#include "kernels/tensor.h"
#include "run/records.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace prunescope::data {

/// Position of an image in its `ImageSet`, that is in the data set's files.
using ImageIndex = StrongIndex<struct ImageTag>;

/// Labelled images as their files hold them.
struct ImageSet {
    kernels::Shape shape;
    std::vector<std::uint8_t> pixels{};  ///< (image, channel, row, column)
    std::vector<std::uint8_t> labels{};  ///< one for each image

    std::int64_t size() const { return static_cast<std::int64_t>(labels.size()); }
    /// The image's shape.size() pixels in the order (channel, row, column).
    std::span<const std::uint8_t> image(ImageIndex index) const {
        const auto length = static_cast<std::size_t>(shape.size());
        return std::span(pixels).subspan(index.index() * length, length);
    }
};

/// How training images are varied: moved by up to `shift` pixels in each direction, the gap filled with
/// pixel value 0, and mirrored left to right with probability one half.
struct Augmentation {
    std::int64_t shift = 0;
    bool flip = false;

    bool operator==(const Augmentation&) const = default;
};

/// "none", "shift 2", "flip" or "shift 2, flip".
std::string augmentationText(const Augmentation& augmentation);

/// Mean and standard deviation of each channel, in [0, 1] units (pixel / 255).
struct Normalisation {
    std::vector<double> mean{};
    std::vector<double> standardDeviation{};
};

/// Images and labels of a data set, ready to train on. The training images are held once; the two splits made
/// from them are lists of indices.
struct Dataset {
    run::DatasetDescription description{};
    Augmentation augmentation{};    ///< in force for training
    Normalisation normalisation{};  ///< measured on the training split alone
    ImageSet trainingImages{};      ///< those of the validation split too
    ImageSet testImages{};
    std::vector<ImageIndex> trainIndices{};       ///< rising, into trainingImages
    std::vector<ImageIndex> validationIndices{};  ///< rising, into trainingImages
    std::vector<ImageIndex> testIndices{};        ///< all of testImages

    const kernels::Shape& shape() const { return trainingImages.shape; }
    std::int64_t classes() const { return static_cast<std::int64_t>(description.classNames.size()); }
    const ImageSet& images(run::Split split) const;
    std::span<const ImageIndex> indices(run::Split split) const;
};

}  // namespace prunescope::data
