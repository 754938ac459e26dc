#pragma once

#include "math/convolution.h"

#include <cstdint>
#include <vector>

namespace prunescope::math {

/// Where a gather finds its weights: `weight(d,s,i,j)` is at
/// d * destinationStride + s * sourceStride + i * kernelWidth + j.
struct WeightOrder {
    Index destinations;
    Index sources;
    Index destinationStride;
    Index sourceStride;
    Index kernelHeight;
    Index kernelWidth;
};

/// The gather of `gather_kernel.h` from the kept weights alone: the forward pass, or the gradient of the
/// data.
///
/// For every destination channel there is a list of (offset in the source, index of the weight); a weight
/// then multiplies the images of several pixels, which stay in registers until the list ends. Destination
/// pixels that are reached by other taps (at the borders, and with a stride) have lists of their own. Sums
/// are in the order of the dense kernel, so both give the same bits.
template <class T>
class SparseGather {
public:
    SparseGather(const WeightOrder& order, const TapTable& rows, const TapTable& columns);

    /// Takes the mask (1 = kept), in the order of the weights, for tensors with these strides.
    void setMask(const std::uint8_t* mask, const Tensor<T>& source);
    /// `start`: one value for each destination channel, or null for zero. `weight` is read where it is kept.
    void run(const Tensor<T>& source, const T* weight, const T* start, Tensor<T>& destination) const;
    /// Of the lists.
    std::size_t bytes() const;

private:
    struct Entry {
        std::int32_t offset;  ///< from the first source pixel of a site, in elements
        std::int32_t weight;
    };
    /// A destination row or column, and the first source row or column that it reads.
    struct Line {
        Index destination;
        Index source;
    };
    /// Rows (or columns) that read with the same taps; `taps` counts sources from the first one.
    struct Group {
        std::vector<Tap> taps;
        std::vector<Line> lines;
    };
    /// The lists of all destination channels for one group of rows and one of columns.
    struct Lists {
        std::vector<std::int32_t> first;  ///< where a channel's list begins; one more at the end
        std::vector<Entry> entries;
    };
    struct Site {
        const T* source;
        T* destination;
    };

    static std::vector<Group> groupsOf(const TapTable& table);
    void fill(Lists& lists, const Group& rows, const Group& columns, const std::uint8_t* mask,
              const Tensor<T>& source) const;
    void runRow(const Tensor<T>& source, const T* weight, const T* start, Tensor<T>& destination,
                Index firstTile, Index tiles, std::size_t rowGroup, const Line& row, Index firstChannel,
                Index endChannel) const;
    template <int sites, int vectors>
    void runSites(const Lists& lists, const Site* site, const T* weight, const T* start, Index channelStride,
                  Index firstChannel, Index endChannel) const;
    template <int sites>
    void runLanes(const Lists& lists, const Site* site, Index lanes, const T* weight, const T* start,
                  Index channelStride, Index firstChannel, Index endChannel) const;

    WeightOrder order_;
    std::vector<Group> rows_;
    std::vector<Group> columns_;
    std::vector<Lists> lists_;  ///< [row group * column groups + column group]
};

}  // namespace prunescope::math
