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
QImage pictureFrom(std::span<const std::uint8_t> pixels, const kernels::Shape& shape) {
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

/// The pixels of an image of floats, its own values from the least to the largest spread over 0 to 255.
std::vector<std::uint8_t> spread(const kernels::Tensor<float>& input, kernels::Index image) {
    const kernels::Shape& shape = input.shape();
    std::vector<float> values;
    for (kernels::Index c = 0; c < shape.channels; ++c) {
        for (kernels::Index y = 0; y < shape.height; ++y) {
            for (kernels::Index x = 0; x < shape.width; ++x) values.push_back(input.at(c, y, x, image));
        }
    }
    const auto [least, largest] = std::minmax_element(values.begin(), values.end());
    const float low = *least;
    const float range = *largest - low;
    std::vector<std::uint8_t> pixels(values.size());
    if (range > 0) {
        std::transform(values.begin(), values.end(), pixels.begin(),
                       [&](float value) { return static_cast<std::uint8_t>(255 * (value - low) / range); });
    }
    return pixels;
}

QImage smaller(const QImage& image) {
    if (std::max(image.width(), image.height()) <= mostSide) return image;
    return image.scaled(mostSide, mostSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

std::vector<QImage> picturesOf(const data::Dataset& dataset, const std::vector<data::ImageIndex>& samples) {
    std::vector<QImage> pictures;
    const auto add = [&](std::span<const std::uint8_t> pixels) {
        pictures.push_back(thumbnailOf(pixels, dataset.shape()));
    };
    if (samples.empty()) return pictures;
    if (!dataset.pixels(run::Split::train, samples.front()).empty()) {
        for (const data::ImageIndex sample : samples) add(dataset.pixels(run::Split::train, sample));
        return pictures;
    }
    kernels::Tensor<float> input(dataset.shape(), static_cast<kernels::Index>(samples.size()));
    dataset.load(run::Split::train, samples, input);
    for (kernels::Index image = 0; image < input.images(); ++image) add(spread(input, image));
    return pictures;
}

view::ValueHistogram targetsOf(const data::Dataset& dataset) {
    constexpr int bins = 32;
    std::vector<float> values;
    const auto all = dataset.targets(run::Split::train);
    for (const data::ImageIndex i : dataset.indices(run::Split::train)) values.push_back(all[i.index()]);
    return view::valueHistogram(values, bins);
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

run::RunConfig configOf(const DataQuestion& question) {
    run::RunConfig config;
    config.dataset = question.dataset;
    config.dataDir = question.dataDir;
    config.dataOptions = question.dataOptions;
    config.dataShare = question.dataShare;
    config.validationFraction = question.validationFraction;
    config.seed = question.seed;
    return config;
}

QImage thumbnailOf(std::span<const std::uint8_t> pixels, const kernels::Shape& shape) {
    return smaller(pictureFrom(pixels, shape));
}

DataLook lookAt(const data::Dataset& dataset) {
    DataLook look{.description = dataset.description(),
                  .classes = data::classSamples(dataset, samplesOfClass)};
    look.description.files.clear();
    if (dataset.task() == run::Task::regression) look.targets = targetsOf(dataset);
    if (!hasPictures(dataset.shape())) return look;
    const std::size_t shown = std::min(look.classes.size(), mostClassesShown);
    for (std::size_t c = 0; c < shown; ++c)
        look.pictures.push_back(picturesOf(dataset, look.classes[c].samples));
    return look;
}

DataLook lookAtData(const DataQuestion& question) {
    return lookAt(*data::loadDataset(configOf(question)));
}

}  // namespace prunescope::ui
