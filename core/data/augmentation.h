#pragma once

#include "data/dataset.h"
#include "kernels/tensor.h"

#include <cstdint>
#include <span>

namespace prunescope::data {

/// What happens to one image, in this order.
///
/// Geometry: pixel (y, x) of the result is the original at (y, x), with x counted from the other side when
/// mirrored, turned about the image's middle by the angle and then moved by (down, right). Between pixels the
/// original is bilinear; outside of it, it is 0.
///
/// Tone: with m the channel's mean in the result of that, a value v becomes brightness (m + contrast (v -
/// m)). Both are factors, so that they mean the same for bytes and for numbers of any range. Bytes are
/// rounded and stay in 0 … 255.
///
/// Cut-out (DeVries & Taylor 2017, section 3): a square of that side about a pixel of the image, clipped
/// where it reaches over the border, gets the channel's mean over the training images. Theirs are normalised
/// when they become 0, so it is the same; in bytes it is the nearest of them.
struct Variation {
    std::int64_t down = 0;
    std::int64_t right = 0;
    bool mirrored = false;
    double angle = 0;  ///< in radians; positive turns the picture against the clock
    double brightness = 1;
    double contrast = 1;
    std::int64_t cutout = 0;  ///< 0: none
    double cutoutDown = 0;    ///< where its middle is: in [0, 1), of the height
    double cutoutRight = 0;   ///< likewise, of the width

    bool operator==(const Variation&) const = default;
};

/// The variation of an image: decided by these arguments alone, whatever the batch, the order or
/// the number of threads. Shifts depend on nothing else that is switched on, and what is drawn of rotation,
/// tone and cut-out does not depend on which of them are.
Variation drawVariation(const VariationSource& source, ImageIndex image);

/// Two values of one channel, in the pixels' own unit.
template <class Pixel>
struct ChannelValues {
    Pixel zero{};  ///< what pixel value 0 is: numbers may have been normalised already
    Pixel mean{};  ///< over the training images
};

/// Writes the varied image; `from` and `to` hold shape.size() pixels each, (channel, row, column), and there
/// is one of `channels` for each channel. Pixels are bytes or floats.
template <class Pixel>
void vary(std::span<const Pixel> from, const kernels::Shape& shape, const Variation& variation,
          std::span<const ChannelValues<Pixel>> channels, std::span<Pixel> to);

}  // namespace prunescope::data
