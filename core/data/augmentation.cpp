#include "data/augmentation.h"

#include "base/random.h"
#include "data/image_plane.h"

#include <cassert>
#include <numbers>

namespace prunescope::data {
namespace {

std::uint64_t counterOf(std::int64_t epoch, ImageIndex image) {
    return static_cast<std::uint64_t>(epoch) << 32U ^ static_cast<std::uint64_t>(image.value);
}

bool turnsTonesOrCuts(const Augmentation& augmentation) {
    return augmentation.rotation > 0 || augmentation.brightness > 0 || augmentation.contrast > 0 ||
           augmentation.cutout > 0;
}

/// Each number is drawn whether it is used or not, so that none of these shifts another.
void drawAppearance(const Augmentation& augmentation, Random& random, Variation& variation) {
    constexpr double radians = std::numbers::pi / 180;
    const auto within = [&](double most) { return most * (2 * random.uniform() - 1); };
    variation.angle = within(augmentation.rotation * radians);
    variation.brightness = 1 + within(augmentation.brightness);
    variation.contrast = 1 + within(augmentation.contrast);
    variation.cutout = augmentation.cutout;
    variation.cutoutDown = random.uniform();
    variation.cutoutRight = random.uniform();
}

}  // namespace

Variation drawVariation(const VariationSource& source, ImageIndex image) {
    const Augmentation& augmentation = source.augmentation;
    const std::uint64_t counter = counterOf(source.epoch, image);
    Random random(source.seed, RandomStream::augmentation, counter);
    const auto offset = [&] {
        const auto positions = static_cast<std::uint64_t>(2 * augmentation.shift + 1);
        return static_cast<std::int64_t>(random.below(positions)) - augmentation.shift;
    };
    Variation variation;
    variation.down = offset();
    variation.right = offset();
    variation.mirrored = augmentation.flip && random.below(2) == 1;
    if (turnsTonesOrCuts(augmentation)) {
        Random appearance(source.seed, RandomStream::appearance, counter);
        drawAppearance(augmentation, appearance, variation);
    }
    return variation;
}

template <class Pixel>
void vary(std::span<const Pixel> from, const kernels::Shape& shape, const Variation& variation,
          std::span<const ChannelValues<Pixel>> channels, std::span<Pixel> to) {
    assert(from.size() == to.size() && static_cast<kernels::Index>(from.size()) == shape.size());
    assert(static_cast<kernels::Index>(channels.size()) == shape.channels);
    const auto pixels = static_cast<std::size_t>(shape.pixels());
    for (std::size_t c = 0; c < channels.size(); ++c) {
        const ImagePlane<Pixel> plane{.from = from.subspan(c * pixels, pixels),
                                      .to = to.subspan(c * pixels, pixels),
                                      .height = shape.height,
                                      .width = shape.width};
        if (variation.angle == 0) {
            shiftPlane(plane, variation, channels[c].zero);
        } else {
            turnPlane(plane, variation, channels[c].zero);
        }
        if (variation.brightness != 1 || variation.contrast != 1)
            tonePlane(plane, variation, channels[c].zero);
        if (variation.cutout > 0) cutPlane(plane, variation, channels[c].mean);
    }
}

template void vary<std::uint8_t>(std::span<const std::uint8_t>, const kernels::Shape&, const Variation&,
                                 std::span<const ChannelValues<std::uint8_t>>, std::span<std::uint8_t>);
template void vary<float>(std::span<const float>, const kernels::Shape&, const Variation&,
                          std::span<const ChannelValues<float>>, std::span<float>);

}  // namespace prunescope::data
