#include "data/augmented_samples.h"

#include "data/sampler.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>

namespace prunescope::data {
namespace {

using kernels::Index;

constexpr double brightest = 255;

/// Image by image in the data set's own unit, (channel, row, column): [0, 1] for bytes.
std::vector<double> withoutNormalisation(const Dataset& dataset, const kernels::Tensor<float>& input) {
    const kernels::Shape& shape = dataset.shape();
    const run::DatasetDescription& measured = dataset.description();
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(input.images() * shape.size()));
    for (Index image = 0; image < input.images(); ++image) {
        for (Index c = 0; c < shape.channels; ++c) {
            const double mean = measured.mean[static_cast<std::size_t>(c)];
            const double deviation = measured.standardDeviation[static_cast<std::size_t>(c)];
            for (Index pixel = 0; pixel < shape.pixels(); ++pixel) {
                const float value = input.at(c, pixel / shape.width, pixel % shape.width, image);
                values.push_back(mean + deviation * static_cast<double>(value));
            }
        }
    }
    return values;
}

/// Makes the range from 0 to 1 of any other.
void stretch(std::vector<double>& values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double low = *least;
    const double range = *most - low;
    for (double& value : values) value = range > 0 ? (value - low) / range : 0;
}

std::uint8_t byteOf(double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * brightest));
}

}  // namespace

std::vector<AugmentedSample> augmentedSamples(const Dataset& dataset, const Augmentation& augmentation,
                                              std::uint64_t seed, std::size_t count) {
    if (!dataset.facts().augmentation) return {};
    const auto order = epochOrder(dataset.indices(run::Split::train), seed, 0);
    const auto images = std::span(order).first(std::min(count, order.size()));
    kernels::Tensor<float> input(dataset.shape(), static_cast<Index>(images.size()));
    input.setImages(static_cast<Index>(images.size()));
    std::vector<std::uint8_t> scratch;
    dataset.loadVaried(images, {.augmentation = augmentation, .seed = seed, .epoch = 0}, input, scratch);
    std::vector<double> values = withoutNormalisation(dataset, input);
    if (dataset.pixels(run::Split::train, images.front()).empty()) stretch(values);
    std::vector<AugmentedSample> samples;
    auto next = values.begin();
    for (const ImageIndex image : images) {
        AugmentedSample& sample = samples.emplace_back(AugmentedSample{.image = image});
        const auto end = next + dataset.shape().size();
        std::transform(next, end, std::back_inserter(sample.pixels), byteOf);
        next = end;
    }
    return samples;
}

}  // namespace prunescope::data
