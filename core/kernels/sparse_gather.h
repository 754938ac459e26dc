#pragma once

#include "kernels/convolution.h"
#include "kernels/partition.h"

#include <cstdint>
#include <span>
#include <vector>

namespace prunescope::kernels {

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
    /// out from in: reads weights (O,C/G,KH,KW).
    static SparseGather forward(const ConvolutionGeometry& geometry);
    /// The gradient of in from that of out, with the same weights.
    static SparseGather backwardData(const ConvolutionGeometry& geometry);

    /// Takes the mask (1 = kept), in the order of the weights, for tensors with these strides.
    void setMask(const std::uint8_t* mask, const Tensor<T>& source);
    /// `start`: one value for each destination channel, or null for zero. `weight` is read where it is kept.
    void run(const Tensor<T>& source, const T* weight, const T* start, Tensor<T>& destination) const;
    /// As `run`, from what the destination holds.
    void addTo(const Tensor<T>& source, const T* weight, Tensor<T>& destination) const;
    /// Bytes used by the lists.
    std::size_t bytes() const;

private:
    /// Both kinds of channels are counted within their group g; `weight(d,s,i,j)` is at
    /// g * groupStride + d * destinationStride + s * sourceStride + i * kernelWidth + j.
    struct WeightOrder {
        Index destinations;  ///< of all groups
        Index sources;       ///< likewise
        Index destinationStride;
        Index sourceStride;
        Index kernelWidth;
        Index groups;
        Index groupStride;

        Index groupDestinations() const { return destinations / groups; }
        Index groupSources() const { return sources / groups; }
    };
    struct Entry {
        std::int32_t offset;  ///< from the first source pixel of a site, in elements
        std::int32_t weight;
    };
    /// The lists of all destination channels for one slice of the source channels, one group of rows and one
    /// of columns.
    struct Lists {
        std::vector<std::int32_t> first;  ///< where a channel's list begins; one more at the end
        std::vector<Entry> entries;
    };
    /// What some destination channels read of a slice of the source channels, for one group of rows and one
    /// of columns.
    struct Part {
        const TapGroup* rows;
        const TapGroup* columns;
        Index firstSource;
        Index endSource;
        Index firstChannel;
        Index endChannel;
    };
    struct Sums {
        const T* weight;
        const T* start;
    };
    struct Site {
        const T* source;
        T* destination;
    };
    /// A destination row with the group it belongs to.
    struct Row {
        std::size_t group;
        TapLine line;
    };

    /// A row of destination pixels in some tiles: some of its channels, from one slice of the sources.
    struct Block {
        Row row;
        Index slice;
        Index firstTile;
        Index tiles;
        Index firstChannel;
        Index endChannel;
    };

    SparseGather(const WeightOrder& order, const TapTable& rows, const TapTable& columns);
    Index groups() const { return static_cast<Index>(rowGroups_.size() * columns_.size()); }
    void cutSources(const Tensor<T>& source);
    template <class Body>
    void forEachPart(const Body& body);
    template <class Body>
    void visitKept(const Part& part, const std::uint8_t* mask, const Body& body) const;
    template <class Body>
    void visitGroups(const Part& part, const std::uint8_t* mask, const Body& body) const;
    void fill(Lists& lists, const Part& part, const std::uint8_t* mask, const Tensor<T>& source) const;
    template <SumStart from>
    void runRows(const Tensor<T>& source, const Sums& sums, Tensor<T>& destination) const;
    template <SumStart from>
    void runRow(const Tensor<T>& source, const Sums& sums, Tensor<T>& destination, const Block& block) const;
    void fetchNextRow(const Tensor<T>& source, const Row& row, const TapGroup& columns,
                      std::span<const Site> sites) const;
    template <SumStart from, int sites, int vectors>
    void runSites(const Lists& lists, const Site* site, const Sums& sums, Index channelStride,
                  Index firstChannel, Index endChannel) const;
    template <SumStart from, int sites, int vectors>
    void runLanes(const Lists& lists, Site* site, Index lanes, const Sums& sums, Index channelStride,
                  Index firstChannel, Index endChannel) const;

    WeightOrder order_;
    std::vector<TapGroup> rowGroups_;
    std::vector<Row> rows_;  ///< of all groups
    std::vector<TapGroup> columns_;
    Partition slices_{0, 1};    ///< of the source channels
    std::vector<Lists> lists_;  ///< [(slice * row groups + row group) * column groups + column group]
};

}  // namespace prunescope::kernels
