#pragma once

#include "kernels/tensor.h"

#include <algorithm>
#include <array>
#include <cstddef>

/// From images one after the other, (channel, row, column), to images side by side, as the engine has them.
namespace prunescope::data {

/// Where each image of a lane group begins.
template <class Pixel>
using LaneSources = std::array<const Pixel*, kernels::laneUnit>;

/// One channel of up to laneUnit images: to[pixel * stride + lane] = valueOf(images[lane][from + pixel]).
template <class Pixel, class ValueOf>
void fillLanes(const LaneSources<Pixel>& images, kernels::Index lanes, kernels::Index from,
               kernels::Index pixels, const ValueOf& valueOf, float* to, kernels::Index stride) {
    using kernels::laneUnit;
    if (lanes == laneUnit) {
        for (kernels::Index pixel = 0; pixel < pixels; ++pixel, to += stride) {
            for (std::size_t lane = 0; lane < laneUnit; ++lane)
                to[lane] = valueOf(images[lane][from + pixel]);
        }
        return;
    }
    for (kernels::Index pixel = 0; pixel < pixels; ++pixel, to += stride) {
        std::fill_n(to, laneUnit, 0.0F);
        for (kernels::Index lane = 0; lane < lanes; ++lane) {
            to[lane] = valueOf(images[static_cast<std::size_t>(lane)][from + pixel]);
        }
    }
}

/// Fills one tile with the images of that shape that `imageAt(position in the tile)` gives; lanes after the
/// last one become 0. `valuesOf(channel)` gives the function that makes an input of a pixel. An input of
/// shape (C*H*W, 1, 1), that of a perceptron, is filled in the order (channel, row, column).
template <class Pixel, class ImageAt, class ValuesOf>
void fillTile(kernels::Tensor<float>& input, kernels::Index tile, const kernels::Shape& shape,
              const ValuesOf& valuesOf, const ImageAt& imageAt) {
    using kernels::Index;
    using kernels::laneUnit;
    const bool flat = input.shape() != shape;
    const Index pixels = shape.pixels();
    const Index stride = flat ? input.channelStride() : input.lanes();
    for (Index group = 0; group < input.lanes(); group += laneUnit) {
        const Index lanes = std::clamp<Index>(input.imagesIn(tile) - group, 0, laneUnit);
        LaneSources<Pixel> images{};
        for (Index lane = 0; lane < lanes; ++lane)
            images[static_cast<std::size_t>(lane)] = imageAt(group + lane);
        for (Index c = 0; c < shape.channels; ++c) {
            float* to = input.channel(tile, flat ? c * pixels : c) + group;
            fillLanes(images, lanes, c * pixels, pixels, valuesOf(c), to, stride);
        }
    }
}

}  // namespace prunescope::data
