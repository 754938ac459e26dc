#pragma once

#include "kernels/convolution_geometry.h"
#include "kernels/partition.h"

#include <cstdint>
#include <vector>

namespace prunescope::kernels {

/// The weight gradient at the kept positions alone; the others are left as they are.
///
/// Kept weights of one output are taken up to eight at a time, so that they share each load of the output's
/// gradient. Where the kernel reaches over the border, a weight reads zeros. How a sum is cut and ordered
/// follows from the geometry, the mask and the tiles: the same bits on any number of threads.
template <class T>
class SparseWeightGradient {
public:
    explicit SparseWeightGradient(const ConvolutionGeometry& geometry);

    /// Takes the mask (1 = kept) over weights (O,C/G,KH,KW), for an input with these strides.
    void setMask(const std::uint8_t* mask, const Tensor<T>& in);
    /// `result` (O,C/G,KH,KW); sums over the batch, not means.
    void run(const Tensor<T>& in, const Tensor<T>& outGradient, T* result, Scratch<T>& scratch) const;
    /// Bytes used by the lists.
    std::size_t bytes() const { return kept_.size() * sizeof(Kept); }

private:
    static constexpr int together = 8;

    struct Kept {
        std::int32_t weight;
        std::int16_t row;  ///< of the kernel
        std::int16_t column;
        Index source;  ///< what it reads for output (0, 0), as an offset from the first element of a tile
    };
    /// Consecutive output columns for which the same kernel columns lie inside the input.
    struct Segment {
        Index first;
        Index end;
        std::vector<std::uint8_t> inside;  ///< by kernel column
    };
    /// Rows of some tiles.
    struct Part {
        Index firstTile, endTile;
        Index firstRow, endRow;
    };
    /// How the sum is cut: by (tile, band of rows) into parts with sums of their own, and by outputs.
    struct Cut {
        Index parts, bands;
        Partition outputs;
    };
    struct Operands {
        const Tensor<T>& in;
        const Tensor<T>& outGradient;
    };

    bool isDenseLayer() const;
    /// Of an output: its kept weights of the slices from `slice` on.
    const Kept* keptOf(Index output, Index slice = 0) const {
        return kept_.data() + first_[static_cast<std::size_t>(output * slices_.count + slice)];
    }
    Index keptCount() const { return static_cast<Index>(first_.back()); }
    void cutInputs(const Tensor<T>& in);
    Cut cutOf(const Tensor<T>& in) const;
    Part partOf(const Cut& cut, Index part) const;
    Index rowsAtOnce(const Tensor<T>& in) const;
    template <int count>
    void addGroup(const Kept* kept, Index output, const Part& part, const Operands& operands, T* sums) const;
    template <int count>
    void multiplyRows(const Kept* kept, Index output, const Operands& operands, T* result) const;
    void runDense(const Operands& operands, T* result) const;
    void addBlock(const Cut& cut, Index block, const Operands& operands, T* sums) const;
    void addOutput(Index output, const Part& part, const Operands& operands, T* sums) const;

    ConvolutionGeometry geometry_;
    std::vector<std::vector<std::uint8_t>> rowInside_;  ///< [output row][kernel row]
    std::vector<Segment> segments_;
    Partition slices_{0, 1};          ///< of the input channels of a group
    std::vector<std::size_t> first_;  ///< where those of an output and slice begin; one more at the end
    std::vector<Kept> kept_;          ///< and some more that count for nothing
    AlignedBuffer<T> zeros_;          ///< as long as a row of output reads
};

}  // namespace prunescope::kernels
