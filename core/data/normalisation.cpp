#include "data/normalisation.h"

#include "base/error.h"

#include <fmt/format.h>

#include <cassert>
#include <cmath>

namespace prunescope::data {
namespace {

constexpr std::size_t pixelValues = 256;
using Histogram = std::array<std::uint64_t, pixelValues>;

Histogram channelHistogram(const ImageSet& images, std::span<const ImageIndex> indices, std::size_t channel) {
    const auto plane = static_cast<std::size_t>(images.shape.pixels());
    // Long runs of one value would wait on one counter; two sets of counters halve that.
    Histogram even{};
    Histogram odd{};
    for (const ImageIndex index : indices) {
        const auto pixels = images.image(index).subspan(channel * plane, plane);
        for (std::size_t i = 0; i + 1 < plane; i += 2) {
            ++even[pixels[i]];
            ++odd[pixels[i + 1]];
        }
        if (plane % 2 == 1) ++even[pixels[plane - 1]];
    }
    for (std::size_t v = 0; v < pixelValues; ++v) even[v] += odd[v];
    return even;
}

}  // namespace

Normalisation measureNormalisation(const ImageSet& images, std::span<const ImageIndex> indices) {
    assert(!indices.empty());
    Normalisation result;
    const double count = static_cast<double>(indices.size()) * static_cast<double>(images.shape.pixels());
    for (std::size_t channel = 0; channel < static_cast<std::size_t>(images.shape.channels); ++channel) {
        const Histogram histogram = channelHistogram(images, indices, channel);
        std::uint64_t sum = 0;
        for (std::size_t v = 0; v < pixelValues; ++v) sum += v * histogram[v];
        const double mean = static_cast<double>(sum) / count;
        double squares = 0;
        for (std::size_t v = 0; v < pixelValues; ++v) {
            const double deviation = static_cast<double>(v) - mean;
            squares += static_cast<double>(histogram[v]) * deviation * deviation;
        }
        if (squares == 0) {
            throw Error(Text::of("training samples"),
                        Text::of("every pixel of channel {} is {}: nothing can be learned", channel, mean),
                        Text::of("Check that the image files are the right ones."));
        }
        result.mean.push_back(mean / 255);
        result.standardDeviation.push_back(std::sqrt(squares / count) / 255);
    }
    return result;
}

}  // namespace prunescope::data
