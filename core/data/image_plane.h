#pragma once

#include "data/augmentation.h"

#include <span>

/// What a `Variation` does to one channel of an image, step by step.
namespace prunescope::data {

template <class Pixel>
struct ImagePlane {
    std::span<const Pixel> from{};  ///< the original, (row, column)
    std::span<Pixel> to{};          ///< the result, likewise
    kernels::Index height = 0;
    kernels::Index width = 0;
};

/// The geometry of a variation without an angle.
template <class Pixel>
void shiftPlane(const ImagePlane<Pixel>& plane, const Variation& variation, Pixel zero);

/// The geometry of any variation.
template <class Pixel>
void turnPlane(const ImagePlane<Pixel>& plane, const Variation& variation, Pixel zero);

/// Brightness and contrast of what is in the result.
template <class Pixel>
void tonePlane(const ImagePlane<Pixel>& plane, const Variation& variation, Pixel zero);

/// The square that is cut out of the result.
template <class Pixel>
void cutPlane(const ImagePlane<Pixel>& plane, const Variation& variation, Pixel mean);

}  // namespace prunescope::data
