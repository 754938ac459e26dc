#include "data/augmentation.h"

#include "base/random.h"

#include <algorithm>
#include <cassert>

namespace prunescope::data {

namespace {

template <class Pixel>
void varied(std::span<const Pixel> from, const kernels::Shape& shape, const Variation& variation,
            std::span<Pixel> to, Pixel zero) {
    assert(from.size() == to.size() && static_cast<kernels::Index>(from.size()) == shape.size());
    const kernels::Index width = shape.width;
    // Columns of the result whose source lies inside the image, before mirroring.
    const kernels::Index first = std::clamp<kernels::Index>(-variation.right, 0, width);
    const kernels::Index last = std::clamp<kernels::Index>(width - variation.right, 0, width);
    std::fill(to.begin(), to.end(), zero);
    for (kernels::Index c = 0; c < shape.channels; ++c) {
        for (kernels::Index y = 0; y < shape.height; ++y) {
            const kernels::Index sourceY = y + variation.down;
            if (sourceY < 0 || sourceY >= shape.height || first >= last) continue;
            const Pixel* source =
                from.data() + (c * shape.height + sourceY) * width + first + variation.right;
            Pixel* row = to.data() + (c * shape.height + y) * width;
            std::copy_n(source, last - first, row + first);
            if (variation.mirrored) std::reverse(row, row + width);
        }
    }
}

}  // namespace

Variation drawVariation(const Augmentation& augmentation, std::uint64_t seed, std::int64_t epoch,
                        ImageIndex image) {
    const auto counter = static_cast<std::uint64_t>(epoch) << 32U ^ static_cast<std::uint64_t>(image.value);
    Random random(seed, RandomStream::augmentation, counter);
    const auto offset = [&] {
        const auto positions = static_cast<std::uint64_t>(2 * augmentation.shift + 1);
        return static_cast<std::int64_t>(random.below(positions)) - augmentation.shift;
    };
    Variation variation;
    variation.down = offset();
    variation.right = offset();
    variation.mirrored = augmentation.flip && random.below(2) == 1;
    return variation;
}

void vary(std::span<const std::uint8_t> from, const kernels::Shape& shape, const Variation& variation,
          std::span<std::uint8_t> to) {
    varied<std::uint8_t>(from, shape, variation, to, 0);
}

void vary(std::span<const float> from, const kernels::Shape& shape, const Variation& variation,
          std::span<float> to, float zero) {
    varied(from, shape, variation, to, zero);
}

}  // namespace prunescope::data
