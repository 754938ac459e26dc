#pragma once

#include "math/convolution.h"

#include <cstdint>
#include <vector>

namespace prunescope::math {

/// The weight gradient at the kept positions alone; the others are left as they are.
///
/// Kept weights of one output are taken eight at a time, so that eight sums share each load of the output's
/// gradient. Where the kernel reaches over the border, a weight reads zeros. Every sum is cut and ordered as
/// in `weightGradient`, so both give the same bits; for layers of one pixel the order is this file's own.
template <class T>
class SparseWeightGradient {
public:
    explicit SparseWeightGradient(const ConvolutionGeometry& geometry);

    /// Takes the mask (1 = kept) over weights (O,C,KH,KW), for an input with these strides.
    void setMask(const std::uint8_t* mask, const Tensor<T>& in);
    /// `result` (O,C,KH,KW); sums over the batch, not means.
    void run(const Tensor<T>& in, const Tensor<T>& outGradient, T* result, Scratch<T>& scratch) const;
    /// Of the lists.
    std::size_t bytes() const { return kept_.size() * sizeof(Kept); }

private:
    static constexpr int together = 8;

    struct Kept {
        std::int32_t weight;
        std::int32_t channel;  ///< offset of its input channel, in elements
        std::int16_t row;      ///< of the kernel
        std::int16_t column;
    };
    /// Output columns that a kernel column reads, and the input column of the first.
    struct Columns {
        Index first = 0;
        Index end = 0;
        Index source = 0;
    };
    /// Consecutive output columns for which the same kernel columns lie inside the input.
    struct Segment {
        Index first;
        Index end;
    };
    /// One piece of the sum: some rows of some tiles.
    struct Part {
        Index firstTile, endTile;
        Index firstRow, endRow;
    };

    Part partOf(Index part, const Tensor<T>& in) const;
    Index partsOf(const Tensor<T>& in) const;
    template <int count>
    void addGroup(const Kept* kept, Index output, const Part& part, const Tensor<T>& in,
                  const Tensor<T>& outGradient, T* sums) const;
    void addOutput(Index output, const Part& part, const Tensor<T>& in, const Tensor<T>& outGradient,
                   T* sums) const;

    ConvolutionGeometry geometry_;
    std::vector<std::vector<Index>> sourceRow_;  ///< [kernel row][output row], -1 outside
    std::vector<Columns> columns_;               ///< by kernel column
    std::vector<Segment> segments_;
    std::vector<std::size_t> first_;  ///< where an output's kept weights begin; one more at the end
    std::vector<Kept> kept_;
    AlignedBuffer<T> zeros_;  ///< as long as a row of output reads
};

}  // namespace prunescope::math
