#include "data/image_plane.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

namespace prunescope::data {
namespace {

using kernels::Index;

/// Places between pixels are whole numbers of 2^-16 pixels, so that walking along a row is exact.
constexpr int placeBits = 16;
constexpr std::int64_t onePixel = std::int64_t{1} << placeBits;

std::int64_t placeOf(double pixels) {
    return std::llround(pixels * static_cast<double>(onePixel));
}

/// Four neighbours: this one, the one to the right, and the two below them.
template <class Pixel>
using Neighbours = std::array<Pixel, 4>;

/// `down` and `right`: how far from the first, in [0, onePixel).
std::uint8_t between(const Neighbours<std::uint8_t>& n, std::int64_t down, std::int64_t right) {
    // In whole numbers, of which 2^-32 is the unit in the end.
    const std::int64_t above = n[0] * (onePixel - right) + n[1] * right;
    const std::int64_t below = n[2] * (onePixel - right) + n[3] * right;
    const std::int64_t sum = above * (onePixel - down) + below * down;
    return static_cast<std::uint8_t>((sum + onePixel * onePixel / 2) >> (2 * placeBits));
}

float between(const Neighbours<float>& n, std::int64_t down, std::int64_t right) {
    constexpr float unit = 1.0F / static_cast<float>(onePixel);
    const float y = static_cast<float>(down) * unit;
    const float x = static_cast<float>(right) * unit;
    const float above = n[0] + (n[1] - n[0]) * x;
    const float below = n[2] + (n[3] - n[2]) * x;
    return above + (below - above) * y;
}

/// The original at any place, bilinear, and `zero` outside of it.
template <class Pixel>
class Original {
public:
    Original(const ImagePlane<Pixel>& plane, Pixel zero) : plane_(plane), zero_(zero) {}

    Pixel at(std::int64_t down, std::int64_t right) const {
        const Index y = down >> placeBits;
        const Index x = right >> placeBits;
        return between(neighbours(y, x), down - (y << placeBits), right - (x << placeBits));
    }

private:
    Neighbours<Pixel> neighbours(Index y, Index x) const {
        if (y >= 0 && x >= 0 && y + 1 < plane_.height && x + 1 < plane_.width) {
            const Pixel* first = plane_.from.data() + y * plane_.width + x;
            return {first[0], first[1], first[plane_.width], first[plane_.width + 1]};
        }
        return {pixel(y, x), pixel(y, x + 1), pixel(y + 1, x), pixel(y + 1, x + 1)};
    }
    Pixel pixel(Index y, Index x) const {
        const bool inside = y >= 0 && x >= 0 && y < plane_.height && x < plane_.width;
        return inside ? plane_.from[static_cast<std::size_t>(y * plane_.width + x)] : zero_;
    }

    const ImagePlane<Pixel>& plane_;
    Pixel zero_;
};

double meanOf(std::span<const std::uint8_t> pixels) {
    return static_cast<double>(std::accumulate(pixels.begin(), pixels.end(), std::uint64_t{0})) /
           static_cast<double>(pixels.size());
}

double meanOf(std::span<const float> pixels) {
    return std::accumulate(pixels.begin(), pixels.end(), 0.0) / static_cast<double>(pixels.size());
}

void assignRounded(float value, std::uint8_t& pixel) {
    constexpr float white = 255;
    pixel = static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, white));
}

void assignRounded(float value, float& pixel) {
    pixel = value;
}

}  // namespace

template <class Pixel>
void shiftPlane(const ImagePlane<Pixel>& plane, const Variation& variation, Pixel zero) {
    const Index width = plane.width;
    // Columns of the result whose source lies inside the image, before mirroring.
    const Index first = std::clamp<Index>(-variation.right, 0, width);
    const Index last = std::clamp<Index>(width - variation.right, 0, width);
    std::fill(plane.to.begin(), plane.to.end(), zero);
    for (Index y = 0; y < plane.height; ++y) {
        const Index sourceY = y + variation.down;
        if (sourceY < 0 || sourceY >= plane.height || first >= last) continue;
        const Pixel* source = plane.from.data() + sourceY * width + first + variation.right;
        Pixel* row = plane.to.data() + y * width;
        std::copy_n(source, last - first, row + first);
        if (variation.mirrored) std::reverse(row, row + width);
    }
}

template <class Pixel>
void turnPlane(const ImagePlane<Pixel>& plane, const Variation& variation, Pixel zero) {
    const Original<Pixel> original(plane, zero);
    const double cosine = std::cos(variation.angle);
    const double sine = std::sin(variation.angle);
    const double middleY = static_cast<double>(plane.height - 1) / 2;
    const double middleX = static_cast<double>(plane.width - 1) / 2;
    const double leftmost = variation.mirrored ? middleX : -middleX;
    // From one pixel of a row to the next.
    const std::int64_t stepDown = placeOf(variation.mirrored ? -sine : sine);
    const std::int64_t stepRight = placeOf(variation.mirrored ? -cosine : cosine);
    Pixel* to = plane.to.data();
    for (Index row = 0; row < plane.height; ++row) {
        const double y = static_cast<double>(row) - middleY;
        std::int64_t down =
            placeOf(middleY + y * cosine + leftmost * sine + static_cast<double>(variation.down));
        std::int64_t right =
            placeOf(middleX + leftmost * cosine - y * sine + static_cast<double>(variation.right));
        for (Index x = 0; x < plane.width; ++x, down += stepDown, right += stepRight)
            *to++ = original.at(down, right);
    }
}

template <class Pixel>
void tonePlane(const ImagePlane<Pixel>& plane, const Variation& variation, Pixel zero) {
    const double mean = meanOf(std::span<const Pixel>(plane.to));
    const auto black = static_cast<double>(zero);
    const auto factor = static_cast<float>(variation.brightness * variation.contrast);
    // brightness (m + contrast (v - m)), counted from black, is factor v + constant.
    const auto constant =
        static_cast<float>(black + variation.brightness * (mean - variation.contrast * mean - black));
    for (Pixel& pixel : plane.to) assignRounded(factor * static_cast<float>(pixel) + constant, pixel);
}

template <class Pixel>
void cutPlane(const ImagePlane<Pixel>& plane, const Variation& variation, Pixel mean) {
    const auto range = [&](double middle, Index length) {
        const Index begin = static_cast<Index>(middle * static_cast<double>(length)) - variation.cutout / 2;
        return std::pair(std::max<Index>(begin, 0), std::min(begin + variation.cutout, length));
    };
    const auto [top, bottom] = range(variation.cutoutDown, plane.height);
    const auto [left, right] = range(variation.cutoutRight, plane.width);
    for (Index y = top; y < bottom; ++y)
        std::fill_n(plane.to.data() + y * plane.width + left, right - left, mean);
}

template void shiftPlane(const ImagePlane<std::uint8_t>&, const Variation&, std::uint8_t);
template void shiftPlane(const ImagePlane<float>&, const Variation&, float);
template void turnPlane(const ImagePlane<std::uint8_t>&, const Variation&, std::uint8_t);
template void turnPlane(const ImagePlane<float>&, const Variation&, float);
template void tonePlane(const ImagePlane<std::uint8_t>&, const Variation&, std::uint8_t);
template void tonePlane(const ImagePlane<float>&, const Variation&, float);
template void cutPlane(const ImagePlane<std::uint8_t>&, const Variation&, std::uint8_t);
template void cutPlane(const ImagePlane<float>&, const Variation&, float);

}  // namespace prunescope::data
