#include "ui/experiment/data_look.h"

#include "data/registry.h"

#include <algorithm>
#include <span>

namespace prunescope::ui {
namespace {

/// Larger pictures are kept smaller, so that a hundred classes of photographs stay small.
constexpr int mostSide = 64;

bool hasPictures(const kernels::Shape& shape) {
    return shape.pixels() > 1 && (shape.channels == 1 || shape.channels == 3);
}

/// From (channel, row, column) to (row, column, channel).
QImage imageOf(std::span<const std::uint8_t> pixels, const kernels::Shape& shape) {
    const auto width = static_cast<int>(shape.width);
    const auto height = static_cast<int>(shape.height);
    const auto channels = static_cast<std::size_t>(shape.channels);
    const auto plane = static_cast<std::size_t>(shape.pixels());
    QImage image(width, height, channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    for (int y = 0; y < height; ++y) {
        uchar* line = image.scanLine(y);
        const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
        for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x) {
            for (std::size_t c = 0; c < channels; ++c) *line++ = pixels[c * plane + row + x];
        }
    }
    return image;
}

QImage thumbnailOf(const QImage& image) {
    if (std::max(image.width(), image.height()) <= mostSide) return image;
    return image.scaled(mostSide, mostSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

std::vector<QImage> picturesOf(const data::Dataset& dataset, const std::vector<data::ImageIndex>& samples) {
    std::vector<QImage> pictures;
    for (const data::ImageIndex sample : samples) {
        const auto pixels = dataset.pixels(run::Split::train, sample);
        if (!pixels.empty()) pictures.push_back(thumbnailOf(imageOf(pixels, dataset.shape())));
    }
    return pictures;
}

}  // namespace

DataQuestion dataQuestionOf(const run::RunConfig& config) {
    return {.dataset = config.dataset,
            .dataDir = config.dataDir,
            .dataOptions = config.dataOptions,
            .dataShare = config.dataShare,
            .validationFraction = config.validationFraction,
            .seed = config.seed};
}

DataLook lookAt(const data::Dataset& dataset) {
    DataLook look{.classes = data::classSamples(dataset, samplesOfClass)};
    if (!hasPictures(dataset.shape())) return look;
    const std::size_t shown = std::min(look.classes.size(), mostClassesShown);
    for (std::size_t c = 0; c < shown; ++c)
        look.pictures.push_back(picturesOf(dataset, look.classes[c].samples));
    return look;
}

DataLook lookAtData(const DataQuestion& question) {
    run::RunConfig config;
    config.dataset = question.dataset;
    config.dataDir = question.dataDir;
    config.dataOptions = question.dataOptions;
    config.dataShare = question.dataShare;
    config.validationFraction = question.validationFraction;
    config.seed = question.seed;
    return lookAt(*data::loadDataset(config));
}

}  // namespace prunescope::ui
