#pragma once

#include "kernels/aligned_buffer.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace prunescope::kernels {

using Index = std::int64_t;

/// Images advance in groups of this many: 64 bytes of float, one AVX-512 register.
inline constexpr Index laneUnit = 16;
/// Most images in one tile: four 512-bit registers of float.
inline constexpr Index mostLanes = 64;

/// Shape of one image's activations: channels, rows, columns.
struct Shape {
    Index channels = 1;
    Index height = 1;
    Index width = 1;

    Index pixels() const { return height * width; }
    Index size() const { return channels * pixels(); }
    bool operator==(const Shape&) const = default;
};

/// How a batch is cut into tiles: `tiles` of `lanes` images each, the last one perhaps not full.
struct Tiling {
    Index tiles = 0;
    Index lanes = 0;

    static Tiling of(Index images) {
        const Index tiles = (images + mostLanes - 1) / mostLanes;
        const Index perTile = (images + tiles - 1) / tiles;
        return {tiles, (perTile + laneUnit - 1) / laneUnit * laneUnit};
    }
};

/// Activations of a batch, stored (tile, channel, row, column, image) with the image index innermost.
///
/// Lanes past the last image hold finite values that mean nothing; in a gradient they are zero, so that sums
/// over lanes need no mask. Storage is taken for `capacity` images and kept; `setImages` picks how many of
/// them are in use.
template <class T>
class Tensor {
public:
    Tensor() = default;
    Tensor(Shape shape, Index capacity)
        : shape_(shape),
          capacity_(capacity),
          images_(capacity),
          tiling_(Tiling::of(capacity)),
          channelStride_(paddedStride(shape.pixels() * tiling_.lanes)),
          buffer_(static_cast<std::size_t>(tiling_.tiles * shape.channels * channelStride_)) {}

    const Shape& shape() const { return shape_; }
    Index capacity() const { return capacity_; }
    Index images() const { return images_; }
    Index lanes() const { return tiling_.lanes; }
    /// Tiles that hold at least one image.
    Index tiles() const { return (images_ + lanes() - 1) / lanes(); }
    /// Images in a tile, 1 to lanes().
    Index imagesIn(Index tile) const { return std::min(lanes(), images_ - tile * lanes()); }

    /// Elements from one channel to the next, and from one row to the next.
    Index channelStride() const { return channelStride_; }
    Index rowStride() const { return shape_.width * lanes(); }

    void setImages(Index images) {
        assert(images >= 1 && images <= capacity_);
        images_ = images;
    }

    T* channel(Index tile, Index c) { return buffer_.data() + (tile * shape_.channels + c) * channelStride_; }
    const T* channel(Index tile, Index c) const {
        return buffer_.data() + (tile * shape_.channels + c) * channelStride_;
    }
    T& at(Index c, Index y, Index x, Index image) {
        return *(channel(image / lanes(), c) + offset(y, x, image));
    }
    T at(Index c, Index y, Index x, Index image) const {
        return *(channel(image / lanes(), c) + offset(y, x, image));
    }

    void clear() { buffer_.clear(); }

private:
    Index offset(Index y, Index x, Index image) const {
        return (y * shape_.width + x) * lanes() + image % lanes();
    }

    /// Planes whose size is a multiple of a page would put every channel into the same cache sets.
    static Index paddedStride(Index elements) {
        const Index page = static_cast<Index>(4096 / sizeof(T));
        return elements % page == 0 ? elements + 5 * laneUnit : elements;
    }

    Shape shape_{};
    Index capacity_ = 0;
    Index images_ = 0;
    Tiling tiling_{};
    Index channelStride_ = 0;
    AlignedBuffer<T> buffer_;
};

}  // namespace prunescope::kernels
